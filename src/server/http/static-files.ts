/**
 * Answers for everything that is not a route of the table: files of the build, the app itself for its own screens, and
 * `not-found` for the rest.
 */
import type { Asset, Assets } from './assets.ts';
import { problemReply } from './problem.ts';
import { acceptsCoding } from './reply.ts';

const INDEX = '/index.html';
/** Names under here carry a hash of their content, so they never change. */
const HASHED = '/assets/';

const cacheControl = (path: string): string =>
  path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Strong validators differ by coding; the plain one is enough to know the content by. */
const matches = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag);

/** An asset as the caller's browser takes it best, or that it has it already. `more`: headers of its own. */
export function sendAsset(request: Request, asset: Asset, more: Readonly<Record<string, string>>): Response {
  const accepted = request.headers.get('accept-encoding');
  const headers = new Headers({
    'content-type': asset.contentType,
    vary: 'accept-encoding',
    ...more,
  });
  const coding = (['br', 'gzip'] as const).find(
    (name) => asset.compressed[name] !== undefined && acceptsCoding(accepted, name),
  );
  const bytes = coding === undefined ? asset.bytes : (asset.compressed[coding] ?? asset.bytes);
  const etag = `"${asset.etag}${coding === undefined ? '' : `-${coding}`}"`;
  headers.set('etag', etag);
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  if (coding !== undefined) headers.set('content-encoding', coding);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers });
}

/** A screen of the app asked for by a browser's address bar; a missing script or picture is not one. */
const isNavigation = (request: Request, path: string): boolean =>
  (request.headers.get('accept') ?? '').includes('text/html') &&
  !path.startsWith('/api/') &&
  !path.startsWith(HASHED) &&
  !(path.split('/').at(-1) ?? '').includes('.');

/** The reply for `path` of a request that no route took. */
export function staticReply(assets: Assets, request: Request, path: string): Response {
  const asset = assets.get(path === '/' ? INDEX : path);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return asset === undefined
      ? problemReply('not-found')
      : problemReply('method-not-allowed', { allow: 'GET, HEAD' });
  if (asset !== undefined) return sendAsset(request, asset, { 'cache-control': cacheControl(path) });
  const index = assets.get(INDEX);
  return index !== undefined && isNavigation(request, path)
    ? sendAsset(request, index, { 'cache-control': cacheControl(INDEX) })
    : problemReply('not-found');
}
