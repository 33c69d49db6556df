import { formatDate, formatTime } from '#domain/vietnamese/format.ts';

/** `08:12 ngày 05/11/2025`: the date always stands beside the time, an offline screen may be days old. */
export const when = (ms: number): string => `${formatTime(ms)} ngày ${formatDate(ms)}`;
