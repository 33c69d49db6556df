/**
 * A deadline as papers write it, read into the day it names and whether that day still counts (`domain.md` finding 7):
 * "trước ngày 15/11/2025" ends with the 14th, "hết ngày 15/11/2025" with the 15th. Only ever a suggestion: the phrase and
 * the instant are kept apart, and a person sets the second. Pure.
 */
import { cutoffOf, type DeadlineDay } from '../deadline.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export type PhraseDay = DeadlineDay & {
  /** "17 giờ 30": minutes after midnight; with an hour the day's end plays no part. */
  minutes?: number;
};

const NUMERIC = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/u;
const SPELT = /(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/u;
const HOUR = /(\d{1,2})(?:\s*(?:giờ|[hg](?=[\s\d,]))\s*(\d{2})?|:(\d{2}))/u;
/** The named day still counts. "Trước hoặc trong ngày" is one of them. */
const inclusiveWords = [
  'hết ngày',
  'trong ngày',
  'chậm nhất',
  'muộn nhất',
  'không quá',
  'hạn cuối',
  'đến ngày',
];

const two = (value: string): string => value.padStart(2, '0');

/** Null: no day, no such day, or nothing that says which side of it is meant. */
export function readPhrase(phrase: string): PhraseDay | null {
  const text = phrase.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
  const found = NUMERIC.exec(text) ?? SPELT.exec(text);
  if (found === null) return null;
  const [, day = '', month = '', year = ''] = found;
  const phraseDate = `${year}-${two(month)}-${two(day)}`;
  try {
    cutoffOf({ phraseDate, inclusive: false });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const before = text.slice(0, found.index);
  const hour = HOUR.exec(before);
  if (hour !== null) {
    const minutes = Number(hour[1]) * 60 + Number(hour[2] ?? hour[3] ?? 0);
    return minutes <= 24 * 60 ? { phraseDate, inclusive: true, minutes } : null;
  }
  if (inclusiveWords.some((word) => before.includes(word))) return { phraseDate, inclusive: true };
  return before.includes('trước') ? { phraseDate, inclusive: false } : null;
}

/** The first instant that is too late, epoch ms. */
export function phraseCutoff({ minutes, ...day }: PhraseDay): number {
  const cutoff = cutoffOf(day);
  if (minutes === undefined) return cutoff;
  return cutoff - (day.inclusive ? DAY_MS : 0) + minutes * (HOUR_MS / 60);
}

/** What the phrase says beside what is set. `means`: epoch ms. */
export type PhraseCheck =
  | { kind: 'unread' }
  | { kind: 'agrees'; means: number }
  | { kind: 'differs'; means: number; read: PhraseDay };

export function checkPhrase({ phrase, cutoffAt }: { phrase: string; cutoffAt: number }): PhraseCheck {
  const read = readPhrase(phrase);
  if (read === null) return { kind: 'unread' };
  const means = phraseCutoff(read);
  return means === cutoffAt ? { kind: 'agrees', means } : { kind: 'differs', means, read };
}
