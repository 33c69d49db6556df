/** A worker for pages that bring none: keeps the whole page at its first visit, and answers from there ever after. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @returns the worker's script for the files below `folder` */
export function workerFor(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => path !== '/index.html');
  return `
self.addEventListener('install', (event) => event.waitUntil(
  caches.open('page').then((cache) => cache.addAll(${JSON.stringify(['/', ...files])}))));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(
  caches.match(event.request.mode === 'navigate' ? '/' : event.request).then((kept) => kept ?? fetch(event.request))));`;
}
