/** The commune's log read by an officer's machine, against the real server, on lines of every luck. */
import { expect, test } from 'vitest';
import { openCommune } from './commune.ts';
import { head, officer } from './people-at.ts';

test('an officer reads the log page by page, each entry once, and the day’s head is the newest entry’s', async () => {
  const commune = await openCommune();
  const { workspace } = await officer(commune, 61);
  const revs: number[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await workspace.readLog({ limit: 3, ...(before !== undefined && { before }) });
    if (page.kind !== 'read') throw new Error(page.kind);
    revs.push(...page.value.entries.map(({ rev }) => rev));
    before = page.value.next;
    if (before === undefined) break;
  }
  expect(revs.length).toBeGreaterThan(3);
  expect(revs).toEqual([...new Set(revs)].sort((a, b) => b - a));

  const newest = await workspace.readLog({ limit: 1 });
  const heads = await workspace.readLogHeads();
  if (heads.kind !== 'read' || newest.kind !== 'read') throw new Error(`${heads.kind} ${newest.kind}`);
  expect(heads.value.days[0]?.log).toBe(newest.value.entries[0]?.log);
  expect(heads.value.days[0]?.log).toBe(newest.value.head.log);

  // Marks do not matter, and what nobody is called finds nobody.
  const found = await workspace.readLog({ limit: 5, text: 'máy xã' });
  const none = await workspace.readLog({ limit: 5, text: 'khongcoai' });
  expect(found.kind === 'read' && found.value.entries.length).toBeGreaterThan(0);
  expect(none).toMatchObject({ kind: 'read', value: { entries: [] } });
  await workspace.close();
});

test('a broken line and a portal are "no network", and a hamlet’s head is told that the log is not theirs', async () => {
  const commune = await openCommune();
  const { workspace, line, meet } = await officer(commune, 62);
  // What the machine pulls by itself is over: the next request is the log's.
  await meet();
  line.luck.push('loseReply');
  expect(await workspace.readLog({ limit: 5 })).toEqual({ kind: 'unreachable' });
  line.luck.push('portal');
  expect(await workspace.readLogHeads()).toEqual({ kind: 'unreachable' });
  expect(await workspace.readLog({ limit: 5 })).toMatchObject({ kind: 'read' });
  await workspace.close();

  const a = await head(commune, 63);
  expect(await a.workspace.readLog({ limit: 5 })).toEqual({ kind: 'refused', problem: 'not-allowed' });
  await a.workspace.close();
});
