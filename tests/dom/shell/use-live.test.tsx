import { render, screen } from '@testing-library/react';
import { liveQuery } from 'dexie';
import { expect, test } from 'vitest';
import type { Workspace } from '#client/workspace.ts';
import { useLive } from '#client/app/use-live.ts';
import { HAMLET_ID } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

/** One read after another, as a screen's reader may: here the hamlet, then all that leaves this phone. */
async function readWaiting(workspace: Workspace): Promise<number> {
  await workspace.row('hamlet', HAMLET_ID);
  const [outbox] = await Promise.all([workspace.outbox(), workspace.rows('comment')]);
  return outbox.length;
}

function Waiting({ workspace }: { workspace: Workspace }) {
  const waiting = useLive(() => readWaiting(workspace), [workspace]);
  return <p>đang chờ: {waiting ?? '…'}</p>;
}

test('a reader of several tables, one after another, is asked again after a commit', async () => {
  const { workspace, profile } = await openSubject();
  render(<Waiting workspace={workspace} />);
  expect(await screen.findByText('đang chờ: 0')).toBeVisible();
  await workspace.comment(profile.assessmentId ?? '', 'Đã xem.');
  expect(await screen.findByText('đang chờ: 1')).toBeVisible();
});

test('control: a live query that traces its reader stands still after the same commit', async () => {
  const { workspace, profile } = await openSubject();
  const traced: number[] = [];
  const simple: number[] = [];
  const subscriptions = [
    liveQuery(() => readWaiting(workspace)).subscribe((count) => traced.push(count)),
    liveQuery(async () => (await workspace.outbox()).length).subscribe((count) => simple.push(count)),
  ];
  await expect.poll(() => [traced, simple]).toEqual([[0], [0]]);
  await workspace.comment(profile.assessmentId ?? '', 'Đã xem.');
  // The commit was heard: a reader of one table alone has seen it.
  await expect.poll(() => simple.at(-1)).toBe(1);
  expect(traced).toEqual([0]);
  for (const subscription of subscriptions) subscription.unsubscribe();
});
