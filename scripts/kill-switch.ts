/**
 * The kill switch (`docs/kill-switch.md`), built beside the app and apart from it: `cuu/` holds the worker that takes an
 * app off the phones, and the page that stands in its place. No file of theirs is a file of the app, so what is wrong with
 * the app is not wrong with them, and they weigh nothing on its way.
 */
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Plugin } from 'vite';

const FOLDER = 'cuu';

export interface KillSwitchOptions {
  /** The repository. */
  root: string;
  /** The oldest browsers served. */
  target: string[];
}

export function killSwitch({ root, target }: KillSwitchOptions): Plugin {
  let outDir = '';
  let define: NonNullable<InlineConfig['define']> = {};
  return {
    name: 'thidua-kill-switch',
    apply: 'build',
    // The service worker is a build of its own.
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      outDir = join(resolve(config.root, config.build.outDir), FOLDER);
      define = config.define ?? {};
    },
    closeBundle: {
      sequential: true,
      async handler() {
        const shared = { configFile: false, publicDir: false, logLevel: 'error', define } as const;
        const common = { outDir, target, cssTarget: target, reportCompressedSize: false };
        await build({
          ...shared,
          root: join(root, 'src/client/rescue-page'),
          base: `/${FOLDER}/`,
          plugins: [react()],
          build: { ...common, emptyOutDir: true, modulePreload: { polyfill: false } },
        });
        await build({
          ...shared,
          root,
          build: {
            ...common,
            emptyOutDir: false,
            lib: {
              entry: join(root, 'src/sw/kill.ts'),
              formats: ['iife'],
              name: 'kill',
              fileName: () => 'sw.js',
            },
          },
        });
      },
    },
  };
}
