/** What people meant: every operation ever sealed, by whom, and whether its author had seen what it replaces. */
import { textOf } from '#client/db/answer-text.ts';
import { operationSchema, type Change, type Operation } from '#protocol/operation.ts';
import type { DiskView } from '../phone-disk.ts';
import { seenKey } from '../people.ts';
import type { SimPhone } from '../phone.ts';
import { Broken } from './broken.ts';

export interface Intent {
  hash: string;
  /** Name of the phone it was sealed on. */
  phone: string;
  operation: Operation;
  /** Its phone's disk stepped back behind it: what the commune has not, or lost in a restore, nobody can promise. */
  isForgotten?: boolean;
}
export type Intents = Map<string, Intent>;

/** The register writes of an operation. */
export function changesIn(
  operation: Operation,
): { assessmentId: string; changes: Record<string, Change> } | null {
  if (operation.kind === 'answers.save') return operation.args;
  if (operation.kind !== 'assessment.submit') return null;
  const { assessmentId, snapshot, bases } = operation.args;
  const fields = new Set([...Object.keys(snapshot), ...Object.keys(bases)]);
  return {
    assessmentId,
    changes: Object.fromEntries(
      [...fields].map((field) => [
        field,
        { ...(snapshot[field] === undefined ? {} : { value: snapshot[field] }), bases: bases[field] ?? [] },
      ]),
    ),
  };
}

/** People of one phone and of its clone are one person. */
export const personOf = (name: string): string => name.replace(/'+$/, '');

function checkBases(intents: Intents, phone: SimPhone, operation: Operation): void {
  const writes = changesIn(operation);
  for (const [field, { bases }] of Object.entries(writes?.changes ?? {}))
    for (const base of bases) {
      const replaced = intents.get(base);
      if (replaced === undefined) throw new Broken('I8', `${field} names ${base}, which nobody wrote`);
      if (personOf(replaced.phone) === personOf(phone.name)) continue;
      const old = changesIn(replaced.operation);
      const text = textOf(old?.changes[field]?.value);
      if (text === undefined || phone.seen.has(seenKey(writes?.assessmentId ?? '', field, text))) continue;
      throw new Broken('I8', `${phone.name} replaced ${field} = ${text} of ${replaced.phone} unseen`);
    }
}

/** New places in the outbox are new intents; an old one sealed anew has to be the same text. */
export function checkSealed(intents: Intents, phone: SimPhone, before: DiskView, after: DiskView): void {
  const known = new Set(before.outbox.map(({ opId }) => opId));
  for (const { opId, hash, text } of after.outbox) {
    const intent = intents.get(opId);
    if (intent !== undefined) {
      if (intent.hash !== hash) throw new Broken('I3', `${opId} was sealed as one text and became another`);
      continue;
    }
    if (known.has(opId) || text === '') continue;
    const operation = operationSchema.parse(JSON.parse(text));
    checkBases(intents, phone, operation);
    intents.set(opId, { hash, phone: phone.name, operation });
  }
}
