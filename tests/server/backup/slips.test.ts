/** Papers outlive a restore as they stood: what was replaced stays replaced, what came after the backup still opens. */
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { hashText, utf8 } from '#protocol/hash.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { backUp, openBox, type Box } from './box.ts';

async function slipOf(box: Box, head: SigningDevice, householdId: string): Promise<string> {
  const request = { v: 1 as const, nonce: 'A'.repeat(22), householdIds: [householdId] };
  const text = JSON.stringify(request);
  const headers = await head.signed(SLIPS_PATH, utf8(text), []);
  const outcome = await box.core.issueSlips(headers[PROOF_HEADER] ?? '', await hashText(text), request);
  if (outcome.kind !== 'answered') throw new Error(outcome.code);
  const link = readFragment(outcome.response.slips[0]?.fragment ?? '');
  if (link?.kind !== 'slip') throw new Error('no slip came');
  return link.secret;
}

async function scanned(box: Box, secret: string): Promise<string> {
  const { status, text } = await (await SigningDevice.make()).enrol(box.door, secret);
  return status === 200 ? 'enrolled' : problemCodeOf(text);
}

test('a slip that was replaced after the backup is not good again after the restore', async () => {
  const box = await openBox();
  try {
    const head = await box.head();
    const { value } = await head.exchange(box.door, [], { pull: { cursors: {}, maxBytes: 240_000 } });
    const household = value?.rows.find(({ entity }) => entity === 'household')?.id ?? '';
    const before = await slipOf(box, head, household);
    const file = await backUp(box);
    const after = await slipOf(box, head, household);
    expect(await box.restore({ file })).toMatchObject({ kind: 'restored' });
    await box.open();
    expect(await scanned(box, before)).toBe('code-expired');
    expect(await scanned(box, after)).toBe('enrolled');
    expect((await box.core.verify()).problems).toEqual([]);
  } finally {
    await box.remove();
  }
}, 30_000);
