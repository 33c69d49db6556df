/** What is left of an erased family's own record: its number in the list, and that it ended. */
import { recordSchemas } from '#protocol/entities.ts';
import type { RecordTable } from '../store/schema.ts';
import { withoutCommune } from '../store/without-commune.ts';
import type { EraseBench } from './take-away.ts';

/** Stands where the householder's name was. */
const NOBODY = '—';

export async function emptyRecord(
  { transaction, ledger }: EraseBench,
  existing: RecordTable,
  at: number,
): Promise<void> {
  const { id, hamletId, code } = recordSchemas.household.parse(JSON.parse(existing.value));
  const value = { id, hamletId, ...(code === undefined ? {} : { code }), householder: NOBODY, endedAt: at };
  await transaction.record.put({
    ...withoutCommune(existing),
    value: JSON.stringify(value),
    ended_at: existing.ended_at ?? at,
    rev: ledger.nextRev(),
    op_id: '',
    device_id: '',
  });
}
