/** Words about a family whose data were erased, from whoever still had it on a phone. */
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { Transaction } from '../../store/store.ts';

/**
 * Whether an operation names such a family, or its form in any campaign. It is refused as of nobody known, and kept no
 * more than what was erased before it came.
 */
export async function speaksOfErased(
  transaction: Pick<Transaction, 'erased' | 'record'>,
  communeId: string,
  text: string,
): Promise<boolean> {
  const families = await transaction.erased.households();
  if (families.length === 0) return false;
  if (families.some((id) => text.includes(id))) return true;
  const campaigns = [
    ...(await transaction.record.list('campaign')),
    ...(await transaction.record.ended('campaign')),
  ];
  return campaigns.some((campaign) =>
    families.some((id) => text.includes(assessmentIdOf(communeId, campaign.id, id))),
  );
}
