/**
 * The kill switch: served as `/sw.js` while it is on (`docs/kill-switch.md`). Browsers look for a newer worker at every
 * opening; this one takes over at once, empties every cache, takes itself away and opens the page anew, which then comes
 * from the server: the rescue page. IndexedDB, where drafts and the outbox are, is not touched.
 */
declare const self: ServiceWorkerGlobalScope;

async function clean(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: 'window' });
  // Not waited for: a page that is being closed answers never. To the front page, because an address that differs in its
  // fragment alone would not be fetched.
  for (const page of pages) page.navigate('/').catch(() => undefined);
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(clean()));
