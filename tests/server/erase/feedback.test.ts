import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { spellCode } from '#protocol/code.ts';
import { readCommandLine } from '#server/admin/command-line.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { backUp, openBox, speak, type Box } from '../backup/box.ts';

const boxes: Box[] = [];
const aBox = async (): Promise<Box> => {
  const box = await openBox();
  boxes.push(box);
  return box;
};
afterEach(async () => {
  for (const box of boxes.splice(0)) await box.remove();
});

const CANARY = 'Chim hoàng yến 7f3a';
const CONTACT = '0912 345 999';

/** Everything in the data folder that is not a lock. */
const holds = (box: Box, text: string): boolean =>
  readdirSync(box.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/lock|owner|-shm|before-/.test(entry.name))
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text));

async function say(box: Box, nonce: string): Promise<string> {
  const given = await box.core.takeFeedback({ v: 1, nonce, text: CANARY, contact: CONTACT }, '203.0.113.7');
  if (given.kind !== 'answered') throw new Error(given.code);
  return given.response.code;
}
const rowsOf = async (box: Box, officer: SigningDevice) =>
  (await speak(box, officer, [], { pull: { cursors: {}, maxBytes: 240_000 } })).value?.rows ?? [];
const reply = (officer: SigningDevice, { id, campaignId }: { id: string; campaignId: string }, baseRev = 0) =>
  officer.seal({
    kind: 'record.put',
    args: {
      entity: 'feedbackReply',
      id,
      baseRev,
      value: { id, campaignId, state: 'answered', answer: `Về “${CANARY}”: đã sửa.` },
    },
  });

/** A commune with one word of the public, answered; and a word of another person. */
async function answered() {
  const box = await aBox();
  const officer = await box.officer();
  const code = await say(box, 'n'.repeat(22));
  const row = (await rowsOf(box, officer)).find(({ entity }) => entity === 'feedback');
  const words = { id: row?.id ?? '', campaignId: String(row?.value?.['campaignId']) };
  const sealed = reply(officer, words);
  expect((await speak(box, officer, [sealed])).value?.results).toMatchObject([{ verdict: 'applied' }]);
  return { box, officer, code, words, sealed };
}

const erase = async (box: Box, named: string) => {
  const line = readCommandLine(['erase', '--feedback', named]);
  if (line.kind !== 'task' || typeof line.task !== 'function') throw new Error('not understood');
  return line.task(box.core, '');
};

test('words of the public that were erased are nowhere: store, office’s machines, code; the chain and verify hold', async () => {
  const { box, officer, code, words, sealed } = await answered();
  expect([holds(box, CANARY), holds(box, CONTACT)]).toEqual([true, true]);
  expect(await box.core.feedbackState(code)).toMatchObject({ state: 'answered' });

  expect(await erase(box, spellCode(code))).toMatchObject({
    kind: 'done',
    value: { kind: 'erased', operations: 1 },
  });
  expect([holds(box, CANARY), holds(box, CONTACT)]).toEqual([false, false]);
  expect(await box.core.feedbackState(code)).toBeNull();
  const rows = await rowsOf(box, officer);
  expect(rows.filter(({ id }) => id === words.id).map(({ entity, value }) => [entity, value])).toEqual([
    ['feedback', null],
    ['feedbackReply', null],
  ]);
  expect((await box.core.verify()).problems).toEqual([]);

  // A second time there is nothing left; what never was is told.
  expect(await erase(box, words.id)).toMatchObject({ kind: 'done', value: { kind: 'alreadyErased' } });
  expect(await erase(box, 'K3QF-72MA-7B4E')).toMatchObject({
    kind: 'failed',
    value: { kind: 'unknownFeedback' },
  });
  // Neither the answer sent again nor a new one brings anything back.
  const again = await speak(box, officer, [sealed], { firstSeq: 1 });
  expect(again.value?.results).toMatchObject([{ verdict: 'refused', code: 'ERASED' }]);
  const late = await speak(box, officer, [reply(officer, words)]);
  expect(late.value?.results).toMatchObject([{ verdict: 'refused', code: 'ERASED' }]);
  expect(await rowsOf(box, officer)).not.toContainEqual(
    expect.objectContaining({ id: words.id, value: expect.anything() }),
  );
  expect((await box.core.verify()).problems).toEqual([]);
  expect(readCommandLine(['erase', '--feedback', 'x', '--submission', 'y']).kind).toBe('misused');
}, 60_000);

test('a restore from before takes the words away again; one word erased leaves the others', async () => {
  const { box, officer, code, sealed } = await answered();
  const other = await say(box, 'm'.repeat(22));
  const file = await backUp(box);
  expect(await erase(box, code)).toMatchObject({ kind: 'done' });
  expect(await box.core.feedbackState(other)).toMatchObject({ state: 'received' });

  expect(await box.restore({ file })).toMatchObject({ kind: 'restored', erased: 2 });
  await box.open();
  expect((await box.core.verify()).problems).toEqual([]);
  expect(await box.core.feedbackState(code)).toBeNull();
  expect(await box.core.feedbackState(other)).toMatchObject({ state: 'received' });
  const rows = await rowsOf(box, officer);
  expect(rows.filter(({ entity, value }) => entity === 'feedback' && value !== null)).toHaveLength(1);
  expect(rows.filter(({ entity, value }) => entity === 'feedbackReply' && value !== null)).toEqual([]);
  const told = await speak(box, officer, [sealed], { firstSeq: 1 });
  expect(told.value?.results).toMatchObject([{ verdict: 'refused', code: 'ERASED' }]);

  // Control: where nothing was erased a restore brings the words back.
  const bare = await aBox();
  await say(bare, 'n'.repeat(22));
  const kept = await backUp(bare);
  expect(await bare.restore({ file: kept })).toMatchObject({ kind: 'restored', erased: 0 });
  await bare.open();
  expect(holds(bare, CANARY)).toBe(true);
}, 60_000);
