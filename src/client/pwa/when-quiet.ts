/** For what nobody waits for: registering the worker must not stand in the way of the first question. */

/** On a slow phone the first question is on screen by then; the phone that is left after it works without a network. */
const FIRST_SCREEN_MS = 2000;
/** A page that is never idle does it all the same. */
const LATEST_MS = 5000;

/** Call when the page is loaded. Runs once the first screen has had its time and the page has nothing else to do. */
export function whenQuiet(run: () => void): void {
  setTimeout(() => {
    // Safari knows no idle time: there its turn is the next task.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: LATEST_MS });
    else run();
  }, FIRST_SCREEN_MS);
}
