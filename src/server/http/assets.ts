/**
 * The built app, read once at start: what a request may get is a fixed table, so no path can climb out of the folder.
 * `.br` and `.gz` beside a file are its compressed forms, made by the build.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

type Coding = 'br' | 'gzip';

export interface Asset {
  contentType: string;
  /** Strong validator of the plain bytes. */
  etag: string;
  bytes: Uint8Array<ArrayBuffer>;
  compressed: Partial<Record<Coding, Uint8Array<ArrayBuffer>>>;
}

/** By URL path: `/index.html`, `/assets/main-3f2a.js`. */
export type Assets = ReadonlyMap<string, Asset>;

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const codings: readonly (readonly [string, Coding])[] = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
];

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What `read` gives, or undefined where the file or folder is not there. */
function ifThere<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

const readBytes = (file: string): Uint8Array<ArrayBuffer> | undefined =>
  ifThere(() => new Uint8Array(readFileSync(file)));

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Everything in `folder` but source maps; an absent folder is an app that was not built, and the map is empty. */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const name of ifThere(() => listFiles(folder)) ?? []) {
    const contentType = contentTypes[extname(name)];
    // A build under way takes files away again; the server that is started after it reads them all.
    const bytes = contentType === undefined ? undefined : readBytes(join(folder, name));
    if (contentType === undefined || bytes === undefined) continue;
    const compressed: Asset['compressed'] = {};
    for (const [suffix, coding] of codings) {
      const packed = readBytes(join(folder, name + suffix));
      if (packed !== undefined) compressed[coding] = packed;
    }
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    assets.set(`/${name}`, { contentType, etag, bytes, compressed });
  }
  return assets;
}
