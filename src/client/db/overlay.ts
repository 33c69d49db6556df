/** A person's own unsent records laid over what was pulled, so that pulling never makes them flicker away. Pure. */
import { recordSchemas, type RecordEntity } from '#protocol/entities.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { OutboxRow, StoredRow, SyncState } from './model.ts';
import { operationIn } from './own-operation.ts';

/** Where the commune will show it; only until it does. */
const scopeOf = (value: StoredRow['value']): Scope => {
  if ('hamletId' in value) return `hamlet:${value.hamletId}`;
  if ('subjectKind' in value && 'subjectId' in value && value.subjectKind === 'unit')
    return `unit:${value.subjectId}`;
  if ('subjectKind' in value && 'subjectId' in value) return `hamlet:${value.subjectId}`;
  return 'householdId' in value ? `household:${value.householdId}` : 'office';
};

/** The same rows come with every question: each body is read once. */
const read = new WeakMap<OutboxRow, { operation: ReturnType<typeof operationIn> }>();
function readOnce(sealed: OutboxRow): ReturnType<typeof operationIn> {
  const known = read.get(sealed) ?? { operation: operationIn(sealed) };
  read.set(sealed, known);
  return known.operation;
}

/**
 * The commune has taken it and shown all up to it, and there is no such record: it was ended or erased since, by somebody
 * else. Laid over, it would come back on the phone that wrote it.
 */
const isGone = (
  { verdict, rev = 0 }: NonNullable<OutboxRow['result']>,
  scope: Scope,
  cursors: SyncState['cursors'],
): boolean => verdict === 'applied' && rev <= (cursors[scope] ?? cursors.office ?? 0);

/** `own`: every `record.put` sealed here, in order of seq; `cursors`: up to which revision each scope was shown. */
export function layOver(
  entity: RecordEntity,
  pulled: StoredRow[],
  own: OutboxRow[],
  cursors: SyncState['cursors'],
): StoredRow[] {
  const rows = new Map(pulled.map((row) => [row.id, row]));
  for (const sealed of own) {
    const { result } = sealed;
    const operation = readOnce(sealed);
    if (operation?.kind !== 'record.put' || operation.args.entity !== entity) continue;
    if (operation.args.batchId !== undefined) continue;
    const { id, baseRev } = operation.args;
    const base = rows.get(id);
    const isShown =
      result !== undefined && (result.verdict !== 'applied' || (result.rev ?? 0) <= (base?.rev ?? 0));
    if (isShown) continue;
    if (operation.args.value === undefined) {
      rows.delete(id);
      continue;
    }
    const value = recordSchemas[entity].parse(operation.args.value);
    const scope = base?.scope ?? scopeOf(value);
    if (base === undefined && result !== undefined && isGone(result, scope, cursors)) continue;
    rows.set(id, { scope, entity, id, rev: base?.rev ?? baseRev, value });
  }
  return [...rows.values()];
}
