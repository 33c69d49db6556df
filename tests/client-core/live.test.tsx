/**
 * Screens read through Dexie's live queries: every read of a workspace must be noticed, also the second in a row. Among
 * the component tests, because live queries run only where the platform had IndexedDB before Dexie was read.
 */
import { liveQuery } from 'dexie';
import { expect, test } from 'vitest';
import { openWorkspace } from '#client/open-workspace.ts';
import { openStore } from '#client/sync/open-store.ts';
import { ASSESSMENT, aDraft } from './makers.ts';
import { aSettlement } from './settlements.ts';
import { aProfile, createPhone, quietHooks, untilTrue } from './surroundings.ts';

const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network'));

test('a live query over several reads fires again when any of them changes', async () => {
  const opened = await openWorkspace(aProfile(), createPhone(2).tab(noNetwork), quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { workspace } = opened;
  const seen: string[] = [];
  const subscription = liveQuery(async () => {
    const households = await workspace.rows('household');
    const drafts = await workspace.drafts();
    const outbox = await workspace.outbox();
    const receipts = await workspace.receipts();
    const { lastSeq } = await workspace.syncState();
    return `${households.length} ${drafts.length} ${outbox.length} ${receipts.length} ${lastSeq}`;
  }).subscribe({ next: (value) => seen.push(value), error: (error: unknown) => seen.push(String(error)) });
  await untilTrue(() => seen.includes('0 0 0 0 0'));
  await workspace.saveDraft(aDraft());
  await untilTrue(() => seen.includes('0 1 0 0 0'));
  await workspace.comment(ASSESSMENT, 'một');
  await untilTrue(() => seen.includes('0 1 1 0 1'));
  const id = workspace.newId();
  await workspace.putRecord('household', id, { id, hamletId: workspace.newId(), householder: 'Ông Ánh' }, 0);
  await untilTrue(() => seen.includes('1 1 2 0 2'));
  expect((await workspace.row('household', id))?.value.householder).toBe('Ông Ánh');
  subscription.unsubscribe();
  await workspace.close();
});

test('a list of rows is not read again because a counter went up', async () => {
  const opened = await openStore('p2', createPhone(3).tab(noNetwork), quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { store } = opened;
  let reads = 0;
  let standings = 0;
  const subscriptions = [
    liveQuery(() => store.rows('submission')).subscribe(() => (reads += 1)),
    liveQuery(() => store.state()).subscribe(() => (standings += 1)),
  ];
  await untilTrue(() => reads === 1 && standings === 1);
  // The first reply names the life of the rows: that they do notice.
  await store.settle(aSettlement());
  await untilTrue(() => reads === 2);
  const before = standings;
  await store.nextCounter();
  await untilTrue(() => standings > before);
  await store.settle(aSettlement({ at: 2000 }));
  await untilTrue(() => standings > before + 1);
  expect(reads).toBe(2);
  for (const subscription of subscriptions) subscription.unsubscribe();
  opened.close();
});
