/** Why a criterion is asked and how it is shown to be so: evidence, clause of the plan, effort, guide. */
import { evidenceKinds } from '#domain/criteria-set.ts';
import type { DraftCriterion } from '#domain/criteria-edit/draft.ts';
import { guides } from '#domain/defaults/guides.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import { leftOut, type CriterionParts } from './criterion-parts.ts';
import styles from './criteria.module.css';

export function AboutFields({ criterion, put }: CriterionParts) {
  const { fields } = words;
  const patch = (part: Partial<DraftCriterion>): void => put({ ...criterion, ...part });
  return (
    <>
      <h3>{words.aboutTitle}</h3>
      <div data-field="evidence">
        <TextArea
          label={fields.evidence}
          value={criterion.evidence}
          onChange={(evidence) => patch({ evidence })}
        />
      </div>
      <fieldset data-field="evidenceKinds" className={styles.ticks}>
        <legend>{fields.evidenceKinds}</legend>
        {evidenceKinds.map((kind) => (
          <label key={kind} className={styles.tick}>
            <input
              type="checkbox"
              checked={criterion.evidenceKinds.includes(kind)}
              onChange={({ target }) =>
                patch({
                  evidenceKinds: evidenceKinds.filter((each) =>
                    each === kind ? target.checked : criterion.evidenceKinds.includes(each),
                  ),
                })
              }
            />
            <span>{words.evidences[kind]}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.pair}>
        <div data-field="planClause">
          <TextField
            label={fields.planClause}
            value={criterion.planClause}
            onChange={(planClause) => patch({ planClause })}
          />
        </div>
        <div data-field="effort">
          <SelectField
            label={fields.effort}
            none={words.choose}
            options={words.efforts.map((label, at) => ({ value: String(at + 1), label }))}
            value={criterion.effort === null ? null : String(criterion.effort)}
            onChange={(value) => patch({ effort: value === null ? null : Number(value) })}
          />
        </div>
      </div>
      <div data-field="guide">
        <SelectField
          label={fields.guide}
          none={words.none_}
          options={guides.map(({ id, title }) => ({ value: id, label: title }))}
          value={criterion.guide ?? null}
          onChange={(guide) => (guide === null ? put(leftOut(criterion, 'guide')) : patch({ guide }))}
        />
      </div>
      <div data-field="help">
        <TextArea label={fields.help} value={criterion.help} onChange={(help) => patch({ help })} />
      </div>
      <TextField
        label={fields.note}
        value={criterion.note ?? ''}
        onChange={(note) => (note === '' ? put(leftOut(criterion, 'note')) : patch({ note }))}
      />
    </>
  );
}
