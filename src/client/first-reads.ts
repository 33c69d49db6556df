/**
 * What is asked for before the page's libraries are evaluated, because disk and network work meanwhile: what this phone
 * knows of itself and, at an address that is no family's, the rest of the app. Imported before anything else.
 */
import { createPocket } from './db/pocket.ts';

export const pocket = createPocket(indexedDB);
export const firstReads = Promise.all([pocket.profiles(), pocket.settings(), pocket.campaign()]);
// Whoever draws the page says what failed; where nobody comes to ask, it is no news.
firstReads.catch(() => undefined);

export const loadApp = () => import('./app/app.tsx');
if (!['/', '/p'].includes(location.pathname)) loadApp().catch(() => undefined);
