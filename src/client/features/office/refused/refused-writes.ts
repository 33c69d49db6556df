/** Records this machine wrote that the commune did not take, and for which no later word was found here. Pure. */
import { isRecordEntity, type RecordEntity } from '#protocol/entities.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { hasChoice, placeOf } from './places.ts';

export interface RefusedWrite {
  opId: string;
  entity: RecordEntity;
  id: string;
  /** The screen it was written on. */
  place: string;
  /** As written; null = taken out. */
  own: Readonly<Record<string, unknown>> | null;
  code: VerdictCode | undefined;
  /** Of what its author saw; 0 = it was new. */
  baseRev: number;
}

/** What the same words can never mend. */
const hopeless: ReadonlySet<string> = new Set(['ERASED', 'TOO_LARGE', 'ARGS_INVALID', 'UNKNOWN_KIND']);
export const mayBeWrittenAgain = ({ code }: Pick<RefusedWrite, 'code'>): boolean =>
  code === undefined || !hopeless.has(code);

/**
 * The newest writing of each record, where that one was not taken. One of a batch is the batch's affair: all of it or
 * none. `outbox` in order of seq.
 */
export function refusedWrites(outbox: readonly OutboxRow[]): RefusedWrite[] {
  const isRefused = ({ result }: OutboxRow): boolean =>
    result?.verdict === 'refused' || result?.verdict === 'quarantined';
  // Nearly always there is none, and no body is read for that.
  const first = outbox.findIndex((row) => row.kind === 'record.put' && isRefused(row));
  if (first === -1) return [];
  const newest = new Map<string, RefusedWrite | null>();
  for (const row of outbox.slice(first)) {
    const operation = row.kind === 'record.put' ? operationIn(row) : undefined;
    if (operation?.kind !== 'record.put' || operation.args.batchId !== undefined) continue;
    const { entity, id, value, baseRev } = operation.args;
    if (!isRecordEntity(entity)) continue;
    const key = `${entity} ${id}`;
    const place = placeOf[entity];
    const code = row.result?.code;
    const isElsewhere = place === null || (code === 'STALE_BASIS' && hasChoice.has(entity));
    const isOurs = isRefused(row) && !isElsewhere;
    newest.set(key, isOurs ? { opId: row.opId, entity, id, place, own: value ?? null, code, baseRev } : null);
  }
  return [...newest.values()].filter((write) => write !== null);
}
