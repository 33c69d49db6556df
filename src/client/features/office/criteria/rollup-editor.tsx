/** A hamlet's figure counted from its families' forms: chosen, never written, and said back as a sentence. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion, Rollup } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { PointsField } from './points-field.tsx';
import styles from './criteria.module.css';

const words = criteriaWords.rollup;

type Way = 'countForms' | 'eqTrue' | 'gte' | 'level' | 'sum';
const WAYS: readonly Way[] = ['countForms', 'eqTrue', 'gte', 'level', 'sum'];
const takes: Record<Exclude<Way, 'countForms'>, readonly Criterion['type'][]> = {
  eqTrue: ['yesno'],
  gte: ['count'],
  level: ['level', 'text'],
  sum: ['ratio'],
};

const wayOf = ({ num }: Rollup): Way => {
  if (num.op === 'countForms') return 'countForms';
  if (num.op === 'sumNumerator') return 'sum';
  return num.eq !== undefined ? 'eqTrue' : num.gte !== undefined ? 'gte' : 'level';
};

const numOf = (way: Way, item: string, from: number): Rollup['num'] => {
  switch (way) {
    case 'countForms':
      return { op: 'countForms' };
    case 'eqTrue':
      return { op: 'countWhere', item, eq: true };
    case 'gte':
      return { op: 'countWhere', item, gte: from };
    case 'level':
      return { op: 'countWhere', item, levelIndexGte: from };
    case 'sum':
      return { op: 'sumNumerator', item };
  }
};

const itemOf = ({ num, den }: Rollup): string =>
  num.op === 'countForms' ? (den === 'hamlet.households' ? '' : den.item) : num.item;
const fromOf = ({ num }: Rollup): number =>
  num.op === 'countWhere' ? (num.gte ?? num.levelIndexGte ?? 1) : 1;

/** The rule as a sentence: "số hộ trả lời Có ở B6.1, trên số hộ của xóm". */
export function rollupWords(rollup: Rollup, households: CriteriaSet | undefined): string {
  const items = households === undefined ? [] : criteriaOf(households);
  const item = items.find(({ id }) => id === itemOf(rollup));
  const name = item === undefined ? itemOf(rollup) : `${item.code} ${item.shortText}`;
  const way = wayOf(rollup);
  const { numbers } = words;
  const num =
    way === 'countForms'
      ? numbers.countForms
      : fill(numbers[way === 'eqTrue' ? 'eq' : way], {
          item: name,
          n: way === 'level' ? fromOf(rollup) + 1 : fromOf(rollup),
          value:
            rollup.num.op === 'countWhere' && rollup.num.eq === false
              ? criteriaWords.optionWords.no
              : criteriaWords.optionWords.yes,
        });
  const den =
    rollup.den === 'hamlet.households' ? words.outs['hamlet.households'] : words.outs[rollup.den.op];
  return fill(words.said, { num, den });
}

interface RollupEditorProps {
  rollup: Rollup | undefined;
  households: CriteriaSet | undefined;
  onChange: (rollup: Rollup | undefined) => void;
}

export function RollupEditor({ rollup, households, onChange }: RollupEditorProps) {
  const items = households === undefined ? [] : criteriaOf(households);
  const way = rollup === undefined ? null : wayOf(rollup);
  const fitting = (of: Way): Criterion[] =>
    of === 'countForms' ? [] : items.filter(({ type }) => takes[of].includes(type));
  const put = (nextWay: Way, item: string, from: number): void => {
    const id = fitting(nextWay).some((each) => each.id === item) ? item : (fitting(nextWay)[0]?.id ?? '');
    if (nextWay !== 'countForms' && id === '') return onChange(undefined);
    const den = rollup?.den ?? 'hamlet.households';
    onChange({
      ...rollup,
      num: numOf(nextWay, id, from),
      den:
        den === 'hamlet.households' || nextWay === 'countForms' ? 'hamlet.households' : { ...den, item: id },
    });
  };
  const choices = way === null ? [] : fitting(way);
  const level = choices.find(({ id }) => rollup !== undefined && id === itemOf(rollup));
  return (
    <div className={styles.box}>
      <SelectField
        label={criteriaWords.fields.rollup}
        none={words.off}
        options={WAYS.map((value) => ({ value, label: `${words.count} ${words[value]}` }))}
        value={way}
        onChange={(value) => {
          const next = WAYS.find((each) => each === value);
          if (next === undefined) onChange(undefined);
          else put(next, rollup === undefined ? '' : itemOf(rollup), next === 'level' ? 1 : 1);
        }}
      />
      {rollup !== undefined && way !== null && (
        <>
          {way !== 'countForms' && (
            <div className={styles.pair}>
              <SelectField
                label={words.of}
                none={criteriaWords.choose}
                options={choices.map(({ id, code, shortText }) => ({
                  value: id,
                  label: `${code} ${shortText}`,
                }))}
                value={itemOf(rollup)}
                onChange={(item) => item !== null && put(way, item, fromOf(rollup))}
              />
              {way === 'gte' && (
                <PointsField
                  whole
                  label={words.from}
                  value={fromOf(rollup)}
                  onChange={(from) => from !== null && put(way, itemOf(rollup), from)}
                />
              )}
              {way === 'level' && level !== undefined && 'levels' in level && (
                <SelectField
                  label={words.from}
                  none={criteriaWords.choose}
                  options={level.levels.map(({ label }, at) => ({ value: String(at), label }))}
                  value={String(fromOf(rollup))}
                  onChange={(from) => from !== null && put(way, itemOf(rollup), Number(from))}
                />
              )}
            </div>
          )}
          {way !== 'countForms' && (
            <SelectField
              label={words.out}
              none={words.outs['hamlet.households']}
              options={(['householdsMinusNA', 'countAnsweredNotNA', 'sumDenominator'] as const).map(
                (value) => ({
                  value,
                  label: words.outs[value],
                }),
              )}
              value={rollup.den === 'hamlet.households' ? null : rollup.den.op}
              onChange={(value) => {
                const ops = ['householdsMinusNA', 'countAnsweredNotNA', 'sumDenominator'] as const;
                const op = ops.find((each) => each === value);
                onChange({
                  ...rollup,
                  den: op === undefined ? 'hamlet.households' : { op, item: itemOf(rollup) },
                });
              }}
            />
          )}
          {way === 'sum' && (
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={rollup.official !== undefined}
                onChange={({ target }) => {
                  const { official: _, ...rest } = rollup;
                  onChange(target.checked ? { ...rest, official: 'hamlet.people14plus' } : rest);
                }}
              />
              <span>{words.official}</span>
            </label>
          )}
          <p className={styles.note}>{rollupWords(rollup, households)}</p>
        </>
      )}
    </div>
  );
}
