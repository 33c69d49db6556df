import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chunkNames } from './scripts/chunks.ts';
import { pdfDecoders } from './scripts/pdf-decoders.ts';
import { buildIdOf } from './scripts/inputs.mjs';
import { killSwitch } from './scripts/kill-switch.ts';
import { webManifest } from './scripts/web-manifest.ts';

// The oldest phones we promise to serve.
const BROWSERS = ['chrome100', 'safari15.4', 'ios15.4', 'firefox100'];
const buildId = buildIdOf(import.meta.dirname);

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/sw',
  filename: 'sw.ts',
  registerType: 'prompt',
  // The app registers the worker itself, through its Trusted Types policy.
  injectRegister: false,
  manifest: webManifest,
  includeManifestIcons: false,
  injectManifest: {
    // Everything the shell runs on. The worker leaves `assets/office-*` until an officer's profile is here, and
    // `assets/docx-*` until a unit's or an officer's is.
    globPatterns: ['index.html', 'assets/**/*.{js,css}', 'icons/icon.svg'],
    target: BROWSERS,
    sourcemap: false,
    // A classic worker: old phones know no other, and it has no modules of its own to import later.
    rollupFormat: 'iife',
  },
});

// Isolation costs two fifths of the tests' time: every file would start a process and read all the libraries anew. A file
// that replaces modules reads them anew itself (`vi.resetModules`) and leaves none behind.
const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'node',
      environment: 'node',
      isolate: false,
      include: ['tests/**/*.test.ts'],
      exclude: [...configDefaults.exclude, 'tests/browser/**'],
      setupFiles: ['tests/setup/node.ts'],
    },
  },
  {
    extends: true,
    test: {
      name: 'dom',
      environment: './tests/setup/one-window.ts',
      isolate: false,
      include: ['tests/**/*.test.tsx'],
      setupFiles: ['tests/setup/dom.ts'],
    },
  },
];

export default defineConfig({
  plugins: [
    react(),
    ...(process.env['VITEST'] === undefined
      ? [pdfDecoders(), pwa, killSwitch({ root: import.meta.dirname, target: BROWSERS })]
      : []),
  ],
  // Builds for browsers of today: Dexie's is 2 kB less on the way to a family's form than the one it exports, the
  // worker's window 0,9 kB.
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' },
    ],
  },
  define: { 'import.meta.env.VITE_BUILD_ID': JSON.stringify(buildId) },
  build: {
    target: BROWSERS,
    cssTarget: BROWSERS,
    // The phone gets brotli made once by scripts/precompress.mjs; gzip sizes printed here would mislead.
    reportCompressedSize: false,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // No field of a class hides a setter: assigned, they cost the first page 0,2 kB less than defined.
      transform: { assumptions: { setPublicClassFields: true } },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: chunkNames(), debugName: 'by reach' }],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/cong-khai', '/healthz', '/readyz'].map((path) => [
        path,
        process.env['DEV_API'] ?? 'http://localhost:8080',
      ]),
    ),
  },
  test: {
    projects,
    env: {
      TZ: 'Asia/Ho_Chi_Minh',
      // Dozens of starts of one server: what it was compiled to is kept between them.
      NODE_COMPILE_CACHE: join(tmpdir(), 'thi-dua-so-compiled'),
    },
    // A limit on hanging, not on speed: no result depends on how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores: more workers only queue.
    maxWorkers: 2,
    reporters: process.env['VITEST_JSON'] === undefined ? ['default'] : ['default', 'json'],
    ...(process.env['VITEST_JSON'] === undefined ? {} : { outputFile: { json: process.env['VITEST_JSON'] } }),
  },
});
