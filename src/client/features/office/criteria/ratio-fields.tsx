/** A ratio: what is counted, out of what, and how a hamlet's figure is suggested from its families' forms. */
import type { DraftCriterion, DraftSet } from '#domain/criteria-edit/draft.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { leftOut, type CriterionParts } from './criterion-parts.ts';
import { RollupEditor } from './rollup-editor.tsx';
import styles from './criteria.module.css';

interface RatioFieldsProps extends CriterionParts {
  draft: DraftSet;
  households: CriteriaSet | undefined;
}

export function RatioFields({ draft, criterion, households, put }: RatioFieldsProps) {
  const { fields } = words;
  const patch = (part: Partial<DraftCriterion>): void => put({ ...criterion, ...part });
  return (
    <>
      <div className={styles.pair}>
        <div data-field="numerator">
          <TextField
            label={fields.numerator}
            value={criterion.numerator ?? ''}
            onChange={(numerator) => patch({ numerator })}
          />
        </div>
        <div data-field="denominator">
          <TextField
            label={fields.denominator}
            value={criterion.denominator ?? ''}
            onChange={(denominator) => patch({ denominator })}
          />
        </div>
      </div>
      <div data-field="sharedQuestion">
        <SelectField
          label={fields.sharedQuestion}
          none={words.none_}
          options={draft.sharedQuestions.map(({ id, screen: { question } }) => ({
            value: id,
            label: question || id,
          }))}
          value={criterion.sharedQuestion ?? null}
          onChange={(id) =>
            id === null ? put(leftOut(criterion, 'sharedQuestion')) : patch({ sharedQuestion: id })
          }
        />
      </div>
      {draft.subjectKind === 'hamlet' && (
        <div data-field="rollup">
          <RollupEditor
            rollup={criterion.rollup}
            households={households}
            onChange={(rollup) =>
              rollup === undefined ? put(leftOut(criterion, 'rollup')) : patch({ rollup })
            }
          />
        </div>
      )}
    </>
  );
}
