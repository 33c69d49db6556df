/** The words on the buttons of one question. Which buttons there are follows the type and the levels. */
import type { DraftCriterion, DraftOption } from '#domain/criteria-edit/draft.ts';
import { freshTickId, usedIds } from '#domain/criteria-edit/ids.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import type { SetFamily } from './read-sets.ts';
import { RowActs } from './scale-editors.tsx';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

interface OptionsEditorProps {
  criterion: DraftCriterion;
  desk: DraftDesk;
  family: SetFamily;
  onChange: (options: DraftOption[]) => void;
}

export function OptionsEditor({ criterion, desk, family, onChange }: OptionsEditorProps) {
  const { options, control } = criterion.screen;
  const isChecklist = control === 'checklist';
  if (options.length === 0 && !isChecklist) return null;
  const addTick = (): void => {
    const id = freshTickId(criterion.id, usedIds(family.versions, desk.draft));
    const ticks = options.filter(({ kind }) => kind === 'tick');
    const rest = options.filter(({ kind }) => kind !== 'tick');
    const none = rest.some(({ kind }) => kind === 'none')
      ? []
      : [{ kind: 'none', label: words.optionWords.none } as const];
    onChange([...ticks, { kind: 'tick', id, label: '' }, ...none, ...rest]);
  };
  return (
    <fieldset data-field="options" className={styles.rows}>
      <legend>{words.fields.options}</legend>
      {options.map((option, at) => (
        // The order of the buttons is their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} data-field={`options-${at}`} className={styles.row}>
          <TextField
            label={fill(words.fields.option, { n: at + 1 })}
            value={option.label}
            onChange={(label) =>
              onChange(options.map((each, index) => (index === at ? { ...each, label } : each)))
            }
          />
          {option.kind === 'tick' && (
            <RowActs
              name={fill(words.fields.option, { n: at + 1 })}
              onRemove={() => onChange(options.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {isChecklist && (
        <button type="button" className={controls.textButton} onClick={addTick}>
          {words.addTick}
        </button>
      )}
    </fieldset>
  );
}
