// Writes folding.txt: see README.md. Run in a folder where `npm install opencc-js@1.4.2` was done:
//   node make-folding.mjs > folding.txt
import traditional from "./node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js";

const pairs = new Map();
const single = text => [...text].length === 1;

// Compatibility forms, only the blocks whose single-character forms are the same sign in another shape. Circled numbers,
// squared units and number forms lie in other blocks and stay.
const blocks = [
    [0x2e80, 0x2fdf], [0xf900, 0xfaff], [0xfe10, 0xfe1f], [0xfe30, 0xfe6f], [0xff00, 0xffef], [0x2f800, 0x2fa1f],
    [0x2126, 0x2126], [0x212a, 0x212b],
];
for (const [first, last] of blocks)
    for (let code = first; code <= last; code++) {
        const from = String.fromCodePoint(code);
        const to = from.normalize("NFKC");
        if (to !== from && single(to) && to !== " ")
            pairs.set(from, to);
    }

for (const entry of traditional.split("|")) {
    const [from, to] = entry.split(" ");
    if (single(from) && single(to) && from !== to)
        pairs.set(from, to);
}

const lines = [...pairs].map(([from, to]) => from + to).sort();
process.stdout.write(lines.join("\n") + "\n");
