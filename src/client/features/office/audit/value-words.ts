/** A value of the log in words: never JSON, never an id where its name is known. */
import { formatDate, formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { fill } from '#client/messages/fill.ts';
import { auditFields } from '#client/messages/office-audit-fields.ts';
import { auditShown, auditValues } from '#client/messages/office-audit-words.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import { stateWords } from '#client/messages/states.ts';
import { codeWords } from '../review/scores/score-draft.ts';
import { when } from '../when.ts';
import type { Names } from './read-names.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const POINTS = new Set(['points', 'selfScore', 'normalised', 'maxPoints', 'prior', 'min']);
const HASH = /^[A-Za-z0-9_-]{43}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FEW = 8;

export const fieldWords = (field: string): string => own(auditFields, field) ?? field;

const levelWords = (level: string, criterionId: string | undefined, { criteria }: Names): string => {
  const criterion = criterionId === undefined ? undefined : criteria.get(criterionId);
  const levels = criterion !== undefined && 'levels' in criterion ? criterion.levels : [];
  return levels.find(({ id }) => id === level)?.label ?? level;
};

function answerWords(
  value: Readonly<Record<string, unknown>>,
  criterionId: string | undefined,
  names: Names,
) {
  const { na, level, text, n, d } = value;
  if (typeof na === 'string') return fill(auditShown.na, { why: na });
  if (typeof n === 'number')
    return typeof d === 'number'
      ? fill(auditShown.ofTotal, { n: formatNumber(n), d: formatNumber(d) })
      : formatNumber(n);
  if (typeof level !== 'string') return null;
  const label = levelWords(level, criterionId, names);
  return typeof text === 'string' && text !== '' ? fill(auditShown.withText, { level: label, text }) : label;
}

function textWords(text: string, field: string, { byId, criteria }: Names): string {
  if (field === 'reasonCode') return codeWords(text);
  const named = byId.get(text) ?? criteria.get(text)?.code;
  if (named !== undefined) return named;
  if (DAY.test(text) && !Number.isNaN(noonOf(text))) return formatDate(noonOf(text));
  if (field === 'photo') return fill(auditShown.photo, { hash: text.slice(0, 8) });
  if (HASH.test(text) || UUID.test(text)) return fill(auditShown.hash, { hash: text.slice(0, 8) });
  if (field === 'state') return own(stateWords, text) ?? own(auditValues, text) ?? text;
  return own(auditValues, text) ?? text;
}

export interface Shown {
  field: string;
  criterionId?: string | undefined;
}

/** `undefined` reads as "nothing there". */
export function valueWords(value: unknown, { field, criterionId }: Shown, names: Names): string {
  if (value === undefined || value === null) return words.nothing;
  if (value === '') return words.gone;
  if (typeof value === 'string') return textWords(value, field, names);
  if (typeof value === 'boolean') return value ? auditShown.yes : auditShown.no;
  if (typeof value === 'number') {
    if (POINTS.has(field)) return formatPoints(value);
    return field.endsWith('At') || field === 'drainUntil'
      ? when(value)
      : field === 'year'
        ? String(value)
        : formatNumber(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return words.gone;
    if (value.length > FEW) return fill(auditShown.items, { n: formatNumber(value.length) });
    return value.map((each: unknown) => valueWords(each, { field, criterionId }, names)).join('; ');
  }
  if (!isObject(value)) return '';
  const answer = answerWords(value, criterionId, names);
  if (answer !== null) return answer;
  const parts = Object.entries(value).filter(([name]) => name !== 'id');
  if (parts.length > FEW) return fill(auditShown.items, { n: formatNumber(parts.length) });
  return parts
    .map(([name, part]) =>
      fill(auditShown.part, {
        field: names.criteria.get(name)?.code ?? fieldWords(name),
        value: valueWords(part, { field: name, criterionId }, names),
      }),
    )
    .join(', ');
}
