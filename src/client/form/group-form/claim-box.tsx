/** What the households' own forms say about this criterion, how far they allow the hamlet's figure, and from how many forms. */
import { Users } from 'lucide-react';
import type { ClaimBounds } from '#domain/bounds.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { RollupSuggestion } from '#domain/rollup.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { ClaimBand } from '#client/ui/claim-band.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import { isImpossible, type ClaimState } from './claim.ts';
import { useClaimDesk } from './claim-desk.tsx';
import { bandLabel, bandParts, verdictWords } from './claim-words.ts';
import { isDivided, type FieldValue } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';
import { UseFigure } from './use-figure.tsx';
import styles from './claim.module.css';

interface ClaimBoxProps {
  criterion: Criterion;
  value: FieldValue;
  state: ClaimState;
  onUse: (value: FieldValue) => void;
}

const countsHouseholds = ({ rollup }: Criterion): boolean =>
  rollup?.den === 'hamlet.households' || (rollup !== undefined && rollup.den.op === 'householdsMinusNA');

function Coverage({ suggestion }: { suggestion: RollupSuggestion }) {
  const { coverage, provisional } = suggestion;
  const { forms, households } = coverage;
  if (households === 0)
    return <span>({fill(claimWords.coverageUnknown, { forms: formatNumber(forms) })})</span>;
  const figures = { forms: formatNumber(forms), households: formatNumber(households) };
  return (
    <span>
      ({fill(claimWords.coverage, figures)}
      {provisional && (
        <>
          , <b>{claimWords.provisional}</b>
        </>
      )}
      )
    </span>
  );
}

function Cautions({ suggestion }: { suggestion: RollupSuggestion }) {
  const { askFigure, official, smallDenominator, recordTooLow } = suggestion;
  const words = [
    askFigure && claimWords.askFigure,
    official && claimWords.official,
    smallDenominator && claimWords.smallDenominator,
    recordTooLow === 'households' && suggestion.coverage.households > 0 && claimWords.householdsTooLow,
    recordTooLow === 'people14plus' && claimWords.peopleTooLow,
  ].filter((line) => line !== false);
  return words.length === 0 ? null : <p>{words.join(' ')}</p>;
}

/** The figure itself, or that the forms propose none; always with how many forms stand behind it. */
function Proposed({
  criterion,
  value,
  suggestion,
  onUse,
}: Omit<ClaimBoxProps, 'state'> & { suggestion: RollupSuggestion }) {
  const { n, d, coverage, propose } = suggestion;
  const without = (words: string) => (
    <p>
      {words} <Coverage suggestion={suggestion} />
    </p>
  );
  if (propose === 'notApplicable') return without(claimWords.notApplicable);
  // Without the number of households "out of" would only be a guess.
  const isOpen = coverage.households === 0 && countsHouseholds(criterion);
  if (propose === 'nothing' || (isOpen && isDivided(criterion))) return without(claimWords.nothing);
  const title = isOpen ? claimWords.titleOpen : claimWords.title;
  return (
    <div className={styles.head}>
      <p>
        <b>{fill(title, { n: formatNumber(n), d: formatNumber(d) })}</b> <Coverage suggestion={suggestion} />
      </p>
      <UseFigure criterion={criterion} value={value} figure={{ n, d }} onUse={onUse} />
    </div>
  );
}

/** Half, solid, or the square that needs a hand. */
const glyphs = {
  possible: 'partial',
  proven: 'received',
  impossible: 'unsaved',
} as const satisfies Record<string, GlyphState>;

function Band({ bounds, state }: { bounds: ClaimBounds; state: ClaimState }) {
  const { claim, d, numerators, verdict } = state;
  if (d === null || numerators === null) return null;
  const parts = bandParts(bounds, numerators, d);
  return (
    <ClaimBand
      parts={parts}
      label={bandLabel(bounds, parts, claim)}
      {...(claim !== null && {
        flag: {
          at: claim.n,
          words: fill(claimWords.claimed, { n: formatNumber(claim.n) }),
          isOut: isImpossible(verdict),
        },
      })}
    />
  );
}

function VerdictLine({ bounds, state }: { bounds: ClaimBounds; state: ClaimState }) {
  const { claim, numerators, verdict } = state;
  if (claim === null || verdict === null) return null;
  const { title, why } = verdictWords(bounds, claim, verdict, numerators);
  const kind = verdict.kind === 'possible' || verdict.kind === 'proven' ? verdict.kind : 'impossible';
  return (
    <p className={styles.verdict} role="status">
      <Glyph state={glyphs[kind]} />
      <span>
        <b className={kind === 'impossible' ? styles.impossible : undefined}>{title}</b> {why}
      </span>
    </p>
  );
}

export function ClaimBox({ criterion, value, state, onUse }: ClaimBoxProps) {
  const facts = useSheet();
  const desk = useClaimDesk();
  const suggestion = facts.suggestions[criterion.id];
  const bounds = facts.bounds[criterion.id];
  if (suggestion === undefined) return null;
  const { forms, households } = suggestion.coverage;
  if (forms === 0) {
    if (households === 0) return null;
    const none = fill(claimWords.coverage, { forms: 0, households: formatNumber(households) });
    return (
      <p className="soft">
        {claimWords.noForms} ({none}).
      </p>
    );
  }
  const unsent = bounds?.unsent ?? 0;
  return (
    <div className={styles.claim} role="group" aria-label={claimWords.label}>
      <Proposed criterion={criterion} value={value} suggestion={suggestion} onUse={onUse} />
      {suggestion.propose === 'figures' && <Cautions suggestion={suggestion} />}
      {bounds && <Band bounds={bounds} state={state} />}
      {bounds && <VerdictLine bounds={bounds} state={state} />}
      {unsent > 0 && desk !== null && desk.householdsPath !== null && (
        <LinkButton small wide href={desk.householdsPath} icon={<Users />}>
          {fill(claimWords.toHouseholds, { n: formatNumber(unsent) })}
        </LinkButton>
      )}
    </div>
  );
}
