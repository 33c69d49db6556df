/** What happens with a form the commune has just taken; once it says more itself, that stands instead. */
import { nextWords } from '#client/messages/family-score.ts';
import { standingState } from '#client/subject/round.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import type { SentRows } from './read-sent.ts';

export function WhatNext({ rows }: { rows: Pick<SentRows, 'assessment' | 'own'> }) {
  if ((standingState(rows) ?? 'received') !== 'received') return null;
  return (
    <Sheet title={nextWords.title}>
      {nextWords.steps.map((step) => (
        <p key={step}>{step}</p>
      ))}
    </Sheet>
  );
}
