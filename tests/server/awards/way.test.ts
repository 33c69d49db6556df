import { expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';
import { decisionOn, letterOn, meetingOn, nominee, noticeOn, step } from './papers.ts';

const DAY = 86_400_000;

/** The award as it is, one step further. */
async function stepped({ award }: Desk, id: string, to: string, more: object = {}, said: object = {}) {
  const now = await award(id);
  return { ...now, ...more, course: [...now.course, step(to, said)] };
}

test('an award goes from its nomination to the file, each step on what the commune keeps, each hand remembered', async () => {
  const desk = await openDesk('2025-12-01');
  const { write, commune } = desk;
  const [lan, hai] = [await desk.enrol('Lan'), await desk.enrol('Hải')];
  const chair = await desk.enrol('Sơn', 'chair');
  const first = nominee(desk, 'Bà Lê Thị Hoa');
  const { id } = first;
  const go = async (to: string, more: object = {}, said: object = {}) =>
    write(hai, 'award', await stepped(desk, id, to, more, said));

  expect(await write(lan, 'award', first)).toBe('applied');
  // Nothing twice for the same, however it is spelled; for something else yes. And nobody jumps.
  const track = 'exceptional';
  expect(await write(lan, 'award', nominee(desk, 'lê thị hoa'))).toBe('STATE_GUARD');
  expect(await write(lan, 'award', nominee(desk, 'LE THI HOA', { track }))).toBe('STATE_GUARD');
  const other = { track, achievement: 'Báo tin cháy kịp thời' };
  expect(await write(lan, 'award', nominee(desk, 'Lê Thị Hoa', other))).toBe('applied');
  expect(await go('shortlisted')).toBe('STATE_GUARD');
  expect(await go('verified')).toBe('applied');
  expect(await go('shortlisted')).toBe('STATE_GUARD');
  expect(await go('shortlisted', {}, { skipped: ['ranked'] })).toBe('STATE_GUARD');
  expect(await go('shortlisted', {}, { skipped: ['ranked'], reason: 'Cá nhân không xếp hạng' })).toBe(
    'applied',
  );

  const short = noticeOn(desk, [id], { until: '2025-12-05' });
  expect(await write(lan, 'awardNotice', short)).toBe('STATE_GUARD');
  const objection = { id: desk.newId(), awardId: id, date: '2025-12-03', from: 'Ông Tư', text: 'Chưa rõ' };
  const open = noticeOn(desk, [id], { objections: [{ ...objection, outcome: 'open', answer: '' }] });
  expect(await write(lan, 'awardNotice', open)).toBe('applied');
  expect(await go('publicNotice', { noticeId: open.id })).toBe('applied');
  const meeting = meetingOn(desk, '2025-12-09', [{ awardId: id, agree: 2 }]);
  expect(await write(lan, 'councilMeeting', meeting)).toBe('applied');
  // Too early; then somebody's word stands against it; then it has its answer.
  expect(await go('councilMeeting', { meetingId: meeting.id })).toBe('STATE_GUARD');
  commune.clock.advance(8 * DAY);
  expect(await go('councilMeeting', { meetingId: meeting.id })).toBe('STATE_GUARD');
  const answered = { ...objection, outcome: 'dismissed', answer: 'Đã xác minh' };
  expect(await write(lan, 'awardNotice', { ...open, objections: [] })).toBe('STATE_GUARD');
  expect(await write(lan, 'awardNotice', { ...open, objections: [answered] })).toBe('applied');
  expect(await go('councilMeeting', { meetingId: meeting.id })).toBe('applied');
  // What it went on by stays as it is.
  const votes = [{ awardId: id, agree: 1, disagree: 1, abstain: 0 }];
  expect(await write(lan, 'councilMeeting', { ...meeting, votes })).toBe('STATE_GUARD');

  const letter = letterOn(desk, [id]);
  expect(await write(lan, 'submissionLetter', letter)).toBe('applied');
  expect(await go('proposed', { letterId: letter.id })).toBe('applied');
  expect(await write(lan, 'submissionLetter', { ...letter, number: '06' })).toBe('applied');
  expect(await write(lan, 'submissionLetter', { ...letter, freezes: [desk.newId()] })).toBe('STALE_BASIS');

  const decision = decisionOn(desk, letter.id, { [id]: 702_000 });
  const approved = { ...decision, state: 'approved' };
  expect(await write(lan, 'awardDecision', decisionOn(desk, letter.id, { [id]: 900_000 }))).toBe(
    'STATE_GUARD',
  );
  expect(await write(lan, 'awardDecision', { ...decision, total: 1 })).toBe('STATE_GUARD');
  expect(await write(chair, 'awardDecision', decision)).toBe('STATE_GUARD');
  expect(await write(lan, 'awardDecision', decision)).toBe('applied');
  expect(await go('decided', { decisionId: decision.id })).toBe('STATE_GUARD');
  // Whoever prepared it does not approve it, on another machine of theirs neither.
  expect(await write(lan, 'awardDecision', approved)).toBe('SECOND_PERSON');
  expect(await write(await desk.enrol('Lan'), 'awardDecision', approved)).toBe('SECOND_PERSON');
  expect(await write(chair, 'awardDecision', approved)).toBe('applied');
  expect(await write(lan, 'awardDecision', { ...approved, number: '113' })).toBe('STATE_GUARD');
  expect(await go('withdrawn', {}, { reason: 'Thôi' })).toBe('STATE_GUARD');
  expect(await go('decided', { decisionId: decision.id })).toBe('applied');
  expect(await go('printed')).toBe('applied');
  const delivery = { date: '2025-12-15', number: '01', receivedBy: 'Lê Thị Hoa', place: 'Hội trường' };
  expect(await go('delivered')).toBe('STATE_GUARD');
  expect(await go('delivered', { delivery: { ...delivery, date: '2025-12-01' } })).toBe('STATE_GUARD');
  expect(await go('delivered', { delivery })).toBe('applied');
  expect((await desk.award(id)).course.map(({ to, by }) => [to, by === lan.id])).toEqual([
    ['submitted', true],
    ...['verified', 'shortlisted', 'publicNotice', 'councilMeeting', 'proposed', 'decided'].map((to) => [
      to,
      false,
    ]),
    ['printed', false],
    ['delivered', false],
  ]);

  // Taken back: the award first, with a reason, then the decision.
  const withdrawn = { ...approved, state: 'withdrawn', reason: 'Kê khai sai' };
  expect(await write(chair, 'awardDecision', withdrawn)).toBe('STATE_GUARD');
  expect(await go('revoked')).toBe('STATE_GUARD');
  expect(await go('revoked', {}, { reason: 'Kê khai sai' })).toBe('applied');
  expect(await write(chair, 'awardDecision', withdrawn)).toBe('applied');
  expect(await write(lan, 'award', nominee(desk, 'lê thị hoa'))).toBe('applied');
  expect((await commune.core.verify()).problems).toEqual([]);
}, 60_000);

test('a step of many goes in one batch and comes back as one, until something rests on it', async () => {
  const desk = await openDesk('2025-12-20');
  const [lan, hai] = [await desk.enrol('Lan'), await desk.enrol('Hải')];
  const track = 'exceptional';
  const awards = ['Lê Thị Hoa', 'Trần Văn Ba'].map((name) => nominee(desk, name, { track }));
  for (const award of awards) {
    await desk.write(lan, 'award', award);
    await desk.write(hai, 'award', await stepped(desk, award.id, 'verified'));
  }
  const letter = letterOn(
    desk,
    awards.map(({ id }) => id),
  );
  const proposed = async () =>
    Promise.all(awards.map(({ id }) => stepped(desk, id, 'proposed', { letterId: letter.id })));
  const batch = async () => {
    const [a, b] = await proposed();
    if (a === undefined || b === undefined) throw new Error('two awards');
    return desk.batch(lan, [
      ['submissionLetter', letter],
      ['award', a],
      ['award', b],
    ]);
  };
  const first = await batch();
  expect(first.verdict).toBe('applied');
  expect((await desk.award(awards[0]?.id ?? '')).course.at(-1)?.to).toBe('proposed');
  expect(await desk.revert(lan, first.id, 3)).toBe('applied');
  expect((await desk.award(awards[0]?.id ?? '')).course.at(-1)?.to).toBe('verified');

  letter.id = desk.newId();
  const second = await batch();
  expect(second.verdict).toBe('applied');
  const decision = decisionOn(
    desk,
    letter.id,
    Object.fromEntries(awards.map(({ id }): [string, number] => [id, 702_000])),
  );
  expect(await desk.write(lan, 'awardDecision', decision)).toBe('applied');
  // A batch is no way round the second person.
  expect((await desk.batch(hai, [['awardDecision', { ...decision, state: 'approved' }]])).verdict).toBe(
    'STATE_GUARD',
  );
  expect(await desk.write(hai, 'awardDecision', { ...decision, state: 'approved' })).toBe('applied');
  expect(await desk.revert(lan, second.id, 3)).toBe('STATE_GUARD');
  expect((await desk.commune.core.verify()).problems).toEqual([]);
}, 60_000);

test('whoever brought an award all the way alone does not approve it, though another prepared the decision', async () => {
  const desk = await openDesk('2025-12-20');
  const [lan, hai] = [await desk.enrol('Lan'), await desk.enrol('Hải')];
  const award = nominee(desk, 'Lê Thị Hoa', { track: 'exceptional' });
  const letter = letterOn(desk, [award.id]);
  expect(await desk.write(hai, 'award', award)).toBe('applied');
  expect(await desk.write(hai, 'award', await stepped(desk, award.id, 'verified'))).toBe('applied');
  expect(await desk.write(hai, 'submissionLetter', letter)).toBe('applied');
  const proposed = await stepped(desk, award.id, 'proposed', { letterId: letter.id });
  expect(await desk.write(hai, 'award', proposed)).toBe('applied');
  const decision = decisionOn(desk, letter.id, { [award.id]: 702_000 });
  expect(await desk.write(lan, 'awardDecision', decision)).toBe('applied');
  const approved = { ...decision, state: 'approved' };
  expect(await desk.write(hai, 'awardDecision', approved)).toBe('SECOND_PERSON');
  expect(await desk.write(await desk.enrol('Chi'), 'awardDecision', approved)).toBe('applied');
}, 60_000);
