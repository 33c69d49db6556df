import type { Bulletin } from '#protocol/paper-records.ts';

/** What is typed of a bulletin and not yet kept. */
export type BulletinDraft = Pick<Bulletin, 'title' | 'seconds' | 'script' | 'post' | 'exemplars'>;
