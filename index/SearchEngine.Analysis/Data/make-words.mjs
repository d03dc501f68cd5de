// Makes words.br: the Chinese words of a jieba dictionary with their frequencies, folded as the analysis folds.
// usage: node make-words.mjs node_modules/@node-rs/jieba/dict.txt folding.txt words.br
import fs from 'node:fs';
import zlib from 'node:zlib';

const [dictionary, folding, target] = process.argv.slice(2);
const lines = (path) => fs.readFileSync(path, 'utf8').split('\n').filter(Boolean);
const canonical = new Map(lines(folding).map((line) => [...line]));
const words = new Map();
for (const line of lines(dictionary)) {
  const [text, frequency] = line.split(' ');
  const word = [...text].map((character) => canonical.get(character) ?? character).join('');
  if (/^[\u3400-\u4dbf\u4e00-\u9fff]+$/u.test(word)) words.set(word, (words.get(word) ?? 0) + Number(frequency));
}

// A line: how many characters it has in common with the line before (one character from '0' on), the others, a space,
// the frequency.
let before = '';
let text = '';
for (const word of [...words.keys()].sort()) {
  let common = 0;
  while (common < before.length && before[common] === word[common]) common++;
  text += `${String.fromCharCode(48 + common)}${word.slice(common)} ${words.get(word)}\n`;
  before = word;
}

const bytes = Buffer.from(text, 'utf8');
fs.writeFileSync(target, zlib.brotliCompressSync(bytes, {
  params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}));
console.log(`${words.size} words, ${bytes.length} bytes`);
