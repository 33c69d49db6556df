/** The first start of a new store: the commune, its campaign, the default criteria, the hamlets, one sample household. */
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { subjectKinds } from '#domain/criteria-set.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { campaignRecord, communeRecord, deadlineRecord, hamletFrom, hamletNames } from './commune-data.ts';
import { recordWriter } from './put-record.ts';

/** Writes all of it in one transaction, unless the commune is there. Tells whether it did. */
export const seedFirstStart = (
  deps: Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'facts'>,
): Promise<boolean> =>
  deps.store.write(async (transaction) => {
    if ((await transaction.commune.find()) !== undefined) return false;
    await transaction.commune.create({
      rev: 0,
      epoch: deps.newId(),
      audit_head: CHAIN_START,
      facts_op: '',
      created_at: deps.clock.now(),
      drain_until: null,
    });
    const ledger = await openLedger(transaction);
    const put = recordWriter(deps, transaction, ledger);
    const sets = defaultCriteriaSets();
    const campaignId = deps.newId();
    await put('commune', communeRecord(deps.store.communeId));
    for (const set of sets) await put('criteriaSet', set);
    await put('campaign', campaignRecord(campaignId, sets));
    for (const kind of subjectKinds) await put('deadline', deadlineRecord(deps.newId(), campaignId, kind));

    const hamletIds = hamletNames.map(() => deps.newId());
    for (const [index, name] of hamletNames.entries())
      await put('hamlet', { id: hamletIds[index] ?? '', name, order: index + 1, validFrom: hamletFrom });
    // So that a slip can be printed and tried before any family is entered.
    await put('household', { id: deps.newId(), hamletId: hamletIds[0] ?? '', householder: 'Hộ dùng thử' });
    await ledger.save();
    return true;
  });
