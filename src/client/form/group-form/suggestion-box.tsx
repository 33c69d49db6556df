/** Figures known beside the sheet: from the households' forms for a rate, from the log of activities for a count. */
import type { Criterion } from '#domain/criteria.ts';
import type { Explanation } from '#domain/explanation.ts';
import { ClaimBox } from './claim-box.tsx';
import { ClaimReason } from './claim-reason.tsx';
import { asksReason, claimState } from './claim.ts';
import { useClaimDesk } from './claim-desk.tsx';
import type { FieldValue } from './field-value.ts';
import { LoggedCount } from './logged-count.tsx';
import { OfficialFigureBox } from './official-figure.tsx';
import { useSheet } from './sheet-context.tsx';

export interface SuggestionProps {
  criterion: Criterion;
  value: FieldValue;
  /** What the answer came to, as it stands. */
  why: Explanation;
  /** The shared number it is out of, once there is one. */
  outOf: number | undefined;
  onUse: (value: FieldValue) => void;
}

const typedDenominator = (value: FieldValue): number | undefined =>
  typeof value === 'object' && 'd' in value ? value.d : undefined;

export function SuggestionBox({ criterion, value, why, outOf, onUse }: SuggestionProps) {
  const facts = useSheet();
  const desk = useClaimDesk();
  if (criterion.type === 'count') return <LoggedCount criterion={criterion} value={value} onUse={onUse} />;
  if (criterion.type !== 'ratio' || criterion.rollup === undefined) return null;
  const state = claimState(criterion, why, outOf ?? typedDenominator(value), facts);
  const suggestion = facts.suggestions[criterion.id];
  const official = desk?.official[criterion.id];
  return (
    <>
      <ClaimBox criterion={criterion} value={value} state={state} onUse={onUse} />
      {asksReason(state, suggestion, official) && (
        <ClaimReason criterion={criterion} verdict={state.verdict} suggested={suggestion?.n} />
      )}
      <OfficialFigureBox criterion={criterion} value={value} outOf={outOf} onUse={onUse} />
    </>
  );
}
