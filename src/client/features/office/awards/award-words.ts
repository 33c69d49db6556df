/** Words and signs for one award. */
import { noonOf } from '#domain/day.ts';
import { formatDate, formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import type { AwardState } from '#domain/awards/workflow.ts';
import type { Award } from '#protocol/award-records.ts';
import type { Campaign } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { upwardWords } from '#client/messages/office-awards-upward.ts';
import type { GlyphState } from '#client/ui/glyph.tsx';
import type { AwardEntry } from './entries.ts';

export const dayWords = (iso: string): string => {
  const noon = noonOf(iso);
  return Number.isNaN(noon) ? iso : formatDate(noon);
};
/** The movement as sentences name it; its year only where the title does not say it. */
export const movementWords = ({ shortTitle, year }: Pick<Campaign, 'shortTitle' | 'year'>): string =>
  shortTitle.includes(String(year))
    ? fill(awardWords.movement, { title: shortTitle })
    : fill(awardWords.movementOf, { title: shortTitle, year });
export const moneyWords = (amount: number | null): string => (amount === null ? '–' : formatNumber(amount));

/** "Hạng 2, 91,20 điểm" · "Xóm Đình 6 đề nghị". */
export const groundWords = ({ ground }: Award): string =>
  ground.kind === 'ranking'
    ? fill(awardWords.list.rank, { rank: ground.rank, points: formatPoints(ground.normalised) })
    : fill(awardWords.list.nominated, { by: ground.by });

/** "Bằng khen, Chủ tịch UBND tỉnh, số 12 ngày 01/12/2025". */
export const aboveWords = (above: NonNullable<Award['above']>): string =>
  fill(upwardWords.resultLine, { ...above, date: dayWords(above.date) });

/** The surer, the more solid: a dossier is dashed, what is decided is a seal. */
export const glyphOf = (state: AwardState): GlyphState => {
  switch (state) {
    case 'draft':
      return 'draft';
    case 'submitted':
    case 'verified':
    case 'ranked':
    case 'shortlisted':
      return 'queued';
    case 'villageVote':
    case 'publicNotice':
      return 'underReview';
    case 'councilMeeting':
      return 'verified';
    case 'proposed':
      return 'received';
    case 'decided':
    case 'printed':
      return 'final';
    case 'delivered':
    case 'archived':
      return 'safe';
    case 'returned':
      return 'returned';
    case 'withdrawn':
    case 'rejected':
    case 'revoked':
      return 'withdrawn';
  }
};

/** "Trùng thành tích với Xóm Đình 6"; '' = nothing. */
export const doubleWords = ({ double }: AwardEntry, nameOf: (id: string) => string): string => {
  if (double === null) return '';
  const name = double.kind === 'award' ? nameOf(double.awardId) : double.above.authority;
  return fill(awardWords.list.double, { name });
};
