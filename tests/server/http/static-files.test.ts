import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { loadAssets } from '#server/http/assets.ts';
import { staticReply } from '#server/http/static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'thidua-assets-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'assets'));
const script = 'export const xom = "Chùa 9";'.repeat(40);
const files: [string, string | Uint8Array][] = [
  ['index.html', '<!doctype html><title>Thi đua số</title>'],
  ['sw.js', 'self.addEventListener("fetch", () => {});'],
  ['manifest.webmanifest', '{}'],
  ['icon-192.png', Uint8Array.from([0x89, 0x50])],
  ['assets/main-1a2b.js', script],
  ['assets/main-1a2b.js.br', brotliCompressSync(script)],
  ['assets/main-1a2b.js.gz', gzipSync(script)],
  ['assets/main-1a2b.js.map', '{}'],
];
for (const [name, content] of files) writeFileSync(join(folder, name), content);
const assets = loadAssets(folder);

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Response =>
  staticReply(assets, new Request(`http://localhost${path}`, { method, headers }), path);

test('a hashed file is kept for a year and travels in the best coding its reader takes', async () => {
  const brotli = get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(brotli.headers.get('content-encoding')).toBe('br');
  expect(brotli.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(brotli.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(brotli.headers.get('vary')).toBe('accept-encoding');
  expect(new Uint8Array(await brotli.arrayBuffer())).toEqual(new Uint8Array(brotliCompressSync(script)));
  expect(
    get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br;q=0' }).headers.get('content-encoding'),
  ).toBe('gzip');
  const plain = get('/assets/main-1a2b.js');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(script);
});

test.each(['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/icon-192.png'])(
  '%s is asked for anew each time, and not sent again when unchanged',
  (path) => {
    const first = get(path);
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(get(path, { 'if-none-match': first.headers.get('etag') ?? '' }).status).toBe(304);
  },
);

test.each(['/xom', '/van-phong/phieu/0199', '/ghep'])(
  'the address %s of a screen opens the app',
  async (path) => {
    const reply = get(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain('Thi đua số');
    expect(reply.headers.get('cache-control')).toBe('no-cache');
  },
);

test.each([
  ['/xom', 'application/json'],
  ['/assets/gone-9f9f.js', 'text/html'],
  ['/favicon.ico', 'text/html'],
  ['/api/v1/nothing', 'text/html'],
  ['/assets/main-1a2b.js.map', '*/*'],
  ['/assets/main-1a2b.js.br', '*/*'],
  ['/../config.ts', '*/*'],
  ['/%2e%2e/config.ts', '*/*'],
])('%s asked for as %s is not found', async (path, accept) => {
  const reply = get(path, { accept });
  expect(reply.status).toBe(404);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
});

test('HEAD answers like GET without the body, and nothing else may be done to a file', async () => {
  const head = get('/index.html', {}, 'HEAD');
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  const post = get('/index.html', {}, 'POST');
  expect(post.status).toBe(405);
  expect(post.headers.get('allow')).toBe('GET, HEAD');
});

test('an app that was not built serves no file and says so', () => {
  const none = loadAssets(join(folder, 'absent'));
  expect(none.size).toBe(0);
  expect(
    staticReply(none, new Request('http://localhost/', { headers: { accept: 'text/html' } }), '/').status,
  ).toBe(404);
});
