/** A record of every entity that hangs from a hamlet, a unit or a family, for each of them. */
import { isSubjectRecord, type SubjectRecordEntity } from '#protocol/subject-records.ts';
import type { RecordCase } from './matrix-operations.ts';
import type { SmallCommune, Target } from './small-commune.ts';

const DATE = '2025-09-01';

const ofSubject: Record<SubjectRecordEntity, (canary: string) => Record<string, unknown>> = {
  activity: (title) => ({ kind: 'meeting', date: DATE, title }),
  evidence: (extract) => ({ criterionId: 'A1.1', kind: 'document', number: '1', date: DATE, extract }),
  plan: (extract) => ({ number: '1', date: DATE, extract, targets: [] }),
  narrative: (heading) => ({
    paragraphs: [{ id: '0198f5d2-0000-7000-8000-000000000001', heading, text: '' }],
  }),
  nomination: (personName) => ({ personName, position: 'x', contribution: 'x', result: 'x', evidence: '' }),
  nominationJudgement: (note) => ({ aspects: { duty: 'good' }, note }),
  claimReason: (text) => ({ criterionId: 'A1.1', text }),
  officialCount: (source) => ({ criterionId: 'A1.1', n: 1, d: 2, source, date: DATE }),
  scoreSnapshot: () => ({ takenOn: DATE, normalised: 1, answered: 1, criteria: 2, pillars: [] }),
};

const entities = Object.keys(ofSubject).filter(isSubjectRecord);

export function heldRecordCases(
  { campaign, hamletA, hamletB, units, households }: SmallCommune,
  newId: () => string,
): RecordCase[] {
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
  return [...subjects, ...families];
}
