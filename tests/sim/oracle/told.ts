/** Checked the moment something is on the phone's disk, because from then on a person may read it. */
import { textOf } from '#client/db/answer-text.ts';
import type { DraftRow, OutboxRow } from '#client/db/model.ts';
import { isFinal } from '#protocol/exchange.ts';
import type { DiskView } from '../phone-disk.ts';
import { Broken } from './broken.ts';
import type { Truth } from './truth.ts';

function checkVerdicts(truth: Truth, before: DiskView, after: DiskView): void {
  const known = new Map(before.outbox.map((row) => [row.opId, row.result]));
  for (const { seq, opId, hash, result, kind } of after.outbox) {
    // Outside the sequence: set apart by the phone itself, or gone from it because it was safe.
    if (seq <= 0) continue;
    if (result === undefined || !isFinal(result.verdict)) continue;
    if (known.get(opId)?.verdict === result.verdict) continue;
    if (result.code === 'OP_ID_REUSED') throw new Broken('I14', `${kind} ${opId} is taken for another text`);
    const committed = truth.ever.get(opId);
    if (committed === undefined)
      throw new Broken('I9', `${kind} ${opId} is called ${result.verdict}, nobody has it`);
    if (committed.hash !== hash) throw new Broken('I9', `${kind} ${opId} is acknowledged for another text`);
    if (!committed.verdicts.has(result.verdict))
      throw new Broken('I9', `${kind} ${opId} is called ${result.verdict}, the commune never said so`);
  }
}

function checkReceipts(truth: Truth, before: DiskView, after: DiskView): void {
  const known = new Set(before.receipts.map(({ opId }) => opId));
  for (const { opId } of after.receipts)
    if (!known.has(opId) && !truth.ever.has(opId))
      throw new Broken('I9', `a receipt for ${opId}, nobody has it`);
}

/** The word is shown for whatever stands at or below `safeSeq`. */
function checkSafe(truth: Truth, { outbox, state }: DiskView): void {
  for (const { seq, opId, hash, result } of outbox) {
    if (seq <= 0 || seq > state.safeSeq || truth.promised.has(opId)) continue;
    if (result?.verdict !== 'applied' && result?.verdict !== 'conflict') continue;
    if (!truth.isSafe(opId)) throw new Broken('I9', `${opId} is called safe and a kept backup lacks it`);
    truth.promised.set(opId, hash);
  }
}

function checkNothingVanished(truth: Truth, before: DiskView, after: DiskView): void {
  const left = new Set(after.outbox.filter(({ text }) => text !== '').map(({ opId }) => opId));
  for (const { opId, kind, text } of before.outbox) {
    if (text === '') continue;
    if (left.has(opId) || truth.promised.has(opId)) continue;
    throw new Broken('I3', `${kind} ${opId} left the phone and is not safe`);
  }
  const receipts = new Set(after.receipts.map(({ opId }) => opId));
  for (const { opId } of before.receipts)
    if (!receipts.has(opId)) throw new Broken('I14', `the receipt of ${opId} left the phone`);
}

const isUnsent = ({ answers, sealed }: DraftRow, field: string): boolean =>
  textOf(answers[field]) !== sealed[field];

/** Fields whose newest word is this phone's own and not yet answered for. */
function waitingFields(own: OutboxRow[], assessmentId: string): Set<string> {
  const waiting = own.filter((row) => row.assessmentId === assessmentId && row.result === undefined);
  return new Set(
    waiting.flatMap(({ text }) => {
      const { args }: { args: { changes?: object; snapshot?: object } } = JSON.parse(text);
      return Object.keys(args.changes ?? args.snapshot ?? {});
    }),
  );
}

/** What came down must not take away what its person wrote and the commune has not answered for. */
function checkOverlay(before: DiskView, after: DiskView): void {
  for (const draft of before.drafts) {
    const now = after.drafts.find(({ id }) => id === draft.id);
    if (now === undefined) throw new Broken('I12', `the draft ${draft.id} is gone`);
    // Answered for in this very reply, it may have been replaced by somebody who saw it.
    const waiting = waitingFields(after.outbox, draft.assessmentId);
    for (const field of Object.keys(draft.answers)) {
      if (!isUnsent(draft, field) && !waiting.has(field)) continue;
      if (textOf(now.answers[field]) !== textOf(draft.answers[field]))
        throw new Broken(
          'I12',
          `${field} was ${textOf(draft.answers[field])} and became ${textOf(now.answers[field])}`,
        );
    }
  }
}

const setAside = ({ outbox }: DiskView): Set<string> =>
  new Set(outbox.filter(({ result }) => result?.verdict === 'quarantined').map(({ opId }) => opId));

/** A restore may put them back among what waits, a newer build of the server may judge them; they do not go. */
function checkSetAside(truth: Truth, before: DiskView, after: DiskView): void {
  const rows = new Map(after.outbox.map((row) => [row.opId, row.result]));
  for (const opId of setAside(before)) {
    const result = rows.get(opId);
    if (result === undefined || result.verdict === 'quarantined' || after.state.epoch !== before.state.epoch)
      continue;
    if (truth.ever.get(opId)?.verdicts.has(result.verdict) !== true)
      throw new Broken('I13', `${opId} was set aside and is ${result.verdict} now`);
  }
}

/** After one command of the store that writes. */
export function checkTold(truth: Truth, command: string, before: DiskView, after: DiskView): void {
  checkVerdicts(truth, before, after);
  checkReceipts(truth, before, after);
  checkSafe(truth, after);
  checkNothingVanished(truth, before, after);
  if (command === 'settle') checkOverlay(before, after);
  checkSetAside(truth, before, after);
  const { lastSeq, ackedSeq } = after.state;
  if (ackedSeq > lastSeq) throw new Broken('I7', `${ackedSeq} acknowledged of ${lastSeq} made`);
}
