/** What hamlets, units and the office do beyond filling a form, from the phone's commands to the real server and back. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { thumbprintOf } from '#client/sync/device-key.ts';
import { answersTo, setOf } from '../server/core/makers.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { head, officer, verdictsOf, type At } from './people-at.ts';
import { untilTired } from './village.ts';

const sheetOf = ({ profile }: At, answers = {}, updatedAt = 2) =>
  aDraft({ id: profile.assessmentId ?? '', assessmentId: profile.assessmentId ?? '', answers, updatedAt });

test('the device is named as the library would name it (RFC 7638)', async () => {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const jwk = publicJwkSchema.parse({ kty, crv, x, y });
  expect(await thumbprintOf(jwk)).toBe(await calculateJwkThumbprint(jwk));
});

test('two phones write differently unseen: both values are shown, one is chosen, and all phones agree', async () => {
  const commune = await openCommune();
  const [a, b] = [await head(commune, 90), await head(commune, 91)];
  await a.meet();
  await b.meet();
  const id = a.profile.assessmentId ?? '';
  await a.workspace.saveDraft(sheetOf(a, { 'A1.1': true }));
  await b.workspace.saveDraft(sheetOf(b, { 'A1.1': false }));
  await a.meet();
  await b.meet();
  await a.meet();
  const [conflict] = await b.workspace.conflicts(id);
  expect(conflict?.criterionId).toBe('A1.1');
  expect(conflict?.choices.map(({ value, isOwn }) => [value, isOwn])).toEqual([
    [false, true],
    [true, false],
  ]);
  expect((await a.workspace.conflicts(id))[0]?.choices[0]).toMatchObject({ value: true, isOwn: true });
  await a.workspace.choose(id, 'A1.1', false);
  // At once, without a network: nothing flickers and nothing else is sealed for it.
  expect((await a.workspace.draft(id))?.answers).toEqual({ 'A1.1': false });
  expect(await a.workspace.conflicts(id)).toEqual([]);
  await a.meet();
  await b.meet();
  for (const { workspace } of [a, b]) {
    expect(await workspace.conflicts(id)).toEqual([]);
    expect((await workspace.draft(id))?.answers).toEqual({ 'A1.1': false });
  }
  expect(await verdictsOf(a)).toEqual(['answers.save applied', 'answers.save applied']);
  expect(await verdictsOf(b)).toEqual(['answers.save conflict']);
  await a.workspace.close();
  await b.workspace.close();
});

test('a form goes through its rounds: withdrawn and sent again, taken up, scored, returned; a late move is refused', async () => {
  const commune = await openCommune();
  const [a, office] = [await head(commune, 92), await officer(commune, 93)];
  const id = a.profile.assessmentId ?? '';
  const answers = answersTo(setOf('hamlet'), (below) => below - 1);
  const input = { selfScore: 100, signedOffBy: 'Ông Ánh' };
  const stateAt = async ({ workspace }: At) => (await workspace.row('assessment', id))?.value.state;
  await a.workspace.submit(sheetOf(a, answers), input);
  await a.meet();
  await a.workspace.move(id, 'withdrawn');
  await a.meet();
  expect(await stateAt(a)).toBe('withdrawn');
  await a.workspace.submit(sheetOf(a, answers, 9), input);
  await a.meet();
  await office.meet();
  await office.workspace.move(id, 'underReview');
  // The hamlet has not heard of it yet: its withdrawal names a state that is over.
  await office.meet();
  await a.workspace.move(id, 'withdrawn');
  await a.meet();
  expect((await verdictsOf(a)).at(-1)).toBe('assessment.move refused STATE_GUARD');
  const [submission] = (await office.workspace.rows('submission')).filter(({ value }) => value.current);
  const score = {
    submission: submission?.id ?? '',
    criterionId: Object.keys(answers)[0] ?? '',
    reasonCode: 'evidence',
    reason: 'Đủ minh chứng',
  };
  await office.workspace.score({ ...score, points: 0 });
  await office.workspace.score({ ...score, points: 100 });
  await office.meet();
  const given = (await office.workspace.row('scores', score.submission))?.value.fields[score.criterionId];
  // The second named the first, which it had not seen come back.
  expect(given?.map(({ points }) => points)).toEqual([100]);
  const items = [{ criterionId: score.criterionId, ask: 'Mời bổ sung ảnh' }];
  await office.workspace.move(id, 'returned', { reason: 'Thiếu minh chứng', items });
  await office.meet();
  await a.meet();
  expect((await a.workspace.row('assessment', id))?.value.lastMove).toMatchObject({ to: 'returned', items });
  expect((await commune.core.verify()).problems).toEqual([]);
  const { made, setAside } = await a.workspace.balance();
  expect([made, setAside]).toEqual([4, 1]);
  expect([...a.on.phone.errors, ...office.on.phone.errors]).toEqual([]);
  await a.workspace.close();
  await office.workspace.close();
});

test('a body the disk broke is set apart after a few halvings; everything behind it arrives', async () => {
  const commune = await openCommune();
  const a = await head(commune, 94);
  await a.meet();
  a.line.isDown = true;
  const texts = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy'];
  for (const text of texts) await a.workspace.comment(a.profile.assessmentId ?? '', text);
  await untilTired(a.workspace);
  const store = a.on.store(a.profile.id);
  const broken = (await store.outbox())[3];
  if (broken === undefined) throw new Error('nothing sealed');
  await store.tables.write(['outbox'], async (tx) => {
    await tx.putSealed({ ...broken, text: `${broken.text} ` });
  });
  a.line.isDown = false;
  a.line.log.length = 0;
  await a.meet();
  expect((await a.workspace.rows('comment')).map(({ value }) => value.text).sort()).toEqual(
    texts.filter((text) => text !== 'bốn').sort(),
  );
  expect(await a.workspace.balance()).toEqual({ made: 7, received: 6, safe: 0, waiting: 0, setAside: 1 });
  expect((await a.workspace.outbox())[0]).toMatchObject({ opId: broken.opId, seq: -1 });
  expect(a.line.log.filter(({ status }) => status >= 400).length).toBeLessThanOrEqual(12);
  expect((await commune.core.listDevices()).length).toBe(1);
  await a.workspace.close();
});

test('the diagnostic counts and dates, and holds nobody’s words or name', async () => {
  const commune = await openCommune();
  const a = await head(commune, 99);
  await a.workspace.saveDraft(
    sheetOf(
      a,
      answersTo(setOf('hamlet'), (below) => below - 1),
    ),
  );
  await a.workspace.comment(a.profile.assessmentId ?? '', 'Lời riêng');
  await a.meet();
  const text = await a.workspace.diagnostic();
  expect(JSON.parse(text)).toMatchObject({
    role: 'hamletHead',
    balance: { made: 2, waiting: 0 },
    verdicts: { 'comment.add applied': 1, 'answers.save applied': 1 },
    drafts: { 'hamlet self open': 1 },
  });
  for (const secret of ['Lời riêng', 'Chùa 9', 'A1.1', a.profile.assessmentId ?? ''])
    expect(text).not.toContain(secret);
  await a.workspace.close();
});
