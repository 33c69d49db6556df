import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Inspection } from '#protocol/office-records.ts';

const words = trustWords.visits;

export const visitDay = ({ date }: Pick<Inspection, 'date'>): string => formatDate(noonOf(date));

/** "3 khớp, 1 khác, 0 không xem được". */
export function findingsWords({ findings }: Pick<Inspection, 'findings'>): string {
  if (findings.length === 0) return words.noFindings;
  const of = (wanted: string): number => findings.filter(({ result }) => result === wanted).length;
  return fill(words.counts, {
    confirmed: of('confirmed'),
    differs: of('differs'),
    notSeen: of('notSeen'),
  });
}
