/** A small office whose people do right and wrong things with awards, in an order given by dice. */
import type { AwardFacts, StepDone } from '#domain/awards/types.ts';
import { movesFrom } from '#domain/awards/workflow.ts';
import {
  contextOf,
  nowhere,
  obeyed,
  people,
  result,
  TODAY,
  type Obeyed,
  type Office,
  type Pick,
  type Place,
} from './office.ts';
import { decide, needOf, writePaper } from './papers.ts';

const done = ['Giúp bà con làm thủ tục', 'GIÚP BÀ CON làm thủ tục!', 'Mở lớp cho người già'];
const names = ['Bà Lê Thị Hoa', 'Lê Thị Hòa', 'Lê Thị Hoa'];

function newAward(office: Office, pick: Pick, by: string): AwardFacts {
  const { newId, campaignId, freezes } = office;
  const about = { id: newId(), campaignId, achievement: done[pick(3)] ?? '' };
  const fromRanking = freezes.length > 0 && pick(2) === 0;
  if (fromRanking) {
    const freeze = freezes[pick(2)] ?? freezes[0];
    const { subjectId, rank, normalised } = result(pick(3));
    const isFamily = freeze?.id === 'families';
    return {
      ...about,
      track: 'movement',
      recipient: {
        kind: isFamily ? 'household' : 'collective',
        name: subjectId,
        position: '',
        subjectKind: isFamily ? 'household' : 'hamlet',
        subjectId,
      },
      ground: {
        kind: 'ranking',
        freezeId: freeze?.id ?? '',
        rank,
        normalised: normalised + (pick(8) === 0 ? 1 : 0),
      },
      course: [{ to: 'shortlisted', at: 1, by, ...(pick(2) === 0 && { reason: 'Cùng hạng' }) }],
    };
  }
  return {
    ...about,
    track: pick(2) === 0 ? 'movement' : 'exceptional',
    recipient: { kind: pick(3) === 0 ? 'household' : 'individual', name: names[pick(3)] ?? '', position: '' },
    ground: { kind: 'nomination', by: 'Xóm Đình 6', reason: 'Tận tình' },
    course: [{ to: 'submitted', at: 1, by }],
  };
}

/** One more step, mostly an allowed one, mostly with what it needs. */
function stepOn(office: Office, award: AwardFacts, pick: Pick, by: string): AwardFacts {
  const moves = movesFrom(award);
  // Ends are rarer than going on.
  const move = moves[pick(12) === 0 ? pick(moves.length) : 0];
  if (move === undefined) return award;
  const { to, skipped, needsReason } = move;
  const step: StepDone = {
    to,
    at: 1,
    by,
    ...(skipped.length > 0 && pick(10) > 0 && { skipped }),
    ...(needsReason && pick(6) > 0 && { reason: 'Theo đề nghị của xóm' }),
  };
  // Mostly the newest paper that names it, at times the newest there is.
  const last = (papers: Map<string, { awards: readonly string[] }>): string | undefined =>
    [...papers].findLast(([, { awards }]) => pick(20) === 0 || awards.includes(award.id))?.[0];
  const meeting = [...office.meetings.values()].findLast(({ votes }) =>
    votes.some(({ awardId }) => awardId === award.id),
  );
  const { letterId = last(office.letters), decisionId: _decision, ...rest } = award;
  const decision = [...office.decisions.values()].findLast(({ awards }) =>
    awards.some(({ awardId }) => awardId === award.id),
  );
  return {
    ...rest,
    course: pick(40) === 0 ? [step] : [...award.course, step],
    ...(to === 'villageVote' && {
      villageVote: { date: TODAY, households: 20, votes: { agree: 8 + pick(12), disagree: 0, abstain: 0 } },
    }),
    noticeId: award.noticeId ?? (to === 'publicNotice' ? last(office.notices) : undefined),
    meetingId: award.meetingId ?? (to === 'councilMeeting' ? meeting?.id : undefined),
    ...((to === 'proposed' || award.letterId !== undefined) && letterId !== undefined && { letterId }),
    decisionId: award.decisionId ?? (to === 'decided' ? decision?.id : undefined),
    ...(to === 'delivered' && {
      delivery: { date: TODAY, number: '1', receivedBy: award.recipient.name, place: '' },
    }),
    ...(award.delivery !== undefined && { delivery: award.delivery }),
  };
}

function keepAward(
  office: Office,
  before: AwardFacts | null,
  after: AwardFacts,
  { by, obeys }: { by: string; obeys: Obeyed },
): boolean {
  const taken = obeys.checkMove(before, after, contextOf(office)) === null;
  office.tell({ by, entity: 'award', value: after, taken });
  if (taken) office.awards.set(after.id, after);
  return taken;
}

function act(office: Office, pick: Pick, obeys: Obeyed): boolean {
  const by = people[pick(people.length)] ?? people[0];
  const chance = pick(10);
  if (office.awards.size === 0 || (chance === 0 && office.awards.size < 5)) {
    return keepAward(office, null, newAward(office, pick, by), { by, obeys });
  }
  if (chance === 1) return writePaper(office, pick, { by, kind: pick(3) });
  if (chance === 2) return decide(office, pick, by, obeys);
  const before = [...office.awards.values()][pick(office.awards.size)];
  if (before === undefined) return false;
  const need = needOf(office, before);
  if (need !== null && pick(8) > 0)
    return need === 'decision'
      ? decide(office, pick, by, obeys)
      : writePaper(office, pick, { by, kind: need });
  const after =
    chance === 3 && pick(3) === 0
      ? { ...before, achievement: done[pick(3)] ?? '' }
      : stepOn(office, before, pick, by);
  return after !== before && keepAward(office, before, after, { by, obeys });
}

/** Lets the office work; `actions` things are tried. */
export function live(
  pick: Pick,
  actions: number,
  { obeys = obeyed, place = nowhere() }: { obeys?: Obeyed; place?: Place } = {},
): Office {
  const office: Office = {
    ...place,
    awards: new Map(),
    notices: new Map(),
    meetings: new Map(),
    letters: new Map(),
    decisions: new Map(),
    done: 0,
    refused: 0,
  };
  for (let left = actions; left > 0; left -= 1)
    if (act(office, pick, obeys)) office.done += 1;
    else office.refused += 1;
  return office;
}
