/** A piece of evidence in words: "Số 12/KH-UBND, ngày 03/02/2025, của UBND xã", then what it says. */
import type { Evidence } from '#protocol/subject-records.ts';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';

/** Empty for a link, and for a paper of which only the extract is known. */
export function headWords({ number = '', date, issuer = '' }: Evidence): string {
  const parts = [
    number !== '' && fill(evidenceWords.numbered, { number }),
    date !== undefined && fill(evidenceWords.dated, { date: formatDate(noonOf(date)) }),
    issuer !== '' && fill(evidenceWords.from, { issuer }),
  ].filter((part) => part !== false);
  const said = parts.join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
