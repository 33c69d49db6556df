/**
 * The window of the component tests: made once for each worker, so that the libraries (React, the router, Dexie) are
 * read once too, and not anew for each of the files. `tests/setup/dom.ts` gives each file a clean one.
 */
import { builtinEnvironments, type Environment } from 'vitest/runtime';

const MADE = Symbol.for('thi-dua-so one window');

const environment: Environment = {
  ...builtinEnvironments['happy-dom'],
  name: 'one-window',
  async setup(global, options) {
    if (!Reflect.has(global, MADE)) {
      await builtinEnvironments['happy-dom'].setup(global, options);
      Reflect.set(global, MADE, true);
    }
    return { teardown: () => undefined };
  },
};
// The form Vitest asks for.
// oxlint-disable-next-line import/no-default-export
export default environment;
