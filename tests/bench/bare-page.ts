/** The floor to hold a start against: one field in React and nothing else, built and kept offline as the product is. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../support/source-files.ts';

const HTML = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>React</title></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body></html>`;
const MAIN = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('label', null, 'Tên ', createElement('input')));
navigator.serviceWorker?.register('/sw.js');`;
const worker = (paths: readonly string[]): string => `
self.addEventListener('install', (event) => event.waitUntil(
  caches.open('bare').then((cache) => cache.addAll(${JSON.stringify(paths)}))));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(
  caches.match(event.request.mode === 'navigate' ? '/' : event.request).then((kept) => kept ?? fetch(event.request))));`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export interface BarePage {
  url: string;
  close(): Promise<void>;
}

export async function serveBarePage(): Promise<BarePage> {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bare-page-'));
  writeFileSync(join(folder, 'index.html'), HTML);
  writeFileSync(join(folder, 'main.js'), MAIN);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { modulePreload: { polyfill: false } },
  });
  const dist = join(folder, 'dist');
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(dist.length), readFileSync(path));
  }
  const paths = ['/', ...[...files.keys()].filter((path) => path !== '/index.html')];
  files.set('/sw.js', Buffer.from(worker(paths)));
  const packed = new Map([...files].map(([path, bytes]) => [path, brotliCompressSync(bytes)]));
  rmSync(folder, { recursive: true });

  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const bytes = packed.get(path);
    if (bytes === undefined) return response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bare page is served nowhere');
  return {
    url: `http://localhost:${address.port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
