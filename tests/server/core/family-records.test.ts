import { expect, test } from 'vitest';
import { rowSchemas } from '#protocol/entities.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import type { DataRequest, Objection } from '#protocol/family-records.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { enrolled } from './enrolled.ts';
import { answersTo, consentOf, setOf, submitIntent } from './makers.ts';
import { assessmentSeen, mine, rowsOf } from './review-scene.ts';
import { household, put, send } from './sending.ts';

const snapshot = answersTo(setOf('household'), () => 1);

interface Scene {
  commune: Commune;
  family: SigningDevice;
  head: SigningDevice;
  officer: SigningDevice;
  assessmentId: string;
  /** The head types for the family; the submission's id. */
  typed: () => Promise<string>;
  /** Whether what came by each channel counts in a roll-up, as the table has it. */
  counted: () => Promise<Record<string, number>>;
  objection: (submission: string, more?: Partial<Objection>) => Objection;
  /** The phone of another family of the same hamlet. */
  neighbour: () => Promise<SigningDevice>;
}

async function openScene(): Promise<Scene> {
  const commune = await openCommune();
  const family = await commune.family('DM-001');
  const hamletId = await commune.store.read(async ({ record }) => {
    const row = (await record.list('household')).find(({ code }) => code === 'DM-001');
    return row?.parent_id ?? '';
  });
  const [head, officer] = [await commune.head(hamletId), await commune.officer()];
  const assessmentId = mine(family);
  const binding = family.enrolment?.binding;
  const householdId = binding?.kind === 'household' ? binding.id : '';
  const campaignId = await commune.store.read(
    async ({ record }) => (await record.list('campaign'))[0]?.id ?? '',
  );
  return {
    commune,
    family,
    head,
    officer,
    assessmentId,
    typed: async () => {
      const typing = submitIntent(assessmentId, 'household', { snapshot, consent: consentOf('readAloud') });
      expect(await send(commune, head, typing)).toEqual(['applied']);
      const { submissions } = await assessmentSeen(commune, family, assessmentId);
      return submissions.at(-1)?.id ?? '';
    },
    counted: async () => {
      const rows = await commune.store.read(({ householdAnswer }) => householdAnswer.of(assessmentId));
      return Object.fromEntries(rows.map(({ channel, counted }) => [channel, counted]));
    },
    objection: (submission, more = {}) => ({
      id: family.newId(),
      campaignId,
      householdId,
      assessmentId,
      submission,
      reason: 'Nhà tôi chưa có VNeID',
      state: 'open',
      ...more,
    }),
    neighbour: async () => {
      const id = head.newId();
      expect(await send(commune, head, household(id, hamletId))).toEqual(['applied']);
      return commune.family(id);
    },
  };
}

const ownForm = ({ assessmentId }: Scene) =>
  submitIntent(assessmentId, 'household', { snapshot, consent: consentOf('self') });
const revOf = async (scene: Scene, by: SigningDevice, id: string, entity = 'objection'): Promise<number> =>
  (await rowsOf(scene.commune, by, entity)).findLast((row) => row.id === id)?.rev ?? 0;
const seen = async <Entity extends 'objection' | 'dataRequest'>(
  scene: Scene,
  by: SigningDevice,
  entity: Entity,
) => (await rowsOf(scene.commune, by, entity)).map(({ value }) => rowSchemas[entity].parse(value));

/** Puts it as it is now with what changes; the verdict. */
async function change(scene: Scene, by: SigningDevice, value: Objection | DataRequest): Promise<string> {
  const entity = 'submission' in value ? 'objection' : 'dataRequest';
  const baseRev = await revOf(scene, by, value.id, entity);
  return (await send(scene.commune, by, put(entity, value.id, { ...value }, baseRev)))[0] ?? '';
}

const channels = ({ submissions }: AssessmentRow) =>
  submissions.map(({ channel, current }) => [channel, current]);

test.each(['proxy', 'self'] as const)(
  'what the family sent and what was typed for it both stand, and the family’s own counts (%s first)',
  async (first) => {
    const scene = await openScene();
    const { commune, family, head, assessmentId, typed, counted } = scene;
    if (first === 'proxy') await typed();
    expect(await send(commune, family, ownForm(scene))).toEqual(['applied']);
    if (first === 'self') await typed();
    expect(await counted()).toEqual({ self: 1, proxy: 0 });
    const both = first === 'proxy' ? ['proxy', 'self'] : ['self', 'proxy'];
    expect(channels(await assessmentSeen(commune, head, assessmentId))).toEqual(
      both.map((each) => [each, true]),
    );
    expect((await commune.core.verify()).problems).toEqual([]);
  },
);

test('an objection freezes what was typed at once, and what becomes of it decides whether that counts', async () => {
  const scene = await openScene();
  const { commune, family, officer, typed, counted } = scene;
  const objection = scene.objection(await typed());
  expect(await counted()).toEqual({ proxy: 1 });
  expect(await change(scene, family, objection)).toBe('applied');
  expect(await counted()).toEqual({ proxy: 0 });
  expect(await change(scene, officer, { ...objection, state: 'upheld', answer: 'Xóm nhập lại' })).toBe(
    'applied',
  );
  expect(await counted()).toEqual({ proxy: 0 });
  expect(await change(scene, officer, { ...objection, state: 'dismissed', answer: 'Đã xem sổ' })).toBe(
    'applied',
  );
  expect(await counted()).toEqual({ proxy: 1 });

  const again = { ...objection, id: family.newId() };
  expect(await change(scene, family, again)).toBe('applied');
  expect(await counted()).toEqual({ proxy: 0 });
  expect(await change(scene, family, { ...again, reason: '', state: 'takenBack' })).toBe('applied');
  expect(await counted()).toEqual({ proxy: 1 });
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('an objection to what has been replaced since is taken, and freezes only that', async () => {
  const scene = await openScene();
  const { commune, family, typed, counted } = scene;
  const first = await typed();
  await typed();
  expect(await change(scene, family, scene.objection(first))).toBe('applied');
  expect(await counted()).toEqual({ proxy: 1 });
  // The family's own form is there, an objection is dismissed: what was typed still does not take its place.
  await send(commune, family, ownForm(scene));
  const second = scene.objection(first);
  expect(await change(scene, family, second)).toBe('applied');
  expect(await change(scene, family, { ...second, state: 'takenBack' })).toBe('applied');
  expect(await counted()).toEqual({ self: 1, proxy: 0 });
});

test('the family asks and takes back, the office answers, and neither does the other’s part', async () => {
  const scene = await openScene();
  const { commune, family, head, officer } = scene;
  const objection = scene.objection(await scene.typed());
  const stranger = await scene.neighbour();
  const culture = await enrolled(commune, 'cultureOfficer');
  for (const [by, verdict] of [
    [officer, 'STATE_GUARD'],
    [culture, 'NOT_PERMITTED'],
    [head, 'NOT_PERMITTED'],
    [stranger, 'NOT_PERMITTED'],
  ] as const)
    expect(await change(scene, by, objection)).toBe(verdict);
  const answered = { ...objection, answer: 'Tự trả lời' };
  expect(await change(scene, family, answered)).toBe('NOT_PERMITTED');
  for (const state of ['upheld', 'dismissed', 'takenBack'] as const)
    expect(await change(scene, family, { ...objection, state })).toBe('STATE_GUARD');
  // The control: begun as it may be, it takes effect.
  expect(await change(scene, family, objection)).toBe('applied');

  for (const state of ['upheld', 'dismissed'] as const)
    expect(await change(scene, family, { ...objection, state })).toBe('NOT_PERMITTED');
  expect(await change(scene, family, { ...objection, reason: 'Lời khác' })).toBe('NOT_PERMITTED');
  expect(await change(scene, officer, { ...objection, state: 'takenBack' })).toBe('NOT_PERMITTED');
  expect(await change(scene, officer, { ...objection, reason: 'Lời khác', state: 'upheld' })).toBe(
    'NOT_PERMITTED',
  );
  expect(await change(scene, head, { ...objection, state: 'dismissed' })).toBe('NOT_PERMITTED');
  expect(
    await send(
      commune,
      family,
      put('objection', objection.id, undefined, await revOf(scene, family, objection.id)),
    ),
  ).toEqual(['STATE_GUARD']);
  expect(await change(scene, officer, { ...objection, state: 'upheld', answer: 'Đúng' })).toBe('applied');
  expect(await change(scene, family, { ...objection, state: 'takenBack', answer: 'Đúng' })).toBe(
    'STATE_GUARD',
  );
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('one objects to what others typed, in one’s own form, and to nothing else', async () => {
  const scene = await openScene();
  const { commune, family, assessmentId } = scene;
  const typed = await scene.typed();
  await send(commune, family, ownForm(scene));
  const { submissions } = await assessmentSeen(commune, family, assessmentId);
  const own = submissions.find(({ channel }) => channel === 'self')?.id ?? '';
  expect(await change(scene, family, scene.objection(own))).toBe('STATE_GUARD');
  expect(await change(scene, family, scene.objection(family.newId()))).toBe('UNKNOWN_SUBJECT');
  const other = mine(await scene.neighbour());
  expect(await change(scene, family, scene.objection(typed, { assessmentId: other }))).toBe(
    'UNKNOWN_SUBJECT',
  );
  expect(await change(scene, family, scene.objection(typed))).toBe('applied');
});

test('the words are the office’s alone: the hamlet learns how it stands, the family’s slip that and the answer', async () => {
  const scene = await openScene();
  const { commune, family, head, officer } = scene;
  const objection = scene.objection(await scene.typed());
  await change(scene, family, objection);
  expect(
    await change(scene, officer, { ...objection, state: 'upheld', answer: 'Nhà bác chưa có thật' }),
  ).toBe('applied');
  expect(await seen(scene, officer, 'objection')).toEqual([
    { ...objection, state: 'upheld', answer: 'Nhà bác chưa có thật' },
  ]);
  const again = await commune.family('DM-001');
  for (const by of [family, again])
    expect(await seen(scene, by, 'objection')).toEqual([
      { ...objection, reason: '', state: 'upheld', answer: 'Nhà bác chưa có thật' },
    ]);
  expect(await seen(scene, head, 'objection')).toEqual([{ ...objection, reason: '', state: 'upheld' }]);
  const elsewhere = await commune.head(commune.hamlets.at(-1)?.id);
  expect(await seen(scene, elsewhere, 'objection')).toEqual([]);
});

test('a request about one’s data is the office’s to answer; another phone of the family takes it back with its words kept', async () => {
  const scene = await openScene();
  const { commune, family, head, officer } = scene;
  const { submission: _none, ...owner } = scene.objection('');
  const request: DataRequest = { ...owner, kind: 'delete', reason: 'Xin xóa hết', state: 'open' };
  expect(await change(scene, officer, request)).toBe('STATE_GUARD');
  expect(await change(scene, head, request)).toBe('NOT_PERMITTED');
  expect(await change(scene, family, request)).toBe('applied');
  expect(await seen(scene, head, 'dataRequest')).toEqual([]);
  expect(await change(scene, family, { ...request, state: 'done' })).toBe('NOT_PERMITTED');

  const again = await commune.family('DM-001');
  expect(await seen(scene, again, 'dataRequest')).toEqual([{ ...request, reason: '' }]);
  expect(await change(scene, again, { ...request, reason: '', state: 'takenBack' })).toBe('applied');
  expect(await seen(scene, officer, 'dataRequest')).toEqual([{ ...request, state: 'takenBack' }]);
  expect(await change(scene, officer, { ...request, state: 'done' })).toBe('STATE_GUARD');
  expect((await commune.core.verify()).problems).toEqual([]);
});
