import { expect, test } from 'vitest';
import type { FaultPoint, Faults } from '#server/sync/faults.ts';
import type { Intent } from '#protocol/operation.ts';
import { openCommune } from './commune.ts';

/** Fails at a point as long as it is told to. */
function planted(): { faults: Faults; failAt: (point: FaultPoint | null) => void; passed: FaultPoint[] } {
  let failing: FaultPoint | null = null;
  const passed: FaultPoint[] = [];
  return {
    passed,
    failAt: (point) => {
      failing = point;
    },
    faults: {
      at: (point) => {
        passed.push(point);
        if (point === failing) throw new Error(`planted at ${point}`);
      },
    },
  };
}

const comment = (assessmentId: string, text: string): Intent => ({
  kind: 'comment.add',
  args: { assessmentId, text },
});

test('a judge that fails is asked again, does not advance, and holds up only what comes after it', async () => {
  const { faults, failAt } = planted();
  const commune = await openCommune({ faults });
  const phone = await commune.head();
  const mine = phone.enrolment?.assessmentId ?? '';
  const texts = [phone.seal(comment(mine, 'một')), phone.seal(comment(mine, 'hai'))];
  failAt('beforeJudge');
  const failed = await phone.exchange(commune.door, texts);
  expect(failed.value).toMatchObject({ lastSeq: 0, results: [{ verdict: 'retry', code: 'BUSY' }] });
  expect((await commune.core.verify()).counts).toMatchObject({ comments: 0, quarantined: 0 });
  failAt(null);
  const healed = await phone.exchange(commune.door, texts);
  expect(healed.value?.results.map(({ verdict }) => verdict)).toEqual(['applied', 'applied']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('after five failures on one operation it is set aside with an alarm and the next goes through', async () => {
  const { faults, failAt } = planted();
  const commune = await openCommune({ faults });
  const phone = await commune.head();
  const mine = phone.enrolment?.assessmentId ?? '';
  const text = phone.seal(comment(mine, 'một'));
  failAt('beforeJudge');
  const codes = [];
  for (let turn = 0; turn < 5; turn++)
    codes.push((await phone.exchange(commune.door, [text], { firstSeq: 1 })).value?.results[0]?.code);
  expect(codes).toEqual(['BUSY', 'BUSY', 'BUSY', 'BUSY', 'SERVER_BUG']);
  expect(commune.logged.some(({ level, event }) => level === 'alarm' && event === 'judge-failed')).toBe(true);
  failAt(null);
  const next = await phone.exchange(commune.door, [phone.seal(comment(mine, 'hai'))]);
  expect(next.value).toMatchObject({ lastSeq: 2, results: [{ verdict: 'applied' }] });
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('killed before the commit nothing happened; killed after it everything did; either way once in the end', async () => {
  for (const point of ['beforeCommit', 'afterCommit'] as const) {
    const { faults, failAt, passed } = planted();
    const commune = await openCommune({ faults });
    const phone = await commune.head();
    const text = phone.seal(comment(phone.enrolment?.assessmentId ?? '', 'một'));
    failAt(point);
    await expect(phone.exchange(commune.door, [text])).rejects.toThrow(`planted at ${point}`);
    failAt(null);
    const { comments } = (await commune.core.verify()).counts;
    expect(comments).toBe(point === 'beforeCommit' ? 0 : 1);
    const again = await phone.exchange(commune.door, [text]);
    expect(again.value?.results).toMatchObject([{ verdict: 'applied' }]);
    expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { comments: 1 } });
    expect(passed).toContain(point);
  }
});
