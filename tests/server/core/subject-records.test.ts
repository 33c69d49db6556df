/** Records a hamlet or a unit owns: who writes them, who reads them, and what two phones make of one. */
import { expect, test } from 'vitest';
import { rowSchemas, type Campaign } from '#protocol/entities.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import { PHOTOS_PER_CRITERION, PLAN_PAGES_MAX } from '#protocol/photo.ts';
import { PLAN_PAGES } from '#protocol/subject-records.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, secretOf, type Commune } from './commune.ts';
import { pull, put, results, send } from './sending.ts';

const campaignOf = async (commune: Commune): Promise<Campaign> =>
  (await commune.core.publicCampaign()).campaign;

/** A unit the office made, and a phone of its contact. */
async function unitPhone(commune: Commune, officer: SigningDevice, sector = 'TH') {
  const id = officer.newId();
  const value = { id, name: `Đơn vị ${sector}`, sector, subtype: 'school', validFrom: '2025-01-01' };
  expect(await send(commune, officer, put('unit', id, value))).toEqual(['applied']);
  return { id, phone: await contactOf(commune, id) };
}

async function contactOf(commune: Commune, subject: string): Promise<SigningDevice> {
  const issued = await commune.core.createEnrolCode({ role: 'unitContact', subject, ttlMs: 60_000 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const device = await SigningDevice.make();
  if ((await device.enrol(commune.door, secretOf(issued.fragment))).value === null)
    throw new Error('not enrolled');
  return device;
}

const nomination = (owner: object, id: string, personName = 'Lê Thị Mai', baseRev = 0) =>
  put(
    'nomination',
    id,
    {
      id,
      ...owner,
      personName,
      position: 'Giáo viên',
      contribution: 'Hướng dẫn phụ huynh',
      result: '40 phụ huynh',
      evidence: '',
    },
    baseRev,
  );

const seen = async (commune: Commune, phone: SigningDevice, entity: string): Promise<string[]> =>
  (await pull(commune, phone)).rows.flatMap((row) =>
    row.entity === entity && row.value !== null ? [row.id] : [],
  );

async function scene() {
  const commune = await openCommune();
  const officer = await commune.officer();
  const campaignId = (await campaignOf(commune)).id;
  const unit = await unitPhone(commune, officer);
  const other = await unitPhone(commune, officer, 'YT');
  const owner = { campaignId, subjectKind: 'unit', subjectId: unit.id } as const;
  return { commune, officer, campaignId, unit, other, owner };
}

test('a contact writes the papers of its own unit; the office reads them, other units and hamlets do not', async () => {
  const { commune, officer, unit, other, owner } = await scene();
  const head = await commune.head();
  const { phone } = unit;
  const [planId, nominationId, evidenceId] = [
    derivedIdOf('plan', owner.campaignId, owner.subjectId),
    phone.newId(),
    phone.newId(),
  ];
  const plan = put('plan', planId, {
    id: planId,
    ...owner,
    number: '05/KH',
    date: '2025-03-01',
    extract: 'Kế hoạch',
    targets: [],
  });
  const evidence = put('evidence', evidenceId, {
    id: evidenceId,
    ...owner,
    criterionId: 'C1.1',
    kind: 'document',
    extract: 'Kế hoạch',
  });
  expect(await send(commune, phone, plan, nomination(owner, nominationId), evidence)).toEqual([
    'applied',
    'applied',
    'applied',
  ]);
  expect(await send(commune, other.phone, nomination(owner, other.phone.newId()))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, other.phone, nomination(owner, nominationId))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, head, nomination(owner, head.newId()))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, officer, nomination(owner, officer.newId()))).toEqual(['NOT_PERMITTED']);
  const papers = async (reader: SigningDevice): Promise<number[]> => {
    const { rows } = await pull(commune, reader);
    return ['plan', 'nomination', 'evidence'].map(
      (entity) => rows.filter((row) => row.entity === entity && row.value !== null).length,
    );
  };
  expect(await papers(officer)).toEqual([1, 1, 1]);
  expect(await papers(phone)).toEqual([1, 1, 1]);
  expect(await papers(other.phone)).toEqual([0, 0, 0]);
  expect(await papers(head)).toEqual([0, 0, 0]);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('the judgement of a person is the officer’s to write, and the office’s alone to read', async () => {
  const { commune, officer, unit, owner } = await scene();
  const id = unit.phone.newId();
  await send(commune, unit.phone, nomination(owner, id));
  const judgement = put('nominationJudgement', id, { id, ...owner, aspects: { duty: 'good' }, note: 'Rõ' });
  expect(await send(commune, unit.phone, judgement)).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, officer, judgement)).toEqual(['applied']);
  expect(await seen(commune, officer, 'nominationJudgement')).toEqual([id]);
  expect(await seen(commune, unit.phone, 'nominationJudgement')).toEqual([]);
});

test('a paper of a campaign or subject nobody knows is refused, and one that fits no schema is set aside', async () => {
  const { commune, unit, owner } = await scene();
  const { phone } = unit;
  const stranger = phone.newId();
  const sent = await send(
    commune,
    phone,
    nomination({ ...owner, campaignId: stranger }, phone.newId()),
    nomination({ ...owner, subjectId: stranger }, phone.newId()),
    put('nomination', stranger, { id: stranger, ...owner, personName: 'A' }),
    // Control: nothing else was wrong with it.
    nomination(owner, phone.newId()),
  );
  expect(sent).toEqual(['UNKNOWN_SUBJECT', 'NOT_PERMITTED', 'ARGS_INVALID', 'applied']);
});

test('two phones edit one paper: the later one is told, keeps nothing from the other, and mends it on what is there', async () => {
  const { commune, unit, owner } = await scene();
  const [first, second] = [unit.phone, await contactOf(commune, unit.id)];
  const id = first.newId();
  const [made] = await results(commune, first, nomination(owner, id));
  const edit = (personName: string, baseRev = 0) => nomination(owner, id, personName, baseRev);
  expect(await send(commune, second, edit('Lê Mai', made?.rev))).toEqual(['applied']);
  expect(await send(commune, first, edit('Mai Lê'))).toEqual(['STALE_BASIS']);
  const row = (await pull(commune, first)).rows.find((found) => found.id === id);
  expect(rowSchemas.nomination.parse(row?.value).personName).toBe('Lê Mai');
  expect(await send(commune, first, edit('Mai Lê', row?.rev))).toEqual(['applied']);
});

test('taken out, put back and taken out again without a network; two phones that both take it out agree', async () => {
  const { commune, unit, owner } = await scene();
  const [first, second] = [unit.phone, await contactOf(commune, unit.id)];
  const id = first.newId();
  const gone = put('nomination', id, undefined);
  expect(await send(commune, first, nomination(owner, id), gone, nomination(owner, id), gone)).toEqual([
    'applied',
    'applied',
    'applied',
    'applied',
  ]);
  expect(await seen(commune, first, 'nomination')).toEqual([]);
  expect(await send(commune, second, gone)).toEqual(['applied']);
  // Words on what is gone are still told.
  expect(await send(commune, second, nomination(owner, id))).toEqual(['STALE_BASIS']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('pages of the plan are photos of a unit’s sheet, up to their own number; a hamlet has none', async () => {
  const { commune, unit } = await scene();
  const head = await commune.head();
  const page = (phone: SigningDevice, n: number, criterionId: string) => {
    const photoId = `${String(n).padStart(42, 'A')}A`;
    const assessmentId = phone.enrolment?.assessmentId ?? '';
    const facts = { photoId, sha256: photoId, bytes: 1000, mime: 'image/jpeg', w: 100, h: 100 } as const;
    return { kind: 'photo.add', args: { assessmentId, criterionId, ...facts } } as const;
  };
  const pages = Array.from({ length: PLAN_PAGES_MAX + 1 }, (_each, n) => page(unit.phone, n, PLAN_PAGES));
  const verdicts = await send(commune, unit.phone, ...pages);
  expect(verdicts.slice(0, -1).every((verdict) => verdict === 'applied')).toBe(true);
  expect(verdicts.at(-1)).toBe('LIMIT');
  expect(await send(commune, head, page(head, 1, PLAN_PAGES))).toEqual(['ARGS_INVALID']);
  const ordinary = Array.from({ length: PHOTOS_PER_CRITERION + 1 }, (_each, n) =>
    page(unit.phone, n, 'C1.1'),
  );
  expect(
    (await send(commune, unit.phone, ...ordinary)).filter((verdict) => verdict === 'LIMIT'),
  ).toHaveLength(1);
});
