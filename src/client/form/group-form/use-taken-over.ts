/**
 * Answers the phone took over from the commune while this form is open (another phone of the same hamlet) appear in
 * fields the person has not touched. Nothing typed is ever replaced.
 */
import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftRow } from '#client/db/model.ts';
import { joinValues, type FormValues } from './field-value.ts';

/** Cleared and never answered are the same. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * `isSettled`: nothing typed here is on its way to the disk, so what is stored cannot be an older echo of it. `onSeen`
 * is told that the person now looks at this row: what is changed from here on is changed from it, and clearing an
 * answer just taken over is an answer too.
 */
export function useTakenOver(
  form: UseFormReturn<FormValues>,
  stored: DraftRow,
  isSettled: boolean,
  onSeen: (stored: DraftRow) => void,
): void {
  const seen = useRef(joinValues(stored.answers, stored.unfinished));
  useEffect(() => {
    if (!isSettled) return;
    // Before the values: setting one saves the form, and must save it as of this row.
    onSeen(stored);
    const next = joinValues(stored.answers, stored.unfinished);
    const shown = form.getValues();
    for (const key of new Set([...Object.keys(seen.current), ...Object.keys(next)])) {
      const untouched = same(shown[key], seen.current[key]);
      if (untouched && !same(shown[key], next[key])) form.setValue(key, next[key] ?? null);
    }
    seen.current = next;
  }, [form, stored, isSettled, onSeen]);
}
