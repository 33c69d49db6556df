/**
 * The worker: keeps the shell on the phone and answers navigations with it, so that the app opens without a network. It
 * never touches `/api/*`, and takes over only when the page says so (`SKIP_WAITING`), never by itself.
 */
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { BACKGROUND_SYNC_TAG, syncInWorker } from '#client/sync/service-worker-sync.ts';
import {
  answerFromOffice,
  dropOldOfficeFiles,
  isOfficeFile,
  keepOfficeFiles,
  keepsOffice,
  officePaths,
} from './office-files.ts';
import { answerFromPdf, dropOldPdfFiles, isPdfFile, pdfPaths } from './pdf-files.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (PrecacheEntry | string)[];
};

const files = self.__WB_MANIFEST;
const office = officePaths(files);
const pdf = pdfPaths(files);
// Only what a family's and a hamlet's phone needs; the office's files wait until an officer works here, those that read
// PDF until a file is chosen.
precacheAndRoute(files.filter((file) => !isOfficeFile(file) && !isPdfFile(file)));

registerRoute(
  ({ url }) => url.origin === self.location.origin && office.includes(url.pathname),
  ({ request }) => answerFromOffice(request),
);
registerRoute(
  ({ url }) => url.origin === self.location.origin && pdf.includes(url.pathname),
  ({ request }) => answerFromPdf(request),
);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/healthz$/, /^\/readyz$/, /^\/metrics$/],
  }),
);

self.addEventListener('install', (event) => {
  // An officer's machine must open without a network after an update too.
  event.waitUntil(keepsOffice().then((keeps) => (keeps ? keepOfficeFiles(office) : undefined)));
});

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([dropOldOfficeFiles(office), dropOldPdfFiles(pdf)])),
);

self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  const type: unknown = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'KEEP_OFFICE') event.waitUntil(keepOfficeFiles(office));
});

/** One-off Background Sync (Chromium): sends what waits when the network is back and no page is open. */
const isSync = (event: Event): event is ExtendableEvent & { tag: string } =>
  'tag' in event && 'waitUntil' in event;

self.addEventListener('sync', (event: Event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG)
    event.waitUntil(syncInWorker(import.meta.env.VITE_BUILD_ID));
});
