/**
 * The commune the simulation plays in: two hamlets, a family, and criteria of two questions each, so that a run costs
 * milliseconds. Written by the same code that writes a real commune's first records.
 */
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { CoreDeps } from '#server/sync/deps.ts';
import { campaignRecord, communeRecord, deadlineRecord, hamletFrom } from '#server/seed/commune-data.ts';
import { recordWriter } from '#server/seed/put-record.ts';
import { openLedger } from '#server/sync/ledger.ts';

export const COMMUNE = 'binh-thuan-05830';
/** Questions whose answer is a number: each value typed in a run is told from all others. */
export const fieldsOf = {
  hamlet: ['A2.1', 'A5.4'],
  household: ['B3.2', 'B3.3'],
} as const;
export type SimSubject = keyof typeof fieldsOf;

const isAsked = (id: string): boolean =>
  Object.values(fieldsOf).some((fields) => fields.some((f) => f === id));

/** A default set with only the questions asked here. */
function shortened(set: CriteriaSet): CriteriaSet {
  const groups = set.groups
    .map((group) => ({ ...group, criteria: group.criteria.filter(({ id }) => isAsked(id)) }))
    .filter(({ criteria }) => criteria.length > 0);
  return { ...set, groups, sharedQuestions: [], consistency: [], screenOrder: [...fieldsOf[subjectOf(set)]] };
}
const subjectOf = (set: CriteriaSet): SimSubject =>
  set.subjectKind === 'household' ? 'household' : 'hamlet';

const allSets = defaultCriteriaSets();
const shortSets = new Map(
  allSets
    .filter(({ subjectKind }) => subjectKind !== 'unit')
    .map((set) => [subjectOf(set), shortened(set)] as const),
);
export function setOf(subject: SimSubject): CriteriaSet {
  const set = shortSets.get(subject);
  if (set === undefined) throw new Error(`no criteria for ${subject}`);
  return set;
}

export interface Village {
  hamlets: readonly [string, string];
  household: string;
}

/** Seeds an empty store. */
export const seedVillage = (deps: Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'facts'>): Promise<Village> =>
  deps.store.write(async (transaction) => {
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
    const campaignId = deps.newId();
    await put('commune', communeRecord(deps.store.communeId));
    for (const subject of ['hamlet', 'household'] as const) await put('criteriaSet', setOf(subject));
    await put('campaign', { ...campaignRecord(campaignId, allSets), legalBases: [], recipients: [] });
    for (const kind of ['hamlet', 'household'] as const)
      await put('deadline', deadlineRecord(deps.newId(), campaignId, kind));
    const village: Village = { hamlets: [deps.newId(), deps.newId()], household: deps.newId() };
    for (const [index, id] of village.hamlets.entries())
      await put('hamlet', { id, name: `Xóm ${index + 1}`, order: index + 1, validFrom: hamletFrom });
    await put('household', { id: village.household, hamletId: village.hamlets[0], householder: 'Hộ một' });
    await ledger.save();
    return village;
  });
