// Writes name.br and name.gz beside each text file of a finished build, so that the server compresses nothing itself;
// then dist/build.json, whose presence says the build is whole.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildIdOf } from './inputs.mjs';
import { root } from './run.mjs';

const TEXT = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt']);
const folder = process.argv[2] ?? 'dist';
const { BROTLI_MODE_FONT, BROTLI_MODE_TEXT } = constants;
/** What is on the way to a family's form is packed in several manners, of which the smallest stays: 0,1 kB less. */
const ON_THE_WAY = /^(index|core|pwa)-/;
const MANNERS = [
  { mode: BROTLI_MODE_TEXT, block: 17 },
  { mode: BROTLI_MODE_TEXT, block: 0 },
  { mode: BROTLI_MODE_FONT, block: 0 },
];

/** @param {Buffer} bytes @param {string} name */
function brotli(bytes, name) {
  const packed = MANNERS.slice(0, ON_THE_WAY.test(name) ? MANNERS.length : 1).map(({ mode, block }) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
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
