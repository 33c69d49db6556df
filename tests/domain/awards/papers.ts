/** The office's papers about awards, right and wrong ones. */
import { baseSalaryOn, bonusOf, totalOf } from '#domain/awards/bonus.ts';
import {
  checkLetter,
  checkMeeting,
  checkNotice,
  type MeetingWithTimes,
} from '#domain/awards/check-papers.ts';
import { noticeUntil } from '#domain/awards/notice.ts';
import type { AwardFacts } from '#domain/awards/types.ts';
import { movesFrom, stateOf } from '#domain/awards/workflow.ts';
import { rules, TODAY, type Decision, type Obeyed, type Office, type Pick, type Tried } from './office.ts';

const some = (ids: readonly string[], pick: Pick): string[] => ids.filter(() => pick(6) > 0);

export function writePaper(office: Office, pick: Pick, { by, kind }: { by: string; kind: number }): boolean {
  const keep = <Value extends { id: string }>(
    kept: Map<string, Value>,
    entity: Tried['entity'],
    value: Value,
    mistake: unknown,
  ): boolean => {
    const taken = mistake === null;
    office.tell({ by, entity, value, taken });
    if (taken) kept.set(value.id, value);
    return taken;
  };
  const id = office.newId();
  const awards = [...office.awards.values()];
  const ids = some([...office.awards.keys()], pick);
  if (ids.length === 0) return false;
  if (kind === 0) {
    const from = pick(5) === 0 ? TODAY : '2025-12-01';
    const until = pick(6) === 0 ? from : noticeUntil(from, rules.noticeDays);
    const text = 'Chưa đúng';
    const objections =
      pick(5) === 0
        ? [{ id: office.newId(), awardId: ids[0] ?? '', text, outcome: 'open' as const, answer: '' }]
        : [];
    const notice = { id, from, until, awards: ids, objections };
    return keep(office.notices, 'awardNotice', notice, checkNotice(null, notice, { rules, awards }));
  }
  if (kind === 1) {
    const members = [0, 1, 2, 3].map(() => ({ present: pick(4) > 0 }));
    const present = members.filter((member) => member.present).length;
    const votes = ids.map((awardId) => ({
      awardId,
      agree: pick(5) === 0 ? 0 : present,
      disagree: 0,
      abstain: 0,
    }));
    const date = pick(6) === 0 ? '2025-12-02' : '2025-12-15';
    const meeting = { id, date, begins: '08:00', members, votes };
    return keep(office.meetings, 'councilMeeting', meeting, checkMeeting(null, meeting, { awards }));
  }
  const letter = {
    id,
    number: '5',
    date: TODAY,
    issuer: 'VP',
    awards: ids,
    freezes: office.freezes.map(({ id }) => id),
  };
  const known = { awards, freezes: new Set(letter.freezes), decisions: [...office.decisions.values()] };
  return keep(office.letters, 'submissionLetter', letter, checkLetter(null, letter, known));
}

function prepareDecision(office: Office, pick: Pick, by: string): Decision | null {
  const letter = [...office.letters.values()].at(-1);
  const proposed = [...office.awards.values()].filter((award) => stateOf(award) === 'proposed');
  if (letter === undefined || proposed.length === 0) return null;
  const awards = proposed.flatMap(({ id, recipient }) => {
    const amount = bonusOf(recipient.kind, rules, TODAY);
    return amount === null ? [] : [{ awardId: id, amount: amount + (pick(12) === 0 ? 1000 : 0) }];
  });
  return {
    id: office.newId(),
    letterId: proposed[0]?.letterId,
    state: 'prepared',
    number: pick(8) === 0 ? '' : '12',
    date: TODAY,
    baseSalary: baseSalaryOn(rules, TODAY)?.amount ?? 0,
    fund: rules.fund,
    signer: { title: 'CHỦ TỊCH', onBehalf: '', name: 'Trần Văn Sơn' },
    awards,
    total: totalOf({ awards }) + (pick(8) === 0 ? 1 : 0),
    preparedBy: by,
  };
}

export function decide(
  office: Office,
  pick: Pick,
  by: string,
  { checkDecision: check, approvesOwnWork: own }: Obeyed,
) {
  const open = [...office.decisions.values()].at(-1);
  if (open === undefined || open.state === 'withdrawn' || pick(6) === 0) {
    const prepared = prepareDecision(office, pick, by);
    return prepared !== null && keepDecision(office, null, prepared, { by, check });
  }
  if (open.state === 'approved')
    return keepDecision(
      office,
      open,
      { ...open, state: 'withdrawn', ...(pick(3) > 0 && { reason: 'Sai' }) },
      { by, check },
    );
  const hands = open.awards.map(({ awardId }) =>
    (office.awards.get(awardId)?.course ?? []).flatMap(({ by: hand }) => (hand === undefined ? [] : [hand])),
  );
  const approved: Decision = { ...open, state: 'approved', approvedBy: by };
  if (own(by, open.preparedBy, hands)) {
    office.tell({ by, entity: 'awardDecision', value: approved, taken: false });
    return false;
  }
  return keepDecision(office, open, approved, { by, check });
}

function keepDecision(
  office: Office,
  before: Decision | null,
  after: Decision,
  { by, check }: { by: string; check: Obeyed['checkDecision'] },
): boolean {
  const { awards, letters, decisions } = office;
  const known = { rules, awards: [...awards.values()], letters: [...letters.values()] };
  const taken = check(before, after, { ...known, decisions: [...decisions.values()] }) === null;
  office.tell({ by, entity: 'awardDecision', value: after, taken });
  if (taken) decisions.set(after.id, after);
  return taken;
}

/** The paper the next step of this award waits for; null = none is missing. */
export function needOf(office: Office, award: AwardFacts): 0 | 1 | 2 | 'decision' | null {
  const to = movesFrom(award)[0]?.to;
  const names = ({ awards }: { awards: readonly string[] }): boolean => awards.includes(award.id);
  const isVoted = ({ votes }: MeetingWithTimes): boolean => votes.some(({ awardId }) => awardId === award.id);
  if (to === 'publicNotice') return [...office.notices.values()].some(names) ? null : 0;
  if (to === 'councilMeeting') return [...office.meetings.values()].some(isVoted) ? null : 1;
  if (to === 'proposed') return [...office.letters.values()].some(names) ? null : 2;
  const isDecided = [...office.decisions.values()].some(
    ({ state, awards }) => state === 'approved' && awards.some(({ awardId }) => awardId === award.id),
  );
  return to === 'decided' && !isDecided ? 'decision' : null;
}
