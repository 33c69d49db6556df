import { fill } from '#client/messages/fill.ts';
import { bulletinWords as words } from '#client/messages/office-bulletin.ts';

/** 95 → "1 phút 35 giây". */
export const lengthWords = (seconds: number): string =>
  seconds < 60
    ? fill(words.secondsOnly, { s: seconds })
    : fill(words.minutes, { m: Math.floor(seconds / 60), s: seconds % 60 });
