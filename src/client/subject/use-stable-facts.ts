/** What fields are given beside their own value changes rarely; live reads hand out a new object at every save. */
import { useState } from 'react';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';

/** The same facts object while nothing in it changed, so that a save renders no field again. */
export function useStableFacts(facts: SheetFacts): SheetFacts {
  const { given, suggestions, bounds, known, conflicts, asks, sent, set } = facts;
  const text = JSON.stringify([given, suggestions, bounds, known, conflicts, asks, sent, criteriaRef(set)]);
  const [kept, keep] = useState({ text, facts });
  if (kept.text === text) return kept.facts;
  keep({ text, facts });
  return facts;
}
