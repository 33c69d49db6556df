/** What every field of one sheet needs beside its own value; stable while a person types. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Answer, Answers } from '#domain/answers.ts';
import type { ClaimBounds } from '#domain/bounds.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { RollupSuggestion } from '#domain/rollup.ts';
import type { KnownFacts } from '#domain/check-answers.ts';

/** What the commune asks to mend at one question, in its own words. */
export interface Ask {
  text: string;
  byName: string;
  /** Server clock, ms. */
  at: number;
}

export interface SheetFacts {
  set: CriteriaSet;
  /** Answers of the commune's records and of the machine: read, not typed. */
  given: Answers;
  /** From household forms, by criterion id; empty for units. */
  suggestions: Record<string, RollupSuggestion>;
  /** What those forms still allow, by criterion id; empty for units and while the number of households is not known. */
  bounds: Record<string, ClaimBounds>;
  known: KnownFacts;
  /** Values other phones of the same subject wrote, where they differ; null = cleared. */
  conflicts: Record<string, (Answer | null)[]>;
  /** Where a person chooses between them, question by question. */
  choosePath: (criterionId?: string) => string;
  /** While the commune waits for this sheet to be mended. */
  asks: Record<string, Ask>;
  /** As it was last sent, as far as this phone was told; null = never. */
  sent: Answers | null;
}

const SheetContext = createContext<SheetFacts | null>(null);

export const SheetProvider = ({ facts, children }: { facts: SheetFacts; children: ReactNode }) => (
  <SheetContext value={facts}>{children}</SheetContext>
);

export function useSheet(): SheetFacts {
  const facts = useContext(SheetContext);
  if (!facts) throw new Error('useSheet outside SheetProvider');
  return facts;
}
