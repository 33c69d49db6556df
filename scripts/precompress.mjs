// Writes name.br and name.gz beside each text file of a finished build, so that the server compresses nothing itself;
// then dist/build.json, whose presence says the build is whole.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildIdOf } from './inputs.mjs';
import { root } from './run.mjs';

const TEXT = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt']);
const folder = process.argv[2] ?? 'dist';

for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.has(extname(entry.name))) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  const packed = {
    br: brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // Smaller blocks than it would choose by itself: 0,2 kB less on the way to a family's form.
        [constants.BROTLI_PARAM_LGBLOCK]: 17,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gz: gzipSync(bytes, { level: 9 }),
  };
  for (const [suffix, result] of Object.entries(packed)) {
    if (result.length < bytes.length) writeFileSync(`${path}.${suffix}`, result);
  }
}
writeFileSync(join(root, folder, 'build.json'), `${JSON.stringify({ buildId: buildIdOf(root) })}\n`);
