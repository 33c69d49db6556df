/** What a person typed where a whole number is wanted: comma and dot both taken, nothing thrown away. */
import { useState } from 'react';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { formatNumber, parseNumber } from '#domain/vietnamese/format.ts';

export type ReadNumber =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  /** `words`: why it is no whole number in range, and what to do. `value` is there when it is a whole number at all. */
  | { kind: 'unclear'; words: string; value?: number };

export function readWholeNumber(text: string, min = 0, max = Number.MAX_SAFE_INTEGER): ReadNumber {
  if (text.trim() === '') return { kind: 'empty' };
  const value = parseNumber(text);
  if (value === null) return { kind: 'unclear', words: common.numberNotRead };
  if (!Number.isSafeInteger(value)) return { kind: 'unclear', words: common.wholeNumber };
  if (value < min) return { kind: 'unclear', words: fill(common.atLeast, { min: formatNumber(min) }), value };
  if (value > max) return { kind: 'unclear', words: fill(common.atMost, { max: formatNumber(max) }), value };
  return { kind: 'number', value };
}

interface NumberText {
  text: string;
  read: ReadNumber;
  /** Takes what was typed; tells the value, or null while it is none. */
  type: (text: string) => void;
}

/**
 * The text of a number field beside its value: the text stays as typed (`1.234`, `12a`) until the value changes from
 * elsewhere (a stepper's button, another device).
 */
export function useNumberText(
  value: number | null,
  onChange: (value: number | null) => void,
  range: { min?: number; max?: number } = {},
): NumberText {
  const shown = value === null ? '' : formatNumber(value);
  const [typed, setTyped] = useState({ text: shown, value });
  const text = typed.value === value ? typed.text : shown;
  const read = readWholeNumber(text, range.min, range.max);
  return {
    text,
    read,
    type: (next) => {
      const result = readWholeNumber(next, range.min, range.max);
      const nextValue = result.kind === 'number' ? result.value : null;
      setTyped({ text: next, value: nextValue });
      if (nextValue !== value) onChange(nextValue);
    },
  };
}
