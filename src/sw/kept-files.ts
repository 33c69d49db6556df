/**
 * Files that not every phone needs, in a cache of their own: kept from the first profile on that works with them, across
 * versions.
 */
import type { PrecacheEntry } from 'workbox-precaching';

type File = PrecacheEntry | string;
const pathOf = (file: File): string => (typeof file === 'string' ? file : file.url);

export interface KeptFiles {
  holds: (file: File) => boolean;
  /** Absolute; their names carry a hash of the content, so a path never changes its meaning. */
  paths: readonly string[];
  /** Whether a profile here has asked for them. */
  isKept: () => Promise<boolean>;
  /**
   * Fetches what is not here yet. Files of older versions stay until {@link KeptFiles.dropOld}: a page that is still open
   * may ask for them.
   */
  keep: () => Promise<void>;
  answer: (request: Request) => Promise<Response>;
  /** Once this version is the only one: what it does not name goes. */
  dropOld: () => Promise<void>;
}

/** `pattern`: which of the build's files, by their path from the root. */
export function keptFiles(name: string, pattern: RegExp, files: readonly File[]): KeptFiles {
  const holds = (file: File): boolean => pattern.test(pathOf(file));
  const paths = files.filter(holds).map((file) => `/${pathOf(file).replace(/^\//, '')}`);
  const isKept = (): Promise<boolean> => caches.has(name);
  return {
    holds,
    paths,
    isKept,
    keep: async () => {
      const cache = await caches.open(name);
      const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
      await cache.addAll(paths.filter((path) => !kept.has(path)));
    },
    answer: async (request) => (await caches.match(request, { cacheName: name })) ?? fetch(request),
    dropOld: async () => {
      if (!(await isKept())) return;
      const cache = await caches.open(name);
      const old = (await cache.keys()).filter(({ url }) => !paths.includes(new URL(url).pathname));
      await Promise.all(old.map((request) => cache.delete(request)));
    },
  };
}
