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

/** `isSettled`: nothing typed here is on its way to the disk, so what is stored cannot be an older echo of it. */
export function useTakenOver(form: UseFormReturn<FormValues>, stored: DraftRow, isSettled: boolean): void {
  const seen = useRef(joinValues(stored.answers, stored.unfinished));
  useEffect(() => {
    if (!isSettled) return;
    const next = joinValues(stored.answers, stored.unfinished);
    const shown = form.getValues();
    for (const key of new Set([...Object.keys(seen.current), ...Object.keys(next)])) {
      const untouched = same(shown[key], seen.current[key]);
      if (untouched && !same(shown[key], next[key])) form.setValue(key, next[key] ?? null);
    }
    seen.current = next;
  }, [form, stored, isSettled]);
}
