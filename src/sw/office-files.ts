/** The office's files in a cache of their own: kept from the first officer's profile on, across versions. */
import type { PrecacheEntry } from 'workbox-precaching';

const CACHE = 'thidua-office';
const OFFICE = /^\/?assets\/office-/;

const pathOf = (file: PrecacheEntry | string): string => (typeof file === 'string' ? file : file.url);

export const isOfficeFile = (file: PrecacheEntry | string): boolean => OFFICE.test(pathOf(file));

/** Absolute paths; their names carry a hash of the content, so a path never changes its meaning. */
export const officePaths = (files: readonly (PrecacheEntry | string)[]): string[] =>
  files.filter(isOfficeFile).map((file) => `/${pathOf(file).replace(/^\//, '')}`);

export const keepsOffice = (): Promise<boolean> => caches.has(CACHE);

/**
 * Fetches what is not here yet. Files of older versions stay until {@link dropOldOfficeFiles}: a page that is still open
 * may ask for them.
 */
export async function keepOfficeFiles(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(paths.filter((path) => !kept.has(path)));
}

export async function answerFromOffice(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: CACHE });
  return kept ?? fetch(request);
}

/** Once this version is the only one: what it does not name goes. */
export async function dropOldOfficeFiles(paths: readonly string[]): Promise<void> {
  if (!(await keepsOffice())) return;
  const cache = await caches.open(CACHE);
  const old = (await cache.keys()).filter(({ url }) => !paths.includes(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}
