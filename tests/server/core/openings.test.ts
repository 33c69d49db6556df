import { expect, test } from 'vitest';
import { hashBytes, utf8 } from '#protocol/hash.ts';
import { OPENED_PATH, type OpenedRequest } from '#protocol/opened.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { submitIntent } from './makers.ts';
import { send } from './sending.ts';

async function tell({ core, clock }: Commune, by: SigningDevice, assessmentId: string): Promise<string> {
  const opened = [{ assessmentId, at: clock.now() }];
  const request: OpenedRequest = { v: 1, nonce: 'A'.repeat(22), opened };
  const bytes = utf8(JSON.stringify(request));
  const { [PROOF_HEADER]: proof = '' } = await by.signed(OPENED_PATH, bytes, []);
  const outcome = await core.noteOpened(proof, await hashBytes(bytes), request);
  return outcome.kind === 'refused' ? outcome.code : outcome.kind;
}

test('each machine of the office that opened a form is one entry, however often and at whatever moment it is told', async () => {
  const commune = await openCommune();
  const [head, one, other] = [await commune.head(), await commune.officer(), await commune.officer()];
  const form = head.enrolment?.assessmentId ?? '';
  expect(await send(commune, head, submitIntent(form, 'hamlet'))).toEqual(['applied']);
  const entries = async () => (await commune.store.read((tables) => tables.commune.find()))?.rev ?? 0;
  const before = await entries();
  const told = [one, other].map((by) => tell(commune, by, form));
  expect(await Promise.all(told)).toEqual(['answered', 'answered']);
  expect((await entries()) - before).toBe(2);
  expect(await tell(commune, one, form)).toBe('answered');
  expect(await tell(commune, head, form)).toBe('not-allowed');
  expect((await entries()) - before).toBe(2);
  expect((await commune.core.verify()).problems).toEqual([]);
});
