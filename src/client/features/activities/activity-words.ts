/** Sentences of the log made from its figures. */
import { activityKinds, type ActivityKind } from '#domain/activity-kinds.ts';
import { noonOf } from '#domain/day.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';

export type KindCounts = Partial<Record<ActivityKind, number>>;

export const countKinds = (of: readonly { value: { kind: ActivityKind } }[]): KindCounts => {
  const counts: KindCounts = {};
  for (const { value } of of) counts[value.kind] = (counts[value.kind] ?? 0) + 1;
  return counts;
};

/** "2 buổi họp, 1 buổi phát thanh"; kinds without any are left out. */
export const kindList = (counts: KindCounts): string =>
  activityKinds
    .flatMap((kind) => {
      const n = counts[kind] ?? 0;
      return n === 0 ? [] : [fill(activityWords.counted[kind], { n: formatNumber(n) })];
    })
    .join(', ');

/** `2025-11-04` → `04/11/2025`. */
export const dayWords = (day: string): string => day.split('-').reverse().join('/');

/** "Thứ Ba, 04/11/2025": a browser's own field may write the day in another order. '' for a text that is no day. */
export const longDayWords = (day: string): string => {
  const noon = noonOf(day);
  if (Number.isNaN(noon)) return '';
  return `${activityWords.weekdays[new Date(noon).getUTCDay()] ?? ''}, ${dayWords(day)}`;
};

/** `2025-11` → `11/2025`. */
export const monthWords = (month: string): string => fill(activityWords.month, { month: dayWords(month) });
