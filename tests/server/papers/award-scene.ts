/** A commune whose awards went all the way: a paper of every kind, certificates and annexes are to be drawn from it. */
import { expect } from 'vitest';
import { openDesk, type Desk } from '../awards/desk.ts';
import { decisionOn, letterOn, meetingOn, nominee, step } from '../awards/papers.ts';
import { household, put, send } from '../core/sending.ts';
import type { SigningDevice } from '../../support/signing-device.ts';

export const DAY = '2025-12-12';

export interface AwardScene {
  desk: Desk;
  /** Two people of the office. */
  lan: SigningDevice;
  hai: SigningDevice;
  /** The class in the commune's register. */
  trainingId: string;
  /** As they were written; no store has held them. */
  written: ReadonlyMap<string, Record<string, unknown>>;
}

const training = {
  kind: 'training',
  date: '2025-10-02',
  title: 'Định danh',
  place: '',
  organiser: '',
  people: 86,
  hamlets: [],
  result: '',
};
const villageVote = {
  date: '2025-11-20',
  place: 'Nhà văn hóa xóm',
  chair: 'Hoàng Văn Bình',
  secretary: 'Đỗ Thị Ước',
  households: 20,
  votes: { agree: 19, disagree: 1, abstain: 0 },
};
const AMOUNTS = [702_000, 702_000, 1_053_000];

/** On whichever store communes are opened on. */
export async function openAwardScene(): Promise<AwardScene> {
  const desk = await openDesk(DAY);
  const { write, award, commune, campaignId } = desk;
  const [lan, hai] = [await desk.enrol('Lan'), await desk.enrol('Hải')];
  const familyId = desk.newId();
  const hamletId = commune.hamlets[0]?.id ?? '';
  const trainingId = desk.newId();
  expect(
    await send(
      commune,
      lan,
      household(familyId, hamletId, 'Trần Văn Ẫm'),
      put('registerEntry', trainingId, { id: trainingId, campaignId, ...training }),
    ),
  ).toEqual(['applied', 'applied']);

  const family = { kind: 'household', name: 'Hộ ông Trần Văn Ẫm', position: 'Xóm Đình 6' };
  const people = [
    nominee(desk, 'Bà Lê Thị Hoa'),
    nominee(desk, 'Ông Đỗ Văn Ước <b> {{x}}'),
    nominee(desk, '', { recipient: { ...family, subjectKind: 'household', subjectId: familyId } }),
  ];
  const ids = people.map(({ id }) => id);
  const go = async (id: string, to: string, more: object = {}, said: object = {}): Promise<void> => {
    const now = await award(id);
    const next = { ...now, ...more, course: [...now.course, step(to, said)] };
    expect([to, await write(hai, 'award', next)]).toEqual([to, 'applied']);
  };
  const council = meetingOn(
    desk,
    '2025-11-28',
    ids.map((awardId) => ({ awardId, agree: 2 })),
  );
  const letter = letterOn(desk, ids);
  const amounts = Object.fromEntries(ids.map((id, at) => [id, AMOUNTS[at] ?? 0]));
  const decision = decisionOn(desk, letter.id, amounts);

  for (const person of people) {
    expect(await write(lan, 'award', person)).toBe('applied');
    await go(person.id, 'verified');
    await go(person.id, 'shortlisted', {}, { skipped: ['ranked'], reason: 'Đề cử' });
  }
  await go(ids[2] ?? '', 'villageVote', { villageVote });
  expect(await write(lan, 'councilMeeting', council)).toBe('applied');
  const unhung = { skipped: ['publicNotice'], reason: 'Đã niêm yết cùng đợt trước' };
  for (const id of ids) await go(id, 'councilMeeting', { meetingId: council.id }, unhung);
  expect(await write(lan, 'submissionLetter', letter)).toBe('applied');
  for (const id of ids) await go(id, 'proposed', { letterId: letter.id });
  expect(await write(lan, 'awardDecision', decision)).toBe('applied');
  expect(await write(hai, 'awardDecision', { ...decision, state: 'approved' })).toBe('applied');
  for (const id of ids) await go(id, 'decided', { decisionId: decision.id });

  const written = new Map(
    [council, letter, { id: trainingId, campaignId, ...training }].map((value) => [value.id, value]),
  );
  return { desk, lan, hai, trainingId, written };
}
