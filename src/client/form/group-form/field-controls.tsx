/** The control of one criterion, by its type. Each writes one value; what is half typed stays (`field-value.ts`). */
import type { Criterion } from '#domain/criteria.ts';
import type { Unfinished } from '#client/db/model.ts';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { NumberField } from '#client/ui/number-field.tsx';
import { Stepper } from '#client/ui/stepper.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import { asText, withPart, type FieldValue } from './field-value.ts';
import styles from './group-form.module.css';

export interface ControlProps {
  criterion: Criterion;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  /** Id of the question's heading. */
  labelledBy: string;
  /** Words under the field: what is off and what to do. */
  error: string | undefined;
  /** The shared number it is out of, once there is one. */
  outOf: number | undefined;
}

const partsOf = (value: FieldValue): Unfinished =>
  typeof value === 'object' && !('na' in value) ? value : {};
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const orNone = (value: number | null): number | undefined => value ?? undefined;

function YesNo({ criterion, value, onChange, labelledBy }: ControlProps) {
  const options = criterion.screen.options.flatMap((option) =>
    option.kind === 'yesno' ? [{ value: String(option.value), label: option.label }] : [],
  );
  return (
    <ChoiceGroup
      small
      labelledBy={labelledBy}
      options={options}
      value={typeof value === 'boolean' ? String(value) : null}
      onChange={(chosen) => onChange(chosen === 'true')}
    />
  );
}

function Levels({ criterion, value, onChange, labelledBy }: ControlProps) {
  const options = criterion.screen.options.flatMap((option) =>
    option.kind === 'level' ? [{ value: option.level, label: option.label }] : [],
  );
  return (
    <ChoiceGroup
      small
      labelledBy={labelledBy}
      options={options}
      value={partsOf(value).level ?? null}
      onChange={(level) => onChange(criterion.type === 'text' ? asText(value, { level }) : { level })}
    />
  );
}

function Count({ criterion, value, onChange, labelledBy, error }: ControlProps) {
  if (criterion.type !== 'count') return null;
  return (
    <Stepper
      small
      labelledBy={labelledBy}
      unit={criterion.unit}
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange(orNone(next))}
      error={error}
    />
  );
}

function Ratio({ criterion, value, onChange, error, outOf }: ControlProps) {
  if (criterion.type !== 'ratio') return null;
  const { n, d } = partsOf(value);
  const ownDenominator = criterion.sharedQuestion === undefined;
  return (
    <div className={styles.ratio}>
      <NumberField
        label={criterion.numerator}
        help={
          outOf === undefined
            ? undefined
            : fill(groupWords.outOf, {
                d: formatNumber(outOf),
                denominator: lowerFirst(criterion.denominator),
              })
        }
        value={n ?? null}
        error={error}
        onChange={(next) => onChange(withPart(value, { n: orNone(next) }))}
      />
      {ownDenominator && (
        <NumberField
          label={criterion.denominator}
          value={d ?? null}
          onChange={(next) => onChange(withPart(value, { d: orNone(next) }))}
        />
      )}
    </div>
  );
}

function Written(props: ControlProps) {
  const { value, onChange } = props;
  return (
    <div className={styles.ratio}>
      <Levels {...props} />
      <TextArea
        label={groupWords.textLabel}
        rows={4}
        value={partsOf(value).text ?? ''}
        onChange={(text) => onChange(asText(value, { text }))}
      />
    </div>
  );
}

export function FieldControl(props: ControlProps) {
  switch (props.criterion.type) {
    case 'yesno':
      return <YesNo {...props} />;
    case 'level':
      return <Levels {...props} />;
    case 'count':
      return <Count {...props} />;
    case 'ratio':
      return <Ratio {...props} />;
    case 'text':
      return <Written {...props} />;
  }
}
