/** Locks what was out of sight for too long: by a timer where the page lives on, by the time gone by where it slept. */
export interface HiddenPlatform {
  document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Phone's clock, ms. */
  now: () => number;
  /** Since the page began; stands still in some phones' sleep, but is never turned. */
  since: () => number;
  after: (ms: number, run: () => void) => () => void;
}

export const browserSight: HiddenPlatform = {
  get document() {
    return document;
  },
  now: () => Date.now(),
  since: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** @returns what stops watching */
export function whenLongHidden(hiddenMs: number, lock: () => void, platform: HiddenPlatform): () => void {
  const { document: page } = platform;
  let hidden: { now: number; since: number } | null = null;
  let stop = (): void => {};
  const look = (): void => {
    stop();
    stop = () => {};
    if (page.visibilityState === 'hidden') {
      hidden = { now: platform.now(), since: platform.since() };
      stop = platform.after(hiddenMs, lock);
      return;
    }
    if (hidden === null) return;
    // A clock turned back must not keep it open: the later of the two counts.
    const elapsed = Math.max(platform.now() - hidden.now, platform.since() - hidden.since);
    hidden = null;
    if (elapsed >= hiddenMs) lock();
  };
  page.addEventListener('visibilitychange', look);
  if (page.visibilityState === 'hidden') look();
  return () => {
    stop();
    page.removeEventListener('visibilitychange', look);
  };
}
