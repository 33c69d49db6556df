import { ErrorBoundary } from '#client/app/error-boundary.tsx';
import { act, render, screen } from '@testing-library/react';
import { liveQuery } from 'dexie';
import { expect, test, vi } from 'vitest';
import { SaveFailure, type Workspace } from '#client/workspace.ts';
import { useLive } from '#client/app/use-live.ts';
import { TRIES, usePatient } from '#client/features/office/patiently.ts';
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

const TABLES = ['outbox'] as const;
/** A reader whose answers the test gives, one by one. */
function createReader() {
  const asked: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const read = () => new Promise<string>((resolve, reject) => void asked.push({ resolve, reject }));
  function Shown() {
    return <p>{usePatient(read, [read], TABLES) ?? 'đang đọc'}</p>;
  }
  return { asked, Shown };
}

test('a read of the office that comes too late leaves the last answer on the screen and is asked again', async () => {
  const { workspace, profile } = await openSubject();
  const { asked, Shown } = createReader();
  render(<Shown />);
  asked[0]?.resolve('một');
  expect(await screen.findByText('một')).toBeVisible();
  await workspace.comment(profile.assessmentId ?? '', 'Đã xem.');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.reject(new SaveFailure('timeout'));
  await expect.poll(() => asked.length).toBe(3);
  expect(screen.getByText('một')).toBeVisible();
  asked[2]?.resolve('hai');
  expect(await screen.findByText('hai')).toBeVisible();
});

test('control: a read that is late each time, and one that is broken, are said', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const { workspace, profile } = await openSubject();
  const shown = async () => {
    const { asked, Shown } = createReader();
    const { unmount } = render(
      <ErrorBoundary>
        <Shown />
      </ErrorBoundary>,
    );
    return { asked, unmount };
  };
  const first = await shown();
  for (let index = 0; index < TRIES; index++) {
    await expect.poll(() => first.asked.length).toBe(index + 1);
    await act(async () => first.asked[index]?.reject(new SaveFailure('timeout')));
  }
  expect(await screen.findByRole('alert')).toBeVisible();
  first.unmount();

  const second = await shown();
  second.asked[0]?.resolve('một');
  expect(await screen.findByText('một')).toBeVisible();
  await workspace.comment(profile.assessmentId ?? '', 'Đã xem.');
  await expect.poll(() => second.asked.length).toBe(2);
  await act(async () => second.asked[1]?.reject(new SaveFailure('lost')));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.queryByText('một')).toBeNull();
  error.mockRestore();
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
