/** A hamlet's figure on the band of what its households' forms allow, with the verdict's arithmetic. */
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { bandLabel, bandParts, verdictWords } from '#client/form/group-form/claim-words.ts';
import { isImpossible } from '#client/form/group-form/claim.ts';
import { ClaimBand } from '#client/ui/claim-band.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import { formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import sheets from '../../sheet.module.css';
import type { CrossCheck } from '../read/household-facts.ts';
import type { CriterionView } from '../view/criteria-view.ts';
import { Families } from './families.tsx';
import styles from './pane.module.css';

/** Half, solid, or the square that needs a hand. */
const glyphs = {
  possible: 'partial',
  proven: 'received',
  impossible: 'unsaved',
} as const satisfies Record<string, GlyphState>;

export function ClaimPart({ each, cross }: { each: CriterionView; cross: CrossCheck }) {
  const { criterion, claim } = each;
  const bounds = cross.bounds[criterion.id];
  const suggestion = cross.suggestions[criterion.id];
  if (criterion.rollup === undefined || suggestion === undefined) return null;
  const { forms, households } = suggestion.coverage;
  const coverage = fill(claimWords.coverage, {
    forms: formatNumber(forms),
    households: formatNumber(households),
  });
  const { numerators, d, verdict } = claim;
  if (bounds === undefined || numerators === null || d === null)
    return (
      <>
        <p className={sheets.note}>
          {forms === 0 ? claimWords.noForms : claimWords.nothing} ({coverage})
        </p>
        <Families criterion={criterion} cross={cross} />
      </>
    );
  const parts = bandParts(bounds, numerators, d);
  const kind = verdict === null ? null : isImpossible(verdict) ? 'impossible' : verdict.kind;
  const said =
    verdict === null || claim.claim === null ? null : verdictWords(bounds, claim.claim, verdict, numerators);
  return (
    <>
      <ClaimBand
        parts={parts}
        label={bandLabel(bounds, parts, claim.claim)}
        {...(claim.claim !== null && {
          flag: {
            at: claim.claim.n,
            words: `${fill(claimWords.claimed, { n: formatNumber(claim.claim.n) })}/${formatNumber(d)} = ${formatPercent(claim.claim.n, d)}`,
            isOut: isImpossible(verdict),
          },
        })}
      />
      {said !== null && kind !== null && (
        <p className={styles.verdict}>
          <Glyph state={glyphs[kind === 'possible' || kind === 'proven' ? kind : 'impossible']} />
          <span>
            <b>{said.title}</b> {said.why} ({coverage}
            {suggestion.provisional && `, ${claimWords.provisional}`})
          </span>
        </p>
      )}
      <Families criterion={criterion} cross={cross} />
    </>
  );
}
