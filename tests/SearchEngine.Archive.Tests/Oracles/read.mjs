// Reads WARC files with an independent reader and prints one JSON line a record: type, address, digest of the content,
// and whether the stated block and payload digests agree. Usage: node read.mjs FILE…
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes) {
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{5}/g).map((five) => ALPHABET[parseInt(five, 2)]).join("");
}

for (const file of process.argv.slice(2)) {
  const parser = new WARCParser(createReadStream(file));
  for await (const record of parser) {
    const content = Buffer.from(await record.readFully(false));
    const sha1 = "sha1:" + base32(createHash("sha1").update(content).digest());
    const stated = record.warcHeader("WARC-Payload-Digest");
    console.log(JSON.stringify({
      type: record.warcType,
      url: record.warcTargetURI ?? null,
      offset: parser.offset,
      payloadAgrees: stated ? stated === sha1 : null,
    }));
  }
}
