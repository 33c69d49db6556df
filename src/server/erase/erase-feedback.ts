/**
 * Erasure of a word from the public on its writer's request (`protocol.md` §10): the words, how to reach who wrote them,
 * and what the office answered, which may repeat them. That it came, and every hash, stays.
 */
import { readCode } from '#protocol/code.ts';
import { operationSchema } from '#protocol/operation.ts';
import { writeNoted } from '../backup/write-noted.ts';
import { isErasedFeedback } from '../feedback.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import { officeScope } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { bury } from '../sync/project.ts';
import { allOf, type EraseBench } from './take-away.ts';

export type EraseFeedbackOutcome =
  /** `operations`: writings of the answer that went with it. */
  { kind: 'erased'; operations: number } | { kind: 'unknownFeedback' } | { kind: 'alreadyErased' };

const REPLY = 'feedbackReply';
const PAGE = 500;

/** Every writing of the answer, those that were refused too. No answer is older than the words: the log is read from there on. */
async function repliesTo({ operation, feed }: Transaction, id: string): Promise<string[]> {
  const found: string[] = [];
  let rev = (await feed.find(officeScope, 'feedback', id))?.rev ?? 0;
  for (let more = true; more;) {
    const page = await operation.page(rev, PAGE);
    for (const { op_id, kind, body } of page) {
      if (kind !== 'record.put' || body === null || !body.includes(id)) continue;
      const read = operationSchema.parse(JSON.parse(body));
      if (read.kind === 'record.put' && read.args.entity === REPLY && read.args.id === id) found.push(op_id);
    }
    rev = page.at(-1)?.rev ?? rev;
    more = page.length === PAGE;
  }
  return found;
}

/** The rows of them, everywhere they show. @returns whether there was anything left to take away */
export async function takeFeedbackAway({ transaction, ledger }: EraseBench, id: string): Promise<boolean> {
  const row = await transaction.feedback.byId(id);
  if (row === undefined || isErasedFeedback(row)) return false;
  await transaction.feedback.erase(id);
  await bury(transaction, { entity: 'feedback', id, rev: ledger.nextRev(), scopes: [officeScope] });
  if ((await transaction.erasure.record(REPLY, id)) > 0)
    await bury(transaction, { entity: REPLY, id, rev: ledger.nextRev(), scopes: [officeScope] });
  return true;
}

/** `named`: the code its writer was given, as spelled, or its id. */
export async function eraseFeedback(
  deps: Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'journal'>,
  named: string,
): Promise<EraseFeedbackOutcome> {
  const outcome = await writeNoted<EraseFeedbackOutcome>(deps, async (transaction, note) => {
    const { feedback } = transaction;
    const row = (await feedback.byId(named)) ?? (await feedback.byCode(readCode(named)));
    if (row === undefined) return { kind: 'unknownFeedback' };
    if (isErasedFeedback(row)) return { kind: 'alreadyErased' };
    const { feedback_id: id } = row;
    const ledger = await openLedger(transaction);
    const bench = { transaction, ledger };
    const { operations } = await allOf(bench, await repliesTo(transaction, id));
    await takeFeedbackAway(bench, id);
    await appendServerEntry(deps, ledger, {
      kind: 'server.erase',
      facts: { feedback: id, operations: operations.length },
    });
    await ledger.save();
    note({ k: 'erased', at: deps.clock.now(), operations, photos: [], files: [], feedback: [id] });
    return { kind: 'erased', operations: operations.length };
  });
  if (outcome.kind === 'erased') await deps.store.scrub();
  return outcome;
}
