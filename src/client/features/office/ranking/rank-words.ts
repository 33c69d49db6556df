/** Ranks, scores and grades of one row in words: one figure when it is sure, its two ends while it is not. */
import type { RankedSubject } from '#domain/ranking/rank-group.ts';
import { gradeOf } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import type { RankedForm } from './group-view.ts';

const spanWords = (low: string, high: string): string =>
  low === high ? low : fill(words.span, { low, high });

/** "4", "1–13". */
export const rankWords = ({ ranks }: Pick<RankedSubject, 'ranks'>): string =>
  spanWords(String(ranks[0] ?? ''), String(ranks.at(-1) ?? ''));

/** "88,60", "76,95–91,24". */
export const scoreWords = ({ low, high }: { low: number; high: number }): string =>
  spanWords(formatPoints(low), formatPoints(high));

/** "Tốt", "Khá đến Xuất sắc"; of a family only what honours it: a list may end up on a wall (`domain.md` §2.0). */
export function gradeWords({ set, sheet }: Pick<RankedForm, 'set' | 'sheet'>): string {
  const nameAt = (normalised: number): string => {
    const grade = gradeOf(set.grades, normalised);
    if (set.subjectKind === 'household' && grade?.min === 0) return '';
    return grade?.name ?? words.noGrade;
  };
  const [low, high] = [sheet.low, sheet.high].map(nameAt);
  return low === high ? (low ?? '') : fill(words.to, { low: low ?? '', high: high ?? '' });
}

export const listWords = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${words.tie.and} ${names.at(-1) ?? ''}`;
