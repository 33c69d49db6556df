/** What the households' own forms say about this criterion, always with how many forms stand behind it. */
import type { Criterion } from '#domain/criteria.ts';
import type { RollupSuggestion } from '#domain/rollup.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { suggestionWords } from '#client/messages/hamlet.ts';
import { Button } from '#client/ui/button.tsx';
import { isDivided, type FieldValue } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';
import styles from './group-form.module.css';

interface SuggestionBoxProps {
  criterion: Criterion;
  value: FieldValue;
  onUse: (value: FieldValue) => void;
}

const coverageOf = ({ coverage, provisional }: RollupSuggestion): string => {
  const { forms, households } = coverage;
  if (households === 0) return fill(suggestionWords.coverageUnknown, { forms: formatNumber(forms) });
  const words = fill(suggestionWords.coverage, {
    forms: formatNumber(forms),
    households: formatNumber(households),
  });
  return provisional ? `${words}, ${suggestionWords.provisional}` : words;
};

const countsHouseholds = ({ rollup }: Criterion): boolean =>
  rollup?.den === 'hamlet.households' || (rollup !== undefined && rollup.den.op === 'householdsMinusNA');

function Cautions({ suggestion }: { suggestion: RollupSuggestion }) {
  const { askFigure, official, smallDenominator, recordTooLow } = suggestion;
  const words = [
    askFigure && suggestionWords.askFigure,
    official && suggestionWords.official,
    smallDenominator && suggestionWords.smallDenominator,
    recordTooLow === 'households' && suggestion.coverage.households > 0 && suggestionWords.householdsTooLow,
    recordTooLow === 'people14plus' && suggestionWords.peopleTooLow,
  ].filter((line) => line !== false);
  return words.length === 0 ? null : <p>{words.join(' ')}</p>;
}

export function SuggestionBox({ criterion, value, onUse }: SuggestionBoxProps) {
  const suggestion = useSheet().suggestions[criterion.id];
  if (criterion.type !== 'ratio' || !suggestion || suggestion.coverage.forms === 0) return null;
  if (suggestion.propose === 'notApplicable')
    return <p className={styles.suggestion}>{suggestionWords.notApplicable}</p>;
  if (suggestion.propose === 'nothing') return null;
  const { n, d } = suggestion;
  // Without the number of households "out of" would only be a guess.
  const isOpen = suggestion.coverage.households === 0 && countsHouseholds(criterion);
  if (isOpen && isDivided(criterion)) return null;
  const proposed = isDivided(criterion) ? { n, d } : { n };
  const isUsed =
    typeof value === 'object' &&
    'n' in value &&
    value.n === n &&
    (!isDivided(criterion) || ('d' in value && value.d === d));
  return (
    <div className={styles.suggestion}>
      <p>
        <b>
          {fill(isOpen ? suggestionWords.titleOpen : suggestionWords.title, {
            n: formatNumber(n),
            d: formatNumber(d),
          })}
        </b>{' '}
        ({coverageOf(suggestion)})
      </p>
      <Cautions suggestion={suggestion} />
      {isUsed ? (
        <p className="soft">{suggestionWords.used}</p>
      ) : (
        <Button small onClick={() => onUse(proposed)}>
          {suggestionWords.use}
        </Button>
      )}
    </div>
  );
}
