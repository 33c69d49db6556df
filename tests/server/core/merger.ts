/** The batch that makes one hamlet of two, from what the commune holds. */
import { mergeHamlets } from '#domain/import/merge-hamlets.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { Intent } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import type { Commune } from './commune.ts';
import { put } from './sending.ts';

/** `from`, `to`: ids of hamlets; `day`: `YYYY-MM-DD`, the first on which only the second stands. */
export async function mergerOf(
  commune: Commune,
  officer: SigningDevice,
  { from, to, day }: { from: string; to: string; day: string },
) {
  const listed = async (entity: 'hamlet' | 'household') =>
    (await commune.store.read((tables) => tables.record.list(entity))).map(({ id, rev, value }) => {
      const json: unknown = JSON.parse(value);
      return { id, rev, json };
    });
  const hamlets = (await listed('hamlet')).map(({ id, rev, json }) => ({
    id,
    rev,
    value: recordSchemas.hamlet.parse(json),
  }));
  const households = (await listed('household')).map(({ id, rev, json }) => ({
    id,
    rev,
    value: recordSchemas.household.parse(json),
  }));
  const [ending, staying] = [from, to].map((at) => hamlets.find(({ id }) => id === at));
  if (ending === undefined || staying === undefined) throw new Error('no such hamlet');
  const about = { newName: '', day, why: 'Nghị quyết 12', source: '' };
  const records = mergeHamlets({ from: ending, to: staying, households, ...about }, () => officer.newId());
  const batchId = officer.newId();
  return {
    intents: records.map(({ entity, id, value, baseRev }): Intent => ({
      kind: 'record.put',
      args: { entity, id, value: { ...value }, baseRev, batchId },
    })),
    /** Puts the whole of it in force, or takes it back. */
    settle: (state: 'committed' | 'reverted', baseRev: number): Intent =>
      put('batch', batchId, { id: batchId, state, label: 'Sáp nhập', records: records.length }, baseRev),
  };
}
