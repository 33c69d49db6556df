/**
 * The worker: keeps the shell on the phone and answers navigations with it, so that the app opens without a network; the
 * public board it asks the server for, and keeps as last seen. It never touches `/api/*`, and takes over only when the
 * page says so (`SKIP_WAITING`), never by itself.
 */
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { BACKGROUND_SYNC_TAG, syncInWorker } from '#client/sync/service-worker-sync.ts';
import { answerBoard, isBoard } from './board-page.ts';
import { keptFiles } from './kept-files.ts';
import { answerFromPdf, dropOldPdfFiles, isPdfFile, pdfPaths } from './pdf-files.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (PrecacheEntry | string)[];
};

const files = self.__WB_MANIFEST;
const office = keptFiles('thidua-office', /^\/?assets\/office-/, files);
/** What writes papers as text documents: a unit's and the office's. */
const docx = keptFiles('thidua-docx', /^\/?assets\/docx-/, files);
const pdf = pdfPaths(files);
// Only what a family's and a hamlet's phone needs; the office's files wait until an officer works here, what writes text
// documents until a unit or an officer does, those that read PDF until a file is chosen.
precacheAndRoute(files.filter((file) => !office.holds(file) && !docx.holds(file) && !isPdfFile(file)));

for (const { paths, answer } of [office, docx])
  registerRoute(
    ({ url }) => url.origin === self.location.origin && paths.includes(url.pathname),
    ({ request }) => answer(request),
  );
registerRoute(
  ({ url }) => url.origin === self.location.origin && pdf.includes(url.pathname),
  ({ request }) => answerFromPdf(request),
);
registerRoute(
  ({ url, request }) => url.origin === self.location.origin && isBoard(url, request),
  ({ request }) => answerBoard(request),
);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/cong-khai(\/|$)/, /^\/healthz$/, /^\/readyz$/, /^\/metrics$/],
  }),
);

const keepForOffice = async (): Promise<void> => {
  await Promise.all([office.keep(), docx.keep()]);
};

/** An officer's machine must open, and a unit's must write its report, without a network after an update too. */
async function keepAgain(): Promise<void> {
  if (await office.isKept()) await keepForOffice();
  else if (await docx.isKept()) await docx.keep();
}

self.addEventListener('install', (event) => event.waitUntil(keepAgain()));

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([office.dropOld(), docx.dropOld(), dropOldPdfFiles(pdf)])),
);

self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  const type: unknown = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'KEEP_OFFICE') event.waitUntil(keepForOffice());
  if (type === 'KEEP_DOCX') event.waitUntil(docx.keep());
});

/** One-off Background Sync (Chromium): sends what waits when the network is back and no page is open. */
const isSync = (event: Event): event is ExtendableEvent & { tag: string } =>
  'tag' in event && 'waitUntil' in event;

self.addEventListener('sync', (event: Event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG)
    event.waitUntil(syncInWorker(import.meta.env.VITE_BUILD_ID));
});
