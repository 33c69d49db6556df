// Writes name.br and name.gz beside each text file of a finished build, so that the server compresses nothing itself;
// then dist/build.json, whose presence says the build is whole.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildIdOf } from './inputs.mjs';
import { root } from './run.mjs';

const TEXT = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt']);
const folder = process.argv[2] ?? 'dist';
/** What is on the way to a family's form is packed in several manners, of which the smallest stays: 0,2 kB less. */
const ON_THE_WAY = /^(index|core|pwa)-/;
const MANNERS = [
  { block: 17 },
  { block: 17, direct: 4 },
  { block: 17, postfix: 1, direct: 10 },
  { block: 0, direct: 4 },
  { block: 0, postfix: 1, direct: 16 },
  { block: 0, postfix: 1, direct: 24 },
  { block: 16, direct: 8 },
  { block: 17, postfix: 2 },
  // Made for fonts: distances are written otherwise.
  { block: 16, mode: constants.BROTLI_MODE_FONT },
];

/** @param {Buffer} bytes @param {string} name */
function brotli(bytes, name) {
  const packed = MANNERS.slice(0, ON_THE_WAY.test(name) ? MANNERS.length : 1).map(
    ({ block, postfix = 0, direct = 0, mode = constants.BROTLI_MODE_TEXT }) =>
      brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: mode,
          [constants.BROTLI_PARAM_LGBLOCK]: block,
          [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
          [constants.BROTLI_PARAM_NDIRECT]: direct,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  );
  return packed.reduce((least, each) => (each.length < least.length ? each : least));
}

for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.has(extname(entry.name))) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  const packed = {
    br: brotli(bytes, entry.name),
    gz: gzipSync(bytes, { level: 9 }),
  };
  for (const [suffix, result] of Object.entries(packed)) {
    if (result.length < bytes.length) writeFileSync(`${path}.${suffix}`, result);
  }
}
writeFileSync(join(root, folder, 'build.json'), `${JSON.stringify({ buildId: buildIdOf(root) })}\n`);
