/** The real clock, dice, timers, locks and network of a page or of the service worker. */
import type { Environment, Locks, Timers, WakeEvent } from './environment.ts';
import { platformFetch } from './transport.ts';

export const BACKGROUND_SYNC_TAG = 'thidua-gui';

const timers: Timers = {
  set: (ms, run) => ({ id: globalThis.setTimeout(run, ms) }),
  clear: (handle) => {
    if ('id' in handle && typeof handle.id === 'number') globalThis.clearTimeout(handle.id);
  },
};

/** Browsers without Web Locks get none between tabs: every step behind the lock is safe to run twice. */
const locks: Locks = {
  request: (name, { ifAvailable }, body) =>
    'locks' in navigator
      ? navigator.locks.request(name, { ifAvailable }, (lock) => body(lock !== null))
      : body(true),
};

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function onWake(listener: (event: WakeEvent) => void): () => void {
  const online = (): void => listener('online');
  const restored = (event: Event): void => {
    if ('persisted' in event && event.persisted === true) listener('restored');
  };
  const visible = (): void => {
    if (document.visibilityState === 'visible') listener('visible');
  };
  globalThis.addEventListener('online', online);
  globalThis.addEventListener('pageshow', restored);
  if ('document' in globalThis) {
    document.addEventListener('visibilitychange', visible);
    document.addEventListener('resume', visible);
  }
  return () => {
    globalThis.removeEventListener('online', online);
    globalThis.removeEventListener('pageshow', restored);
    if ('document' in globalThis) {
      document.removeEventListener('visibilitychange', visible);
      document.removeEventListener('resume', visible);
    }
  };
}

/** Only Chromium has it, and only for an installed worker; nothing depends on it. */
async function askBackgroundSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration === undefined || !('sync' in registration)) return;
  const { sync } = registration;
  if (!(sync instanceof Object) || !('register' in sync) || typeof sync.register !== 'function') return;
  try {
    await sync.register(BACKGROUND_SYNC_TAG);
  } catch {
    // The person or the browser said no, or the worker is not active yet: the page's own engine sends.
  }
}

/** A browser that forbids it (no installed app) is no news. */
function showBadge(waiting: number): void {
  navigator.setAppBadge(waiting).catch(() => undefined);
}

export const createBrowserEnvironment = (build: string): Environment => ({
  clock: { now: () => Date.now() },
  chance: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  timers,
  locks,
  fetch: platformFetch,
  compress: 'CompressionStream' in globalThis ? gzip : null,
  isVisible: () => 'document' in globalThis && document.visibilityState === 'visible',
  onWake,
  askBackgroundSync,
  isPersisted: async () => (await navigator.storage?.persisted?.()) ?? false,
  ...('setAppBadge' in navigator && { showBadge }),
  build,
  onError: (error) => globalThis.reportError(error),
});
