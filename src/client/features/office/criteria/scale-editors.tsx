/** The levels of a criterion, lowest first, and the steps of a count. */
import { swapped } from '#domain/criteria-edit/change.ts';
import type { DraftCriterion, DraftLevel, DraftStep } from '#domain/criteria-edit/draft.ts';
import { freshLevelId, usedIds } from '#domain/criteria-edit/ids.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { PointsField } from './points-field.tsx';
import type { SetFamily } from './read-sets.ts';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

const words = criteriaWords;

interface RowActsProps {
  name: string;
  onMove?: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function RowActs({ name, onMove, onRemove }: RowActsProps) {
  return (
    <span className={styles.rowActs}>
      {onMove !== undefined && (
        <>
          <button
            type="button"
            className={controls.button}
            aria-label={fill(words.editor.upOf, { name })}
            onClick={() => onMove(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className={controls.button}
            aria-label={fill(words.editor.downOf, { name })}
            onClick={() => onMove(1)}
          >
            ↓
          </button>
        </>
      )}
      <button
        type="button"
        className={controls.button}
        aria-label={`${words.editor.remove} ${name}`}
        onClick={onRemove}
      >
        {words.editor.remove}
      </button>
    </span>
  );
}

interface LevelsEditorProps {
  criterion: DraftCriterion;
  desk: DraftDesk;
  family: SetFamily;
  onChange: (levels: DraftLevel[]) => void;
}

export function LevelsEditor({ criterion, desk, family, onChange }: LevelsEditorProps) {
  const levels = criterion.levels ?? [];
  const put = (at: number, part: Partial<DraftLevel>): void =>
    onChange(levels.map((level, index) => (index === at ? { ...level, ...part } : level)));
  return (
    <fieldset data-field="levels" className={styles.rows}>
      <legend>{words.fields.levels}</legend>
      {levels.map(({ id, label, points }, at) => (
        <div key={id} data-field={`levels-${at}`} className={styles.row}>
          <TextField
            label={fill(words.fields.levelLabel, { n: at + 1 })}
            value={label}
            onChange={(next) => put(at, { label: next })}
          />
          <PointsField
            label={fill(words.fields.levelPoints, { n: at + 1 })}
            value={points}
            onChange={(next) => put(at, { points: next })}
          />
          <RowActs
            name={fill(words.fields.levelLabel, { n: at + 1 })}
            onMove={(by) => onChange(swapped(levels, at, at + by))}
            onRemove={() => onChange(levels.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <button
        type="button"
        className={controls.textButton}
        onClick={() =>
          onChange([
            ...levels,
            { id: freshLevelId(criterion.id, usedIds(family.versions, desk.draft)), label: '', points: null },
          ])
        }
      >
        {words.addLevel}
      </button>
    </fieldset>
  );
}

export function StepsEditor({
  steps,
  onChange,
}: {
  steps: readonly DraftStep[];
  onChange: (steps: DraftStep[]) => void;
}) {
  const put = (at: number, part: Partial<DraftStep>): void =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  return (
    <fieldset data-field="steps" className={styles.rows}>
      <legend>{words.fields.steps}</legend>
      {steps.map(({ min, points }, at) => (
        // Steps are their place: they have no id.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} data-field={`steps-${at}`} className={styles.row}>
          <PointsField
            whole
            label={fill(words.fields.stepMin, { n: at + 1 })}
            value={min}
            onChange={(next) => put(at, { min: next })}
          />
          <PointsField
            label={fill(words.fields.stepPoints, { n: at + 1 })}
            value={points}
            onChange={(next) => put(at, { points: next })}
          />
          <RowActs
            name={fill(words.fields.stepMin, { n: at + 1 })}
            onRemove={() => onChange(steps.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <button
        type="button"
        className={controls.textButton}
        onClick={() => onChange([...steps, { min: null, points: null }])}
      >
        {words.addStep}
      </button>
    </fieldset>
  );
}
