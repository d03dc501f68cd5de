// Adds keys and in-place stepping between hits. Everything works without it.
(() => {
  "use strict";

  const off = "keys-off";
  const stored = (() => { try { return window.localStorage; } catch { return null; } })();
  const keysAreOff = () => stored !== null && stored.getItem(off) === "1";

  const marks = [...document.querySelectorAll("mark[id^='h']")];
  const now = document.querySelector("#hit-now span");
  const previous = document.getElementById("hit-previous");
  const next = document.getElementById("hit-next");

  // Address of a hit: the page's own with another number, so that it can be shared.
  const addressOf = (number) => {
    const address = new URL(window.location.href);
    address.searchParams.set("hit", String(number));
    address.hash = "h" + number;
    return address.pathname + address.search + address.hash;
  };

  const setLink = (link, number, rel) => {
    if (number >= 1 && number <= marks.length) {
      link.href = addressOf(number);
      link.rel = rel;
      link.removeAttribute("aria-disabled");
    } else {
      link.removeAttribute("href");
      link.removeAttribute("rel");
      link.setAttribute("aria-disabled", "true");
    }
  };

  const current = () => Math.max(1, Number(now ? now.textContent : "1"));

  const goTo = (number) => {
    if (number < 1 || number > marks.length) return;
    for (const mark of marks) mark.classList.remove("now");
    const mark = marks[number - 1];
    mark.classList.add("now");
    now.textContent = String(number);
    setLink(previous, number - 1, "prev");
    setLink(next, number + 1, "next");
    window.history.replaceState(null, "", addressOf(number));
    mark.scrollIntoView({ block: "center" });
  };

  if (now && marks.length > 0) {
    const step = (link, by) => link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(current() + by);
    });
    step(previous, -1);
    step(next, 1);
    const keys = document.querySelector(".hit-row .keys");
    if (keys && !keysAreOff()) keys.hidden = false;
  }

  const toggle = document.getElementById("keys-switch");
  if (toggle && stored !== null) {
    const show = () => {
      toggle.hidden = false;
      toggle.setAttribute("aria-pressed", String(keysAreOff()));
      toggle.textContent = keysAreOff() ? "打开单键快捷键" : "关闭单键快捷键";
    };
    toggle.addEventListener("click", () => {
      if (keysAreOff()) stored.removeItem(off); else stored.setItem(off, "1");
      show();
    });
    show();
  }

  const writes = (target) => target instanceof HTMLElement
    && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

  document.addEventListener("keydown", (event) => {
    if (keysAreOff() || writes(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const box = document.getElementById("q");
    if (event.key === "/" && box) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "/") {
      event.preventDefault();
      window.location.assign("/");
    } else if (event.key === "?") {
      window.location.assign("/help/syntax#keys");
    } else if (event.key === "n" && now) {
      goTo(current() + 1);
    } else if (event.key === "p" && now) {
      goTo(current() - 1);
    }
  });
})();
