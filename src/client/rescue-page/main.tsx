/**
 * The rescue page: a small app of its own, built apart from the other (`scripts/kill-switch.ts`), so that it runs nothing
 * of a build that was taken away.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readUnopened } from '#client/db/rare/read-unopened.ts';
import { createLockStore } from '#client/db/lock-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { createPocket } from '#client/db/pocket.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { RescuePage, type Kept } from './rescue-page.tsx';
import '#client/ui/base.css';

const pocket = createPocket(indexedDB);
const locks = createLockStore(indexedDB);
const environment = createBrowserEnvironment(String(import.meta.env['VITE_BUILD_ID']));

/** A profile that has no database yet has nothing sealed. */
const isAbsent = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function look(profile: ProfileRow): Promise<Kept> {
  try {
    // A locked profile cannot be read here; what it has not sent lies beside it, sealed for the commune.
    if ((await locks.lock(profile.id)) !== undefined) {
      const sealed = await locks.left(profile.id);
      return { profile, waiting: sealed?.operations ?? 0, ...(sealed !== undefined && { sealed }) };
    }
    return { profile, waiting: (await readUnopened(indexedDB, profile.id)).waiting.length };
  } catch (error) {
    return { profile, waiting: isAbsent(error) ? 0 : 'unread' };
  }
}

async function kept(): Promise<Kept[] | 'unread'> {
  try {
    return await Promise.all((await pocket.profiles()).map(look));
  } catch {
    return 'unread';
  }
}

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
createRoot(container).render(
  <StrictMode>
    <RescuePage kept={await kept()} surroundings={{ indexedDB, pocket, environment }} />
  </StrictMode>,
);
