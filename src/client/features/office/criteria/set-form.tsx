/** What belongs to the whole set: name, grades, the N/A cap, shared questions, reminders between answers. */
import { criteriaIn, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { freshId, usedIds } from '#domain/criteria-edit/ids.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { PointsField } from './points-field.tsx';
import type { SetFamily } from './read-sets.ts';
import { RowActs } from './scale-editors.tsx';
import { SharedQuestions } from './shared-questions.tsx';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

const words = criteriaWords;
const { fields } = words;

const replaced = <Item extends object>(list: readonly Item[], at: number, part: Partial<Item>): Item[] =>
  list.map((item, index) => (index === at ? { ...item, ...part } : item));
const without = <Item,>(list: readonly Item[], at: number): Item[] => list.filter((_, index) => index !== at);

function Grades({
  draft,
  change,
  family,
}: {
  draft: DraftSet;
  change: DraftDesk['change'];
  family: SetFamily;
}) {
  const { grades } = draft;
  const put = (next: DraftSet['grades']): void => change({ ...draft, grades: next });
  return (
    <fieldset data-field="grades" className={styles.rows}>
      <legend>{fields.grades}</legend>
      {grades.map(({ id, name, min }, at) => (
        <div key={id} data-field={`grade-${at}`} className={styles.row}>
          <TextField
            label={fields.gradeName}
            value={name}
            onChange={(next) => put(replaced(grades, at, { name: next }))}
          />
          <PointsField
            label={fields.gradeMin}
            value={min}
            onChange={(next) => put(replaced(grades, at, { min: next }))}
          />
          <RowActs name={name} onRemove={() => put(without(grades, at))} />
        </div>
      ))}
      <button
        type="button"
        className={controls.textButton}
        onClick={() =>
          put([...grades, { id: freshId('loai', usedIds(family.versions, draft)), name: '', min: null }])
        }
      >
        {words.addGrade}
      </button>
    </fieldset>
  );
}

function Consistency({ draft, change }: { draft: DraftSet; change: DraftDesk['change'] }) {
  const { consistency } = draft;
  const ratios = criteriaIn(draft)
    .filter(({ type }) => type === 'ratio')
    .map(({ id, code, shortText }) => ({ value: id, label: `${code} ${shortText}` }));
  const put = (next: DraftSet['consistency']): void => change({ ...draft, consistency: next });
  return (
    <fieldset className={styles.rows}>
      <legend>{fields.consistency}</legend>
      {consistency.map((rule, at) => (
        // Rules have no id: they are their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} data-field={`consistency-${at}`} className={styles.box}>
          <div className={styles.pair}>
            {(['item', 'of'] as const).map((side) => (
              <SelectField
                key={side}
                label={side === 'item' ? words.consistency.item : words.consistency.of}
                none={words.choose}
                options={ratios}
                value={rule[side]}
                onChange={(id) => put(replaced(consistency, at, { [side]: id ?? '' }))}
              />
            ))}
          </div>
          <TextArea
            label={words.places.message}
            value={rule.message}
            onChange={(message) => put(replaced(consistency, at, { message }))}
          />
          <RowActs
            name={fill(words.places.consistency, { n: at + 1 })}
            onRemove={() => put(without(consistency, at))}
          />
        </div>
      ))}
      {ratios.length > 1 && (
        <button
          type="button"
          className={controls.textButton}
          onClick={() =>
            put([
              ...consistency,
              { item: '', rule: 'numeratorLteNumerator', of: '', severity: 'warn', message: '' },
            ])
          }
        >
          {words.addConsistency}
        </button>
      )}
    </fieldset>
  );
}

export function SetForm({ desk, family }: { desk: DraftDesk; family: SetFamily }) {
  const { draft, change } = desk;
  return (
    <>
      <h2>{words.editor.whole}</h2>
      <div data-field="name">
        <TextField
          label={fields.setName}
          value={draft.name}
          onChange={(name) => change({ ...draft, name })}
        />
      </div>
      <div data-field="naCapPoints">
        <PointsField
          label={fields.naCap}
          value={draft.naCapPoints}
          onChange={(naCapPoints) => change({ ...draft, naCapPoints })}
        />
      </div>
      <Grades draft={draft} change={change} family={family} />
      <SharedQuestions draft={draft} change={change} family={family} />
      <Consistency draft={draft} change={change} />
    </>
  );
}
