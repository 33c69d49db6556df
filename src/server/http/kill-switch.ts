/**
 * While the kill switch is on (`docs/kill-switch.md`) the app is not served: its worker is the one that takes it off the
 * phones, every screen is the rescue page, and nothing signed is taken, because what signs it may be the build that was
 * taken away. What waits stays in the outboxes; files with it are taken in as ever.
 */
import { RESCUE_PATH } from '#protocol/rescue.ts';
import type { Assets } from './assets.ts';

const FOLDER = '/cuu/';
/** What anybody may read. */
const OPEN = /^\/api\/v1\/(hello$|public\/|openapi\.json$)/;
const KEPT = /^\/(cuu|icons)\//;

/** Without `/sw.js` when this build has no kill switch in it: then there is nothing to serve at all. */
export function killSwitchAssets(assets: Assets): Assets {
  const kept = [...assets].filter(([path]) => KEPT.test(path));
  const inPlace = ['index.html', 'sw.js'].flatMap((name) => {
    const asset = assets.get(FOLDER + name);
    return asset === undefined ? [] : [[`/${name}`, asset] as const];
  });
  return new Map([...kept, ...inPlace]);
}

/** Routes that wait until the switch is off again. */
export const standsStill = (method: string, path: string): boolean =>
  path.startsWith('/api/') && !(method === 'POST' ? path === RESCUE_PATH : OPEN.test(path));
