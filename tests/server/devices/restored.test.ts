import { afterEach, expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { backUp, openBox, speak, type Box } from '../backup/box.ts';
import { secretOf as secretOfFragment } from '../core/commune.ts';
import { submitIntent } from '../core/makers.ts';
import { actOn, askCode } from './ask-core.ts';

const boxes: Box[] = [];
afterEach(async () => {
  for (const box of boxes.splice(0)) await box.remove();
});
const aBox = async (): Promise<Box> => {
  const box = await openBox();
  boxes.push(box);
  return box;
};
const said = async (box: Box, phone: SigningDevice): Promise<string> => {
  const { value, text } = await speak(box, phone);
  return value === null ? problemCodeOf(text) : 'answered';
};
/** A link that is sent: what binds a phone that waits. */
const linkOf = (box: Box, by: SigningDevice) =>
  askCode(box.core, by, { role: 'hamletHead', subject: box.hamlets[0]?.id ?? '', way: 'sent' });

test('restored: a revoked and a declined phone stay out, an approved one stays in, a spent code is spent, an erased family is gone', async () => {
  const box = await aBox();
  const officer = await box.officer();
  const [lost, family] = [await box.head(), await box.head(box.hamlets[1]?.id)];
  const form = family.seal(submitIntent(box.assessmentOf(family), 'hamlet'));
  await speak(box, family, [form]);
  const links = [await linkOf(box, officer), await linkOf(box, officer), await linkOf(box, officer)];
  const [before] = links;
  const early = await SigningDevice.make();
  await early.enrol(box.door, secretOfFragment(before?.fragment ?? ''));
  const file = await backUp(box);

  // All this the backup does not know.
  expect(await box.core.revoke(lost.id)).toBe('revoked');
  const [declined, approved] = [await SigningDevice.make(), await SigningDevice.make()];
  await declined.enrol(box.door, secretOfFragment(links[1]?.fragment ?? ''));
  await approved.enrol(box.door, secretOfFragment(links[2]?.fragment ?? ''));
  expect(await actOn(box.core, officer, declined, 'decline')).toBe('revoked');
  expect(await actOn(box.core, officer, approved, 'approve')).toBe('approved');
  expect(await actOn(box.core, officer, early, 'approve')).toBe('approved');
  const late = await linkOf(box, officer);
  const waits = await SigningDevice.make();
  await waits.enrol(box.door, secretOfFragment(late.fragment));
  const { opId } = operationSchema.parse(JSON.parse(form));
  expect(await box.core.eraseSubmission(opId)).toMatchObject({ kind: 'erased' });
  const standing = async () => ({
    lost: await said(box, lost),
    declined: await said(box, declined),
    waits: await said(box, waits),
    approved: await said(box, approved),
    early: await said(box, early),
  });
  const expected = {
    lost: 'device-revoked',
    declined: 'device-revoked',
    waits: 'device-pending',
    approved: 'answered',
    early: 'answered',
  };
  expect(await standing()).toEqual(expected);

  expect(await box.restore({ file })).toMatchObject({ kind: 'restored', revoked: 2, enrolled: 3, erased: 1 });
  await box.open();
  expect(await standing()).toEqual(expected);
  for (const { fragment } of [...links, late]) {
    const reply = await (await SigningDevice.make()).enrol(box.door, secretOfFragment(fragment));
    expect(problemCodeOf(reply.text)).toBe('code-spent');
  }
  const again = await speak(box, family, [form], { firstSeq: 1 });
  expect(again.value?.results).toMatchObject([{ verdict: 'refused', code: 'ERASED' }]);
  expect((await box.core.verify()).problems).toEqual([]);
}, 60_000);

test('control: a backup restored without the journal lets the declined phone wait again', async () => {
  const box = await aBox();
  const officer = await box.officer();
  const link = await linkOf(box, officer);
  const phone = await SigningDevice.make();
  await phone.enrol(box.door, secretOfFragment(link.fragment));
  const file = await backUp(box);
  expect(await actOn(box.core, officer, phone, 'decline')).toBe('revoked');
  await box.wipe();
  const outcome = await box.restore({ file, recovery: box.recovery.join('\n') });
  expect(outcome).toMatchObject({ kind: 'restored' });
  await box.open();
  expect(await said(box, phone)).toBe('device-pending');
}, 60_000);
