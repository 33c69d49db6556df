/**
 * How long a text takes to be read over a loudspeaker. Vietnamese is written syllable by syllable, so the rule is one of
 * syllables: {@link SYLLABLES_A_MINUTE} as a commune's announcer reads for the old to follow, and a rest after each
 * sentence and paragraph. Figures, dates and abbreviations count as they are spoken. Pure.
 */

/** Our own rule, said on the screen: a newsreader takes about 210, an announcer in a village about 180. */
export const SYLLABLES_A_MINUTE = 180;
const SENTENCE_REST_MS = 400;
const PARAGRAPH_REST_MS = 800;

/** Abbreviations an announcer says in full, with their syllables. */
const spokenInFull: Readonly<Record<string, number>> = {
  UBND: 4,
  HĐND: 4,
  MTTQ: 4,
  CĐS: 3,
  HTX: 3,
  THCS: 4,
  THPT: 4,
  VHXH: 4,
  VNeID: 5,
  OCOP: 2,
  QR: 2,
  ATTT: 4,
  CNTT: 4,
};

/** Syllables of three digits as a group of a number: 304 → "ba trăm linh tư", 4. */
function groupSyllables(group: number, isFirst: boolean): number {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const ofHundreds = hundreds > 0 || (!isFirst && group > 0) ? 2 : 0;
  const ofTens = tens === 0 ? (ones > 0 && ofHundreds > 0 ? 1 : 0) : tens === 1 ? 1 : 2;
  return ofHundreds + ofTens + (ones > 0 ? 1 : 0);
}

/** 1304 → "một nghìn ba trăm linh bốn", 6. Whole numbers from 0; beyond the milliards digit by digit. */
export function numberSyllables(digits: string): number {
  const plain = digits.replace(/^0+(?=\d)/u, '');
  if (plain === '0') return 1;
  if (plain.length > 12) return digits.length;
  const groups: number[] = [];
  for (let end = plain.length; end > 0; end -= 3)
    groups.unshift(Number(plain.slice(Math.max(0, end - 3), end)));
  return groups.reduce(
    (sum, group, at) => sum + groupSyllables(group, at === 0) + (group > 0 && at < groups.length - 1 ? 1 : 0),
    0,
  );
}

const DATE = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/u;
const TIME = /^(\d{1,2})(?::|h|g)(\d{2})$/u;
const NUMBER = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u;

/** "05/11/2025": ngày năm tháng mười một năm …; with the words between the figures. */
const dateSyllables = ([, day = '', month = '', year]: RegExpMatchArray): number =>
  numberSyllables(day) + 1 + numberSyllables(month) + (year === undefined ? 0 : 1 + numberSyllables(year));

function wordSyllables(word: string): number {
  const percent = word.endsWith('%') ? 3 : 0;
  const bare = percent > 0 ? word.slice(0, -1) : word;
  const known = spokenInFull[bare];
  if (known !== undefined) return known;
  const date = DATE.exec(bare);
  if (date !== null) return dateSyllables(date);
  const time = TIME.exec(bare);
  if (time !== null) return numberSyllables(time[1] ?? '') + 1 + numberSyllables(time[2] ?? '');
  const number = NUMBER.exec(bare);
  if (number !== null) {
    const [, whole = '', fraction] = number;
    const said = numberSyllables(whole.replaceAll('.', ''));
    return said + (fraction === undefined ? 0 : 1 + numberSyllables(fraction)) + percent;
  }
  // "58/90": năm mươi tám trên chín mươi.
  const parts = bare.split(/[-–/]/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length > 1)
    return parts.reduce((sum, part) => sum + wordSyllables(part), 0) + (bare.includes('/') ? 1 : 0);
  return /[\p{L}\p{N}]/u.test(bare) ? 1 : 0;
}

/** Signs around a word are not said. */
const bareWord = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');

/** Spoken syllables of a text. */
export const syllablesOf = (text: string): number =>
  text
    .normalize('NFC')
    .split(/\s+/u)
    .reduce((sum, word) => sum + wordSyllables(bareWord(word)), 0);

/** Whole seconds a text takes to be read aloud, rounded up; 0 for a text that says nothing. */
export function readingSeconds(text: string): number {
  const syllables = syllablesOf(text);
  if (syllables === 0) return 0;
  const sentences = (text.match(/[.!?…;:](?=\s|$)/gu) ?? []).length;
  const paragraphs = text.split(/\n+/u).filter((line) => line.trim() !== '').length;
  const restMs = sentences * SENTENCE_REST_MS + (paragraphs - 1) * PARAGRAPH_REST_MS;
  return Math.ceil((syllables * 60_000) / SYLLABLES_A_MINUTE / 1000 + restMs / 1000);
}
