/** What is served, and what is not, while the app is taken off the phones. The phones' side: `tests/browser/kill-switch.spec.ts`. */
import { afterAll, expect, test } from 'vitest';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { routePolicy } from '#protocol/policy-routes.ts';
import { RESCUE_PATH } from '#protocol/rescue.ts';
import type { Asset, Assets } from '#server/http/assets.ts';
import { killSwitchAssets, standsStill } from '#server/http/kill-switch.ts';
import { readConfig } from '#server/config.ts';
import { openFrontDoor } from './front-door.ts';

const asset = (text: string): Asset => ({
  contentType: 'text/html; charset=utf-8',
  etag: text,
  bytes: new TextEncoder().encode(text),
  compressed: {},
});
const built: Assets = new Map(
  [
    '/index.html',
    '/sw.js',
    '/assets/first-1.js',
    '/icons/icon.svg',
    '/cuu/index.html',
    '/cuu/sw.js',
    '/cuu/assets/a.js',
  ].map((path) => [path, asset(path)]),
);
const on = await openFrontDoor({ assets: built, killSwitch: true });
const off = await openFrontDoor({ assets: built });
afterAll(() => Promise.all([on.close(), off.close()]));

const read = async (
  front: typeof on,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> => {
  const reply = await front.door(path, { headers });
  return reply.ok ? reply.text() : String(reply.status);
};

test('while the kill switch is on every screen is the rescue page, and the worker the one that cleans', async () => {
  const html = { accept: 'text/html' };
  for (const path of ['/', '/xom/phieu', '/p', '/ra-soat'])
    expect([path, await read(on, path, html)]).toEqual([path, '/cuu/index.html']);
  expect(await read(on, '/sw.js', { 'service-worker': 'script' })).toBe('/cuu/sw.js');
  expect(await read(on, '/cuu/sw.js', { 'service-worker': 'script' })).toBe('403');
  expect(await read(on, '/cuu/assets/a.js')).toBe('/cuu/assets/a.js');
  // Nothing of the app itself.
  expect(await read(on, '/assets/first-1.js')).toBe('404');
  // The control: off, the app is the app.
  expect(await read(off, '/xom/phieu', html)).toBe('/index.html');
  expect(await read(off, '/sw.js')).toBe('/sw.js');
  expect(await read(off, '/assets/first-1.js')).toBe('/assets/first-1.js');
});

test('while the kill switch is on nothing signed is taken: phones are asked to come again, rescue files come in', async () => {
  const held = await on.door(EXCHANGE_PATH, { method: 'POST' });
  expect([held.status, Number(held.headers.get('retry-after')) > 0]).toEqual([503, true]);
  const file = await on.door(RESCUE_PATH, { method: 'POST', body: 'x' });
  expect(file.status).not.toBe(503);
  const open = routePolicy.filter(({ method, path }) => !standsStill(method, path.replace(/:\w+/, 'x')));
  expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'GET /api/v1/hello',
    'GET /api/v1/openapi.json',
    'GET /api/v1/public/campaign',
    'GET /api/v1/public/feedback/:code',
    'GET /api/v1/public/open-data',
    'GET /api/v1/public/open-data/:number',
    'GET /api/v1/public/open-data/:number/:table',
    'GET /api/v1/public/receipts/:code',
    'GET /cong-khai',
    'GET /cong-khai/anh.png',
    'GET /cong-khai/dien-hinh/:exemplar',
    'GET /healthz',
    ...open.filter(({ path }) => path === '/metrics').map(() => 'GET /metrics'),
    'GET /readyz',
    'POST /api/v1/rescue',
  ]);
  expect((await off.door(EXCHANGE_PATH, { method: 'POST' })).status).not.toBe(503);
});

test('a build without a rescue page has nothing to serve, and the switch has two positions', () => {
  expect(killSwitchAssets(new Map([['/index.html', asset('x')]])).size).toBe(0);
  expect(readConfig({ KILL_SWITCH: 'on' }, [])).toMatchObject({ config: { killSwitch: true } });
  expect(readConfig({ KILL_SWITCH: 'yes' }, [])).toEqual({
    kind: 'wrong',
    line: 'KILL_SWITCH: must be "on", or not set',
  });
});
