import { expect, test } from 'vitest';
import { awardRecordSchemas } from '#protocol/award-records.ts';
import { openDesk, type Desk } from '../awards/desk.ts';
import { decisionOn, letterOn, meetingOn, nominee, noticeOn, step } from '../awards/papers.ts';
import { household, send } from '../core/sending.ts';

const DAY = 86_400_000;

/** Everything the store says, row by row, as text. */
async function textOf({ commune }: Desk): Promise<string> {
  let text = '';
  await commune.store.snapshot(async (snapshot) => {
    for (const table of ['record', 'feed', 'operation', 'batch_put'] as const)
      for await (const rows of snapshot.rows(table)) text += JSON.stringify(rows);
  });
  return text;
}

test('of an erased family the awards nobody decided go, with all that was said of them; decided ones stay with their file', async () => {
  const desk = await openDesk('2025-12-01');
  const { write, commune, award } = desk;
  const [lan, hai] = [await desk.enrol('Lan'), await desk.enrol('Hải')];
  const hamletId = commune.hamlets[0]?.id ?? '';
  const ids = [desk.newId(), desk.newId(), desk.newId()];
  const names = ['Hộ ông MARKgone', 'Hộ ông MARKkept', 'Hộ bà MARKother'];
  for (const [at, id] of ids.entries())
    expect(await send(commune, lan, household(id, hamletId, `MARKname${at}`))).toEqual(['applied']);
  const [gone, kept, other] = ids.map((subjectId, at) =>
    nominee(desk, names[at] ?? '', {
      track: at === 1 ? 'exceptional' : 'movement',
      recipient: { kind: 'household', name: names[at], position: '', subjectKind: 'household', subjectId },
    }),
  );
  if (gone === undefined || kept === undefined || other === undefined) throw new Error('three awards');
  const go = async (id: string, to: string, more: object = {}, said: object = {}): Promise<void> => {
    const now = await award(id);
    const verdict = await write(hai, 'award', { ...now, ...more, course: [...now.course, step(to, said)] });
    expect([to, verdict]).toEqual([to, 'applied']);
  };
  const letter = letterOn(desk, [kept.id]);
  for (const each of [gone, kept, other]) {
    expect(await write(lan, 'award', each)).toBe('applied');
    await go(each.id, 'verified');
  }
  expect(await write(lan, 'submissionLetter', letter)).toBe('applied');
  await go(kept.id, 'proposed', { letterId: letter.id });
  const decision = decisionOn(desk, letter.id, { [kept.id]: 1_053_000 });
  expect(await write(lan, 'awardDecision', decision)).toBe('applied');
  expect(await write(hai, 'awardDecision', { ...decision, state: 'approved' })).toBe('applied');
  await go(kept.id, 'decided', { decisionId: decision.id });

  const villageVote = {
    date: '2025-12-01',
    place: '',
    chair: '',
    secretary: 'MARKvote',
    households: 20,
    votes: { agree: 20, disagree: 0, abstain: 0 },
  };
  for (const { id } of [gone, other]) {
    await go(id, 'shortlisted', {}, { skipped: ['ranked'], reason: 'Đề cử' });
    await go(
      id,
      'villageVote',
      id === gone.id ? { villageVote } : { villageVote: { ...villageVote, secretary: '' } },
    );
  }
  const objection = {
    id: desk.newId(),
    awardId: gone.id,
    date: '2025-12-03',
    from: 'MARKfrom',
    text: 'MARKtext',
    outcome: 'dismissed',
    answer: 'MARKanswer',
  };
  const notice = noticeOn(desk, [gone.id, other.id], { objections: [objection] });
  expect((await desk.batch(lan, [['awardNotice', notice]])).verdict).toBe('applied');
  for (const { id } of [gone, other]) await go(id, 'publicNotice', { noticeId: notice.id });
  // Control: what is looked for is there.
  expect(await textOf(desk)).toMatch(/MARKgone.*MARKvote|MARKtext/s);

  const erased = await commune.core.eraseHouseholds(ids.slice(0, 2));
  expect(erased.map(({ kind }) => kind)).toEqual(['erased', 'erased']);
  const left = await textOf(desk);
  for (const mark of ['MARKgone', 'MARKname0', 'MARKname1', 'MARKvote', 'MARKfrom', 'MARKtext', 'MARKanswer'])
    expect([mark, left.includes(mark)]).toEqual([mark, false]);
  expect(left).toContain('MARKkept');
  expect((await commune.core.verify()).problems).toEqual([]);

  // The file of the decision goes on, and so does the neighbour on the same list.
  await go(kept.id, 'printed');
  commune.clock.advance(10 * DAY);
  const meeting = meetingOn(desk, '2025-12-10', [{ awardId: other.id, agree: 2 }]);
  expect(await write(lan, 'councilMeeting', meeting)).toBe('applied');
  await go(other.id, 'councilMeeting', { meetingId: meeting.id });
  const row = await commune.store.read(({ record }) => record.find('awardNotice', notice.id));
  const now = awardRecordSchemas.awardNotice.parse(JSON.parse(row?.value ?? 'null'));
  expect(now.objections.map(({ outcome, text }) => [outcome, text])).toEqual([['dismissed', '—']]);
  expect(await write(lan, 'awardNotice', { ...now, places: 'Nhà văn hóa' })).toBe('applied');
  expect((await commune.core.verify()).problems).toEqual([]);
}, 60_000);
