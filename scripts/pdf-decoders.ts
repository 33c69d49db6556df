/**
 * Decoders the PDF reader fetches by name when a file needs them (scans in JBIG2 or JPEG 2000): its versions without
 * WebAssembly, which the content policy does not allow. Beside its other files, under its own version.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const NAMES = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'];

export function pdfDecoders(): Plugin {
  return {
    name: 'thidua-pdf-decoders',
    apply: 'build',
    // The service worker is a build of its own.
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
      const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
      for (const name of NAMES)
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdf-${version}/${name}`,
          source: readFileSync(join(dirname(manifest), 'wasm', name)),
        });
    },
  };
}
