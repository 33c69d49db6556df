import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure, getConfig } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';
import { guardConsole } from '../support/console.ts';

// React Testing Library sets these up by itself only where the test functions are globals.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
guardConsole();
const { getElementError } = getConfig();
configure({
  // While one waits for something the page is looked at every 50 ms: to write it all out each time took a fifth of the
  // tests' time, and only the last is read, which the library asks for anew.
  getElementError: (message, container) => {
    if (Reflect.get(getConfig(), '_disableExpensiveErrorDiagnostics') !== true)
      return getElementError(message, container);
    const error = new Error(message ?? '');
    error.name = 'TestingLibraryElementError';
    return error;
  },
});
/** A file that left the page by a link would leave the next one without an address, and without modules found by it. */
function goHome(): void {
  const window: { happyDOM?: { setURL: (url: string) => void } } & object = globalThis;
  window.happyDOM?.setURL('http://localhost:3000/');
}
goHome();
afterEach(() => {
  cleanup();
  // What was selected stays so, also in a text that is gone: the next test's arrow keys would move there.
  document.getSelection()?.removeAllRanges();
});
// The window and its libraries are those of the files before (`one-window.ts`); nothing of theirs is in it.
afterAll(async () => {
  // A page that was asked for and not waited for would arrive in the middle of the next file, outside its acts.
  await vi.dynamicImportSettled();
  // A field that went away while it had the focus keeps it here, as no browser would let it.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const name of document.documentElement.getAttributeNames())
    document.documentElement.removeAttribute(name);
  localStorage.clear();
  sessionStorage.clear();
  goHome();
});
