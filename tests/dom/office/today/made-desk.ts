/** Rows of a made-up commune as an office's machine holds them, of any size, reproducible. */
import { criteriaRef, sectorSchema, type CriteriaSet } from '#domain/criteria.ts';
import { sectors } from '#domain/criteria-set.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { score } from '#domain/score.ts';
import type { Answers } from '#domain/answers.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { DeskRows } from '#client/features/office/today/desk-rows.ts';
import { demoAnswers } from '#server/seed/demo-answers.ts';
import { createDice } from '#server/seed/dice.ts';
import { chanceOf } from '../made-entries.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const NOW = Date.parse('2025-11-05T08:12:00+07:00');
/** The campaign that runs on that day. */
export const WHICH = { chosen: null, day: '2025-11-05' };
export const CUTOFF = Date.parse('2025-11-10T00:00:00+07:00');

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Row)[] ? Row[] : T[Key] };
export type MadeRows = Writable<DeskRows>;

export interface DeskSize {
  hamlets: number;
  householdsEach: number;
  units: number;
  /** Families in a hundred that have sent. */
  sentPercent?: number;
  seed?: number;
}

export const emptyRows = (): MadeRows => ({
  campaign: [],
  deadline: [],
  criteriaSet: [],
  hamlet: [],
  unit: [],
  household: [],
  assessment: [],
  submission: [],
  scores: [],
  objection: [],
  dataRequest: [],
  device: [],
  quarantine: [],
  feedback: [],
  feedbackReply: [],
  rankingFreeze: [],
  scoreSnapshot: [],
  reminder: [],
  reportDeadline: [],
});

const hamletStates: readonly AssessmentState[] = ['verified', 'underReview', 'received', 'returned'];

export function makeDeskRows({
  hamlets,
  householdsEach,
  units,
  sentPercent = 75,
  seed = 5,
}: DeskSize): MadeRows {
  const newId = createIdMaker({ now: () => NOW - 40 * DAY_MS }, chanceOf(seed));
  const dice = createDice(seed);
  const rows = emptyRows();
  const sets = defaultCriteriaSets();
  const setNamed = (id: string): CriteriaSet => {
    const found = sets.find((set) => set.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  rows.criteriaSet.push(...sets);
  const unitSets: Partial<Campaign['criteriaSets']['unit']> = {};
  for (const sector of sectors)
    unitSets[sectorSchema.parse(sector)] = criteriaRef(setNamed(`unit-${sector}`));
  const campaignId = newId();
  rows.campaign.push({
    id: campaignId,
    year: 2025,
    title: 'Phong trào thi đua',
    shortTitle: 'Thi đua 2025',
    theme: '',
    legalBases: [],
    signer: { title: '', onBehalf: '', name: 'Nguyễn Văn Ký' },
    recipients: [],
    eraseAfter: '2027-11-14',
    criteriaSets: {
      household: 'household@1',
      hamlet: 'hamlet@1',
      unit: { ...unitSets, ...everySector(unitSets) },
    },
  });
  for (const subjectKind of ['household', 'hamlet', 'unit'] as const)
    rows.deadline.push({
      id: newId(),
      campaignId,
      subjectKind,
      phrase: 'trước ngày 10/11/2025',
      cutoffAt: CUTOFF,
      graceDays: 3,
      source: 'thử',
    });

  const send = (
    subject: { kind: 'household' | 'hamlet' | 'unit'; id: string; name: string; hamletId?: string },
    set: CriteriaSet,
    answers: Answers,
    state: AssessmentState,
  ): void => {
    const assessmentId = newId();
    const id = newId();
    const receivedAt = NOW - dice.roll(30 * 24 * 60) * 60_000;
    const { normalised } = score(set, answers);
    const ofHamlet = subject.hamletId === undefined ? {} : { hamletId: subject.hamletId };
    rows.assessment.push({
      id: assessmentId,
      campaignId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...ofHamlet,
      state,
      statusRev: 1,
      round: 1,
      submissions: [{ id, channel: 'self', receiptCode: 'K3QF72MA7', receivedAt, current: true }],
    });
    rows.submission.push({
      id,
      assessmentId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...ofHamlet,
      subjectName: subject.name,
      channel: 'self',
      round: 1,
      current: true,
      criteriaSet: criteriaRef(set),
      snapshot: answers,
      selfScore: normalised,
      serverScore: normalised,
      signedOffBy: '',
      byName: '',
      claimedAt: receivedAt,
      clockOff: 0,
      receivedAt,
      late: false,
      receiptCode: 'K3QF72MA7',
      digest: 'A'.repeat(43),
    });
  };
  const portrait = () => ({ keenness: 25 + dice.roll(70), size: 1 + dice.roll(5) });

  for (let order = 1; order <= hamlets; order++) {
    const hamletId = newId();
    const name = `Xóm ${order}`;
    rows.hamlet.push({
      id: hamletId,
      name,
      order,
      households: householdsEach,
      people14plus: householdsEach * 4,
      validFrom: '2020-01-01',
    });
    for (let at = 0; at < householdsEach; at++) {
      const id = newId();
      const householder = `Nguyễn Văn ${at}`;
      rows.household.push({ id, hamletId, householder });
      if (!dice.happens(sentPercent)) continue;
      const set = setNamed('household');
      send(
        { kind: 'household', id, name: householder, hamletId },
        set,
        demoAnswers(set, portrait(), dice),
        'received',
      );
    }
    const state = hamletStates[order % 5];
    if (state === undefined) continue;
    const set = setNamed('hamlet');
    send(
      { kind: 'hamlet', id: hamletId, name },
      set,
      demoAnswers(set, { keenness: 60, size: householdsEach }, dice),
      state,
    );
  }
  for (let at = 0; at < units; at++) {
    const sector = sectorSchema.parse(sectors[at % sectors.length]);
    const id = newId();
    const name = `Đơn vị ${at + 1}`;
    rows.unit.push({ id, name, sector, subtype: '', validFrom: '2020-01-01' });
    if (at % 3 === 2) continue;
    const set = setNamed(`unit-${sector}`);
    send(
      { kind: 'unit', id, name },
      set,
      demoAnswers(set, { keenness: 60, size: 20 }, dice),
      at % 3 === 0 ? 'verified' : 'received',
    );
  }
  return rows;
}

/** Every sector named, so that the type says so too. */
function everySector(known: Partial<Campaign['criteriaSets']['unit']>): Campaign['criteriaSets']['unit'] {
  const of = (sector: keyof Campaign['criteriaSets']['unit']): string => known[sector] ?? '';
  return { CQ: of('CQ'), DT: of('DT'), TH: of('TH'), YT: of('YT'), DN: of('DN'), KH: of('KH') };
}
