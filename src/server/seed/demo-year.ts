/** The plan's year and deadlines are past; a commune part-way through its campaign has this year, and a fortnight left. */
import { cutoffOf } from '#domain/deadline.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { recordWriter } from './put-record.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_AHEAD = { household: 10, hamlet: 10, unit: 15 } as const;

/** The campaign in the year of `from` (epoch ms), its deadlines some days after. */
export async function shiftToNow(deps: CoreDeps, transaction: Transaction, from: number): Promise<void> {
  const ledger = await openLedger(transaction);
  const put = recordWriter(deps, transaction, ledger);
  for (const row of await transaction.record.list('deadline')) {
    const deadline = recordSchemas.deadline.parse(JSON.parse(row.value));
    const phraseDate = new Date(from + DAYS_AHEAD[deadline.subjectKind] * DAY_MS).toISOString().slice(0, 10);
    const [year, month, day] = phraseDate.split('-');
    await put('deadline', {
      ...deadline,
      phrase: `trước ngày ${day}/${month}/${year}`,
      cutoffAt: cutoffOf({ phraseDate, inclusive: false }),
    });
  }
  for (const row of await transaction.record.list('campaign')) {
    const campaign = recordSchemas.campaign.parse(JSON.parse(row.value));
    const year = new Date(from).getUTCFullYear();
    const inYear = (text: string): string => text.replace(String(campaign.year), String(year));
    const { title, shortTitle, eraseAfter } = campaign;
    await put('campaign', {
      ...campaign,
      year,
      title: inYear(title),
      shortTitle: inYear(shortTitle),
      eraseAfter: eraseAfter.replace(/^\d+/, (written) => String(Number(written) + year - campaign.year)),
    });
  }
  await ledger.save();
}
