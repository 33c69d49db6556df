/** From a sheet, its columns and what the commune has, to what an import would do. Pure but for the new ids. */
import type { ImportFacts, Known } from './known.ts';
import type { ImportKind, Mapping } from './kinds.ts';
import type { ImportPlan } from './plan.ts';
import { planHouseholds } from './plan-households.ts';
import { planHamlets, planUnits } from './plan-places.ts';
import { planPositions, planPriorResults } from './plan-people.ts';
import { readRows } from './rows.ts';
import type { SheetTable } from './table.ts';

const planners = {
  hamlet: planHamlets,
  household: planHouseholds,
  unit: planUnits,
  position: planPositions,
  priorResult: planPriorResults,
} as const;

export interface ImportInput {
  kind: ImportKind;
  sheet: SheetTable;
  headingRow: number;
  mapping: Mapping;
  known: Known;
  facts: ImportFacts;
}

export const planImport = (
  { kind, sheet, headingRow, mapping, known, facts }: ImportInput,
  newId: () => string,
): ImportPlan => planners[kind](readRows(kind, sheet, { headingRow, mapping }), known, facts, newId);
