/** The whole sheet as scoring takes it: what was typed, with what the commune and the machine give laid over. */
import { useMemo } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { Answers } from '#domain/answers.ts';
import { score, type ScoreSheet } from '#domain/score.ts';
import { splitValues, type FormValues } from './field-value.ts';
import type { Unfinished } from '#client/db/model.ts';
import { useSheet } from './sheet-context.tsx';

export interface Sheet {
  answers: Answers;
  unfinished: Record<string, Unfinished>;
  result: ScoreSheet;
}

/** Renders its caller at every keystroke: only for what shows the whole (score, list, review). */
export function useSheetValues(control: Control<FormValues>): Sheet {
  const { set, given } = useSheet();
  const typed = useWatch({ control, compute: splitValues });
  return useMemo(() => {
    const answers = { ...typed.answers, ...given };
    return { answers, unfinished: typed.unfinished, result: score(set, answers) };
  }, [typed, set, given]);
}
