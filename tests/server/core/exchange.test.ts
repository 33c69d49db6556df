import { expect, test } from 'vitest';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { verifyReceipt } from '#protocol/receipt.ts';
import { importPublicKey } from '#protocol/proof.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import { hashText } from '#protocol/hash.ts';
import { problemCodeOf } from '../../support/signing-device.ts';
import { openCommune } from './commune.ts';
import { consentOf, submitIntent } from './makers.ts';

const all = { pull: { cursors: {}, maxBytes: 200_000 } };
const comment = (assessmentId: string, text: string) =>
  ({ kind: 'comment.add', args: { assessmentId, text } }) as const;

// promise: P2
test('a family sends its form by a slip; the receipt verifies and its code leads to a state', async () => {
  const { core, door, family, store } = await openCommune();
  const phone = await family('DM-001');
  const text = phone.seal(
    submitIntent(phone.enrolment?.assessmentId ?? '', 'household', { consent: consentOf('self') }),
  );
  const reply = await phone.exchange(door, [text]);
  expect(reply.value?.results).toEqual([{ verdict: 'applied', rev: expect.any(Number) }]);
  expect(reply.value).toMatchObject({ lastSeq: 1, safeSeq: 0, rows: [], more: true, evict: [], reset: [] });

  const claims = await verifyReceipt(reply.value?.receipt ?? '', await importPublicKey(core.communeJwk));
  expect(claims).toMatchObject({ device: phone.id, lastSeq: 1, chain: phone.chain, epoch: phone.epoch });
  expect(claims?.auditHead).toBe((await store.read((tables) => tables.commune.find()))?.audit_head);

  const code = receiptCodeOf(await hashText(text));
  expect(await core.receiptState(code)).toMatchObject({
    code,
    state: 'received',
    channel: 'self',
    superseded: false,
  });
  expect(await core.verify()).toMatchObject({ problems: [] });
});

test('the same operation sent again has its stored verdict and no second effect', async () => {
  const { door, family, core } = await openCommune();
  const phone = await family('DM-001');
  const text = phone.seal(
    submitIntent(phone.enrolment?.assessmentId ?? '', 'household', { consent: consentOf('self') }),
  );
  const first = await phone.exchange(door, [text]);
  const again = await phone.exchange(door, [text], { firstSeq: 1 });
  expect(again.value?.results).toEqual(first.value?.results);
  expect(again.value?.lastSeq).toBe(1);
  expect((await core.verify()).counts).toMatchObject({ submissions: 1 });
});

test('an operation resealed at a later place of the sequence advances it and keeps its one effect', async () => {
  const { door, head, core, hamlets } = await openCommune();
  const phone = await head();
  const mine = assessmentIdOf(
    core.communeId,
    (await core.publicCampaign()).campaign.id,
    hamlets[0]?.id ?? '',
  );
  const text = phone.seal(comment(mine, 'một'));
  const first = await phone.exchange(door, [text]);
  const other = await head();
  const resealed = await other.exchange(door, [other.seal(comment(mine, 'hai')), text]);
  expect(resealed.value?.lastSeq).toBe(2);
  expect(resealed.value?.results[1]).toEqual(first.value?.results[0]);
  const report = await core.verify();
  expect(report).toMatchObject({ problems: [], counts: { comments: 2 } });
});

// promise: P6
test('an id used again for other words is set aside, in full, and the next operation goes on', async () => {
  const { door, head, core, hamlets, store } = await openCommune();
  const phone = await head();
  const mine = assessmentIdOf(
    core.communeId,
    (await core.publicCampaign()).campaign.id,
    hamlets[0]?.id ?? '',
  );
  const opId = phone.newId();
  const texts = [
    phone.seal(comment(mine, 'một'), { opId }),
    phone.seal(comment(mine, 'khác'), { opId }),
    phone.seal(comment(mine, 'ba')),
  ];
  const reply = await phone.exchange(door, texts);
  expect(reply.value?.results.map(({ verdict, code }) => [verdict, code])).toEqual([
    ['applied', undefined],
    ['quarantined', 'OP_ID_REUSED'],
    ['applied', undefined],
  ]);
  expect(reply.value?.lastSeq).toBe(3);
  const held = await store.read((tables) => tables.quarantine.list());
  expect(held.map(({ body }) => body)).toEqual([texts[1]]);
  expect((await core.verify()).problems).toEqual([]);
});

test('a gap takes nothing, and the reply says where to go on from', async () => {
  const { door, head, core } = await openCommune();
  const phone = await head();
  const text = phone.seal(comment(phone.enrolment?.assessmentId ?? '', 'một'));
  const reply = await phone.exchange(door, [text], { firstSeq: 3 });
  expect(reply.value).toMatchObject({ lastSeq: 0, results: [] });
  expect((await core.verify()).counts).toMatchObject({ comments: 0 });
});

test('other words at a place already taken are kept apart once and raise an alarm', async () => {
  const { door, head, core, logged, store } = await openCommune();
  const phone = await head();
  const mine = phone.enrolment?.assessmentId ?? '';
  await phone.exchange(door, [phone.seal(comment(mine, 'một'))]);
  const fork = phone.seal(comment(mine, 'máy kia'));
  const reply = await phone.exchange(door, [fork], { firstSeq: 1 });
  await phone.exchange(door, [fork], { firstSeq: 1 });
  expect(reply.value).toMatchObject({
    lastSeq: 1,
    results: [{ verdict: 'quarantined', code: 'OP_ID_REUSED' }],
  });
  expect(logged.some(({ level, event }) => level === 'alarm' && event === 'device-forked')).toBe(true);
  expect(await store.read((tables) => tables.quarantine.list())).toHaveLength(1);
  expect((await core.verify()).problems).toEqual([]);
});

test('a text that is not canonical refuses the whole envelope and stores nothing', async () => {
  const { door, head, core } = await openCommune();
  const phone = await head();
  const before = await core.verify();
  const good = phone.seal(comment(phone.enrolment?.assessmentId ?? '', 'một'));
  const reply = await phone.exchange(door, [good, good.replace('{', '{ ')]);
  expect(problemCodeOf(reply.text)).toBe('not-canonical');
  expect((await core.verify()).counts).toEqual(before.counts);
});

// promise: P6
test('what is canonical but not understood is set aside and the next goes through', async () => {
  const { door, head } = await openCommune();
  const phone = await head();
  const mine = phone.enrolment?.assessmentId ?? '';
  const strange = (overrides: Record<string, unknown>) => phone.seal(comment(mine, 'x'), overrides);
  const reply = await phone.exchange(door, [
    strange({ kind: 'dream.dreamt' }),
    strange({ args: { assessmentId: mine, text: 'x', more: 1 } }),
    '[]',
    phone.seal(comment(mine, 'a'.repeat(100)), {
      args: { assessmentId: mine, text: 'a'.repeat(130 * 1024) },
    }),
    strange({}),
  ]);
  expect(reply.value?.results.map(({ verdict, code }) => code ?? verdict)).toEqual([
    'UNKNOWN_KIND',
    'ARGS_INVALID',
    'ARGS_INVALID',
    'TOO_LARGE',
    'applied',
  ]);
  expect(reply.value?.lastSeq).toBe(5);
});

test('beyond a megabyte set aside in a day the device is told to wait, and goes on the day after', async () => {
  const { door, head, clock } = await openCommune();
  const phone = await head();
  const mine = phone.enrolment?.assessmentId ?? '';
  const large = (letter: string) =>
    phone.seal(comment(mine, 'x'), { args: { assessmentId: mine, text: letter.repeat(200 * 1024) } });
  const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map(large);
  const reply = await phone.exchange(door, texts);
  expect(reply.value?.results.at(-1)).toEqual({ verdict: 'retry', code: 'BUDGET' });
  expect(reply.value?.lastSeq).toBe(5);
  clock.advance(25 * 60 * 60 * 1000);
  const later = await phone.exchange(door, texts.slice(5));
  expect(later.value?.lastSeq).toBe(6);
});

test('an unknown epoch or a cursor ahead of the commune starts the scope anew', async () => {
  const { door, head } = await openCommune();
  const phone = await head();
  const cursors = { public: 1_000_000 };
  const ahead = await phone.exchange(door, [], { pull: { cursors, maxBytes: 200_000 } });
  expect(ahead.value?.reset).toEqual(['public']);
  expect(ahead.value?.rows.some(({ scope }) => scope === 'public')).toBe(true);
  const other = await phone.exchange(door, [], {
    epoch: '',
    pull: { cursors: { public: 30 }, maxBytes: 200_000 },
  });
  expect(other.value?.rows.some(({ entity }) => entity === 'commune')).toBe(true);
});

test('pages of rows join to the whole, in order, and end', async () => {
  const { door, head } = await openCommune();
  const phone = await head();
  const whole = await phone.exchange(door, [], all);
  const collected: unknown[] = [];
  let cursors: Record<string, number> = {};
  for (let turn = 0; turn < 60; turn++) {
    const page = await phone.exchange(door, [], { pull: { cursors, maxBytes: 3000 } });
    collected.push(...(page.value?.rows ?? []));
    cursors = page.value?.cursors ?? {};
    if (page.value?.more === false) break;
  }
  expect(collected).toEqual(whole.value?.rows);
  expect(cursors).toEqual(whole.value?.cursors);
});
