/** The files that read PDF: fetched when a file is first chosen, and from then on kept, so that the next needs no network. */
import type { PrecacheEntry } from 'workbox-precaching';

const CACHE = 'thidua-pdf';
const PDF = /^\/?assets\/pdf[.-]/;

const pathOf = (file: PrecacheEntry | string): string => (typeof file === 'string' ? file : file.url);

export const isPdfFile = (file: PrecacheEntry | string): boolean => PDF.test(pathOf(file));

export const pdfPaths = (files: readonly (PrecacheEntry | string)[]): string[] =>
  files.filter(isPdfFile).map((file) => `/${pathOf(file).replace(/^\//, '')}`);

export async function answerFromPdf(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const reply = await fetch(request);
  if (reply.ok) await cache.put(request, reply.clone());
  return reply;
}

/** Once this version is the only one: what it does not name goes. */
export async function dropOldPdfFiles(paths: readonly string[]): Promise<void> {
  if (!(await caches.has(CACHE))) return;
  const cache = await caches.open(CACHE);
  const old = (await cache.keys()).filter(({ url }) => !paths.includes(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}
