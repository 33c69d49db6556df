/** A commune's 1.800 families' forms verified together: few transactions, few renders, stopped and gone on with. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CHAIN_START, nextChain } from '#protocol/hash.ts';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import { onChange } from '#client/db/on-change.ts';
import { useVerifyRun } from '#client/features/office/review/many/use-verify-run.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { CAMPAIGN_ID, COMMUNE_ID, householdId } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { lying, submissionId } from '../office-rows.ts';

const FORMS = 1800;
const SLOW = { timeout: 60_000 };

test('1.800 forms are sealed in order, in dozens a transaction; a stop leaves the rest as it lay', async () => {
  const indexes = Array.from({ length: FORMS }, (_, at) => at + 1);
  const { workspace } = await openSubject({
    role: 'officer',
    rows: indexes.flatMap((index) => lying({ name: `Gia đình ${index}`, index })),
  });
  const forms = indexes.map((index) => ({
    assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, householdId(index)),
    submission: submissionId(index),
    statusRev: 1,
  }));
  let commits = 0;
  const unsubscribe = onChange(['outbox'], () => (commits += 1));
  let renders = 0;
  const { result } = renderHook(
    () => {
      renders += 1;
      return useVerifyRun();
    },
    {
      wrapper: ({ children }) => <WorkspaceProvider workspace={workspace}>{children}</WorkspaceProvider>,
    },
  );
  await act(async () => {
    const run = result.current.start(forms);
    result.current.stop();
    await run;
  });
  const { done } = result.current.run ?? { done: 0 };
  expect(result.current.run?.state).toBe('stopped');
  expect(done).toBeLessThan(FORMS);
  expect(await workspace.outbox()).toHaveLength(2 * done);

  await act(() => result.current.start(forms));
  await waitFor(() => expect(result.current.run?.state).toBe('over'), SLOW);
  // Those of the first run are on their way: nothing twice.
  expect(result.current.run).toMatchObject({ done: FORMS, changed: done });
  unsubscribe();
  const outbox = await workspace.outbox();
  expect(outbox).toHaveLength(2 * FORMS);
  let chain = CHAIN_START;
  for (const [at, row] of outbox.entries()) {
    chain = await nextChain(chain, row.hash);
    if (row.seq !== at + 1 || row.chain !== chain) throw new Error(`place ${at} is broken`);
  }
  expect(commits).toBeLessThan(FORMS / 30);
  expect(renders).toBeLessThan(FORMS / 30);
});
