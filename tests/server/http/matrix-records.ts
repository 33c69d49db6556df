/** A record of every entity that hangs from a hamlet, a unit or a family, for each of them. */
import { canon } from '#protocol/canon.ts';
import { hashText } from '#protocol/hash.ts';
import { isOfficeRecord, type OfficeRecordEntity } from '#protocol/office-records.ts';
import { isSubjectRecord, type SubjectRecordEntity } from '#protocol/subject-records.ts';
import { ofAwards, timelessAwards } from './matrix-awards.ts';
import type { RecordCase } from './matrix-operations.ts';
import type { SmallCommune, Target } from './small-commune.ts';

const DATE = '2025-09-01';
/** In the words of what the office keeps for itself, also of one hamlet or unit: nobody's own, so that it tells whoever is shown it. */
export const OFFICE_CANARY = 'CANARY-OFFICE';

const ofSubject: Record<SubjectRecordEntity, (canary: string) => Record<string, unknown>> = {
  activity: (title) => ({ kind: 'meeting', date: DATE, title }),
  evidence: (extract) => ({ criterionId: 'A1.1', kind: 'document', number: '1', date: DATE, extract }),
  plan: (extract) => ({ number: '1', date: DATE, extract, targets: [] }),
  narrative: (heading) => ({
    paragraphs: [{ id: '0198f5d2-0000-7000-8000-000000000001', heading, text: '' }],
  }),
  nomination: (personName) => ({ personName, position: 'x', contribution: 'x', result: 'x', evidence: '' }),
  // Of a subject's nomination, and the office's alone to read.
  nominationJudgement: () => ({ aspects: { duty: 'good' }, note: OFFICE_CANARY }),
  claimReason: (text) => ({ criterionId: 'A1.1', text }),
  officialCount: (source) => ({ criterionId: 'A1.1', n: 1, d: 2, source, date: DATE }),
  scoreSnapshot: () => ({ takenOn: DATE, normalised: 1, answered: 1, criteria: 2, pillars: [] }),
};

const HASH = 'a'.repeat(43);
const EMPTY_UNITS = await hashText(canon({ group: 'unit:KH', ties: [], inputs: [], results: [] }));
const about = ({ kind, id }: Target) => ({ subjectKind: kind, subjectId: id });

/** What the office keeps for itself, about one subject where it is about any. */
const ofOffice: Record<OfficeRecordEntity, (target: Target) => Record<string, unknown>> = {
  criteriaDraft: ({ canary }) => ({ setId: 'hamlet', set: { name: canary } }),
  savedView: ({ canary }) => ({ name: canary, address: '/ra-soat' }),
  scoringAssignment: ({ canary }) => ({
    role: 'cultureOfficer',
    subjectKind: 'unit',
    groups: [canary.slice(0, 20)],
  }),
  inspection: (target) => ({
    ...about(target),
    date: DATE,
    inspectors: target.canary,
    findings: [],
    conclusion: 'planned',
    note: '',
  }),
  recheckSample: ({ canary }) => ({
    subjectKind: 'unit',
    seed: canary,
    drawnOn: DATE,
    frame: HASH,
    frameSize: 1,
    chosen: [],
  }),
  registerEntry: ({ canary }) => ({
    kind: 'event',
    date: DATE,
    title: canary,
    place: '',
    organiser: '',
    hamlets: [],
    result: '',
  }),
  feedbackReply: ({ canary }) => ({ state: 'answered', answer: canary }),
  position: ({ canary }) => ({ title: 'x', personName: canary, validFrom: DATE }),
  populationCount: ({ id, canary }) => ({ hamletId: id, households: 1, source: canary, date: DATE }),
  priorResult: (target) => ({ ...about(target), year: 2024, normalised: 1, source: target.canary }),
  knockOut: (target) => ({
    ...about(target),
    kind: 'other',
    reason: target.canary,
    source: '',
    date: DATE,
  }),
  tieDecision: ({ id, canary }) => ({ group: 'hamlet', order: [id, id], reason: canary, date: DATE }),
  // Of a group in which nothing is verified.
  rankingFreeze: ({ canary }) => ({
    group: 'unit:KH',
    frozenAt: 1,
    reason: canary,
    ties: [],
    inputs: [],
    results: [],
    sha256: EMPTY_UNITS,
  }),
  reportDeadline: ({ canary }) => ({ title: canary, recipient: '', phrase: '', cutoffAt: 1 }),
  reminder: ({ canary: _canary }) => ({
    deadlineId: '0198f5d2-0000-7000-8000-000000000001',
    step: 7,
    at: 1,
    missing: 0,
  }),
  ...ofAwards,
};

const entities = Object.keys(ofSubject).filter(isSubjectRecord);
export const officeEntities = Object.keys(ofOffice).filter(isOfficeRecord);
/** Those that name no campaign. */
const timeless: ReadonlySet<string> = new Set([
  'criteriaDraft',
  'savedView',
  'position',
  'populationCount',
  ...timelessAwards,
]);

export function heldRecordCases(
  { campaign, hamletA, hamletB, units, households }: SmallCommune,
  newId: () => string,
): RecordCase[] {
  const office = officeEntities.map((entity): RecordCase => {
    const id = newId();
    const value = {
      id,
      ...(!timeless.has(entity) && { campaignId: campaign.id }),
      ...ofOffice[entity]({ ...hamletA, canary: OFFICE_CANARY }),
    };
    return { entity, id, value };
  });
  const put = (entity: RecordCase['entity'], target: Target, value: Record<string, unknown>): RecordCase => {
    const id = newId();
    return { entity, id, value: { id, campaignId: campaign.id, ...value }, target };
  };
  const subjects = [hamletA, hamletB, ...units].flatMap((target) =>
    entities.map((entity) =>
      put(entity, target, {
        subjectKind: target.kind,
        subjectId: target.id,
        ...ofSubject[entity](target.canary),
      }),
    ),
  );
  const families = households.flatMap((target) => {
    const { id: householdId, assessmentId, canary } = target;
    const asked = { householdId, assessmentId, reason: `${canary}-SUBMITTED`, state: 'open' };
    return [
      put('objection', target, { ...asked, submission: assessmentId }),
      put('dataRequest', target, { ...asked, kind: 'delete' }),
    ];
  });
  return [...subjects, ...families, ...office];
}
