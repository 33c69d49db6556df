/** Good examples, bulletins, series, hand-overs and reminders, judged by the commune's own rules. */
import { expect, test } from 'vitest';
import { openCommune } from './commune.ts';
import { put, results, send } from './sending.ts';

const consent = { date: '2025-11-05', takenBy: 'Nguyễn Văn An', photos: false };

async function scene() {
  const commune = await openCommune();
  const officer = await commune.officer();
  const { campaign, commune: named } = await commune.core.publicCampaign();
  const ofCampaign = (id: string) => ({ id, campaignId: campaign.id });
  const exemplar = (id: string, more: object = {}) => ({
    ...ofCampaign(id),
    kind: 'goodPractice',
    title: 'Tổ công nghệ số đi từng nhà',
    who: 'Xóm Đầm Mụ',
    story: 'Mỗi tối hai người đi năm nhà.',
    result: '',
    state: 'nominated',
    verification: '',
    photos: [],
    replications: [],
    ...more,
  });
  return { commune, officer, campaign, named, ofCampaign, exemplar };
}

test('an example is checked, then published with a yes; a bulletin names published ones alone', async () => {
  const { commune, officer, ofCampaign, exemplar } = await scene();
  const [id, other, bulletinId] = [officer.newId(), officer.newId(), officer.newId()];
  const tell = async (value: ReturnType<typeof exemplar>, baseRev: number) =>
    (await results(commune, officer, put('exemplar', id, value, baseRev)))[0];
  const published = { state: 'published', verification: 'Đã xem', consent, publishedOn: '2025-11-06' };
  expect((await tell(exemplar(id, published), 0))?.code).toBe('STATE_GUARD');
  const first = await tell(exemplar(id), 0);
  expect(first?.verdict).toBe('applied');
  expect((await tell(exemplar(id, { state: 'verified' }), first?.rev ?? 0))?.code).toBe('STATE_GUARD');
  const checked = await tell(exemplar(id, { state: 'verified', verification: 'Đã xem' }), first?.rev ?? 0);
  const bulletin = (exemplars: string[]) =>
    put('bulletin', bulletinId, {
      ...ofCampaign(bulletinId),
      title: 'Bản tin',
      seconds: 60,
      script: '',
      post: '',
      exemplars,
      broadcasts: [],
    });
  expect(await send(commune, officer, bulletin([id]))).toEqual(['STATE_GUARD']);
  const rev = checked?.rev ?? 0;
  expect((await tell(exemplar(id, { ...published, consent: undefined }), rev))?.code).toBe('STATE_GUARD');
  expect((await tell(exemplar(id, { ...published, publishedOn: '2025-02-30' }), rev))?.code).toBe(
    'ARGS_INVALID',
  );
  expect((await tell(exemplar(id, published), rev))?.verdict).toBe('applied');
  expect(await send(commune, officer, bulletin([other]), bulletin([id]))).toEqual([
    'UNKNOWN_SUBJECT',
    'applied',
  ]);
  const stranger = { subjectKind: 'hamlet', subjectId: officer.newId() };
  expect(await send(commune, officer, put('exemplar', other, exemplar(other, stranger)))).toEqual([
    'UNKNOWN_SUBJECT',
  ]);
});

test('a commune is handed over in one batch: its name, the record that keeps the old one, and both again when taken back', async () => {
  const { commune, officer, campaign, named, ofCampaign } = await scene();
  const [id, batchId] = [officer.newId(), officer.newId()];
  const place = (name: string) => ({ name, parent: 'tỉnh Thái Nguyên', address: '' });
  const value = {
    ...ofCampaign(id),
    date: '2025-07-01',
    from: place(named.name),
    to: place('xã Đại Từ'),
    source: 'Nghị quyết 1683/NQ-UBTVQH15',
    note: '',
  };
  // By itself it would say a name the commune does not have.
  expect(await send(commune, officer, put('handOver', id, value))).toEqual(['STATE_GUARD']);
  const { rows } = (await officer.exchange(commune.door, [], { pull: { cursors: {}, maxBytes: 240_000 } }))
    .value ?? {
    rows: [],
  };
  const rev = rows.find(({ entity }) => entity === 'commune')?.rev ?? 0;
  const inBatch = (entity: string, of: string, held: object, baseRev: number) => ({
    kind: 'record.put' as const,
    args: { entity, id: of, value: { ...held }, baseRev, batchId },
  });
  const settled = (state: string, baseRev = 0) =>
    put('batch', batchId, { id: batchId, state, label: 'Đổi tên xã', records: 2 }, baseRev);
  const done = await results(
    commune,
    officer,
    inBatch('commune', named.id, { ...named, ...place('xã Đại Từ'), validFrom: '2025-07-01' }, rev),
    inBatch('handOver', id, value, 0),
    settled('committed'),
  );
  expect(done.map(({ verdict, code }) => code ?? verdict)).toEqual(['applied', 'applied', 'applied']);
  const now = async () => (await commune.core.publicCampaign()).commune.name;
  expect(await now()).toBe('xã Đại Từ');
  expect(
    await send(commune, officer, put('handOver', id, { ...value, note: 'x' }, done[1]?.rev)),
  ).not.toEqual(['applied']);
  expect(await send(commune, officer, settled('reverted', done[2]?.rev))).toEqual(['applied']);
  expect(await now()).toBe(campaign.id === '' ? '' : named.name);
});

test('a series names campaigns that exist, a reminder a deadline that exists, a report a day of the calendar', async () => {
  const { commune, officer, campaign, ofCampaign } = await scene();
  const [a, b, report, said] = [officer.newId(), officer.newId(), officer.newId(), officer.newId()];
  const series = (id: string, campaigns: string[]) =>
    put('campaignSeries', id, { id, name: 'Chuyển đổi số', campaigns });
  expect(
    await send(commune, officer, series(a, [b]), series(a, [campaign.id]), series(b, [campaign.id])),
  ).toEqual(['UNKNOWN_SUBJECT', 'applied', 'STATE_GUARD']);
  const deadline = { ...ofCampaign(report), title: 'Báo cáo tỉnh', recipient: '', phrase: '', cutoffAt: 1 };
  const reminder = { ...ofCampaign(said), deadlineId: report, step: 7, at: 1, missing: 3 };
  expect(
    await send(
      commune,
      officer,
      put('reminder', said, reminder),
      put('reportDeadline', report, { ...deadline, handedIn: { date: '2025-11-31', number: '' } }),
      put('reportDeadline', report, deadline),
      put('reminder', said, reminder),
      put('reminder', b, { ...reminder, id: b, step: 8 }),
    ),
  ).toEqual(['UNKNOWN_SUBJECT', 'ARGS_INVALID', 'applied', 'applied', 'ARGS_INVALID']);
});
