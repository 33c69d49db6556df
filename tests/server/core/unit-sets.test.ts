/** Which questions a unit is asked (`domain.md` §2.3): the core, and its sector's group; the core alone for others. */
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import { sectors } from '#domain/criteria-set.ts';
import { score } from '#domain/score.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { rowSchemas } from '#protocol/entities.ts';
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { fitting, lastSubmission } from '#client/features/unit-papers/last-year.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, secretOf, type Commune } from './commune.ts';
import { answersTo, setOf, submitIntent } from './makers.ts';
import { pull, put, send } from './sending.ts';

async function contactOf(commune: Commune, subject: string): Promise<SigningDevice> {
  const issued = await commune.core.createEnrolCode({ role: 'unitContact', subject, ttlMs: 60_000 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const device = await SigningDevice.make();
  if ((await device.enrol(commune.door, secretOf(issued.fragment))).value === null)
    throw new Error('not enrolled');
  return device;
}

async function addUnit(commune: Commune, officer: SigningDevice, sector: string): Promise<string> {
  const id = officer.newId();
  const value = { id, name: `Đơn vị ${sector}`, sector, subtype: 'unit', validFrom: '2025-01-01' };
  expect(await send(commune, officer, put('unit', id, value))).toEqual(['applied']);
  return id;
}

/** The most a question gives. */
function best(criterion: Criterion): Answers[string] {
  switch (criterion.type) {
    case 'yesno':
      return true;
    case 'count':
      return Math.max(...criterion.steps.map(({ min }) => min));
    case 'ratio':
      return { n: 100, ...(criterion.sharedQuestion === undefined && { d: 100 }) };
    default: {
      const top = criterion.levels.reduce((a, b) => (b.points > a.points ? b : a));
      return criterion.type === 'text' ? { text: 'Mô tả', level: top.id } : { level: top.id };
    }
  }
}
const perfect = (set: CriteriaSet): Answers =>
  Object.fromEntries([
    ...criteriaOf(set).map((criterion) => [criterion.id, best(criterion)] as const),
    ...set.sharedQuestions.map(({ id, max }) => [id, Math.min(100, max)] as const),
  ]);

test.each(sectors)('a unit of %s is asked its own set, and a perfect sheet is worth 100', async (sector) => {
  const commune = await openCommune();
  const officer = await commune.officer();
  const contact = await contactOf(commune, await addUnit(commune, officer, sector));
  const { rows } = await pull(commune, contact);
  const sets = rows.flatMap(({ entity, value }) =>
    entity === 'criteriaSet' ? [rowSchemas.criteriaSet.parse(value)] : [],
  );
  const own = sets.filter(({ subjectKind }) => subjectKind === 'unit');
  expect(own.map(({ id }) => id)).toEqual([`unit-${sector}`]);
  const [set] = own;
  if (set === undefined) throw new Error(sector);
  const most = criteriaOf(set).reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const core = criteriaOf(set).filter(({ code }) => /^C\d/.test(code));
  expect(core).toHaveLength(16);
  expect(core.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(6000);
  // Other lawful organisations have the core alone; the rule of scoring brings it to 100.
  expect(most).toBe(sector === 'KH' ? 6000 : 10_000);
  expect(score(set, perfect(set)).normalised).toBe(10_000);

  const snapshot = perfect(set);
  const assessmentId = contact.enrolment?.assessmentId ?? '';
  const submit = submitIntent(assessmentId, `unit-${sector}`, { snapshot, selfScore: 10_000 });
  expect(await send(commune, contact, submit)).toEqual(['applied']);
  const sent = (await pull(commune, contact)).rows.find(({ entity }) => entity === 'submission');
  expect(rowSchemas.submission.parse(sent?.value).serverScore).toBe(10_000);
});

test('in the next campaign the sheet of the year before is there to take answers from', async () => {
  const commune = await openCommune();
  const officer = await commune.officer();
  const unitId = await addUnit(commune, officer, 'TH');
  const contact = await contactOf(commune, unitId);
  const set = setOf('unit-TH');
  const snapshot = answersTo(set, (below) => below - 1);
  const before = contact.enrolment?.assessmentId ?? '';
  expect(await send(commune, contact, submitIntent(before, 'unit-TH', { snapshot }))).toEqual(['applied']);

  // A new year: one question gone, one with other levels, the rest as they were.
  const { campaign } = await commune.core.publicCampaign();
  const [first, ...others] = set.groups;
  if (first === undefined) throw new Error('no groups');
  const [gone, changed, ...kept] = first.criteria;
  if (gone === undefined || changed?.type !== 'level') throw new Error('C1 is not as it was');
  const levels = changed.levels.map((level, at) => ({ ...level, id: `${changed.id}-new${at}` }));
  const next: CriteriaSet = {
    ...set,
    version: 2,
    groups: [{ ...first, criteria: [{ ...changed, levels }, ...kept] }, ...others],
    screenOrder: set.screenOrder.filter((id) => id !== gone.id),
  };
  const newId = officer.newId();
  const unit = { ...campaign.criteriaSets.unit, TH: 'unit-TH@2' };
  const nextCampaign = {
    ...campaign,
    id: newId,
    year: campaign.year + 1,
    // It has begun.
    beginsOn: '2025-01-01',
    criteriaSets: { ...campaign.criteriaSets, unit },
  };
  expect(
    await send(commune, officer, put('criteriaSet', 'unit-TH@2', next), put('campaign', newId, nextCampaign)),
  ).toEqual(['applied', 'applied']);

  const phone = await contactOf(commune, unitId);
  const communeId = commune.store.communeId;
  expect(phone.enrolment?.assessmentId).toBe(assessmentIdOf(communeId, newId, unitId));
  const { rows } = await pull(commune, phone);
  const parsed = <Name extends 'campaign' | 'assessment' | 'submission'>(name: Name) =>
    rows.flatMap(({ entity, value }) => (entity === name && value !== null ? [value] : []));
  const last = lastSubmission({
    campaigns: parsed('campaign').map((value) => rowSchemas.campaign.parse(value)),
    assessments: parsed('assessment').map((value) => rowSchemas.assessment.parse(value)),
    submissions: parsed('submission').map((value) => rowSchemas.submission.parse(value)),
    current: rowSchemas.campaign.parse(nextCampaign),
    subjectId: unitId,
  });
  expect(last?.year).toBe(campaign.year);
  const brought = fitting(next, last?.submission.snapshot ?? {});
  const ids = brought.answers.map(({ id }) => id);
  expect(ids).not.toContain(gone.id);
  expect(ids).not.toContain(changed.id);
  expect(brought.skipped).toBe(2);
  for (const { id, value } of brought.answers) expect(value).toEqual(snapshot[id]);
  // Control: the set it was filled under takes all of it back.
  expect(fitting(set, last?.submission.snapshot ?? {}).skipped).toBe(0);
});
