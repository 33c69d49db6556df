/** Numbers asked once and used as the denominator of several criteria. */
import type { DraftSet, DraftShared } from '#domain/criteria-edit/draft.ts';
import { freshId, usedIds } from '#domain/criteria-edit/ids.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { PointsField } from './points-field.tsx';
import type { SetFamily } from './read-sets.ts';
import { RowActs } from './scale-editors.tsx';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

const SOURCES = ['answer', 'hamlet.households', 'hamlet.people14plus'] as const;

interface SharedQuestionsProps {
  draft: DraftSet;
  change: DraftDesk['change'];
  family: SetFamily;
}

export function SharedQuestions({ draft, change, family }: SharedQuestionsProps) {
  const { fields } = words;
  const put = (id: string, part: Partial<DraftShared>): void =>
    change({
      ...draft,
      sharedQuestions: draft.sharedQuestions.map((each) => (each.id === id ? { ...each, ...part } : each)),
    });
  return (
    <fieldset className={styles.rows}>
      <legend>{fields.shared}</legend>
      {draft.sharedQuestions.map(({ id, source, min, max, screen }) => (
        <div key={id} data-field={`shared-${id}`} className={styles.box}>
          <TextField
            label={fields.question}
            value={screen.question}
            onChange={(question) => put(id, { screen: { ...screen, question } })}
          />
          <TextField
            label={fields.screenHelp}
            value={screen.help}
            onChange={(help) => put(id, { screen: { ...screen, help } })}
          />
          <div className={styles.pair}>
            <PointsField whole label={fields.min} value={min} onChange={(next) => put(id, { min: next })} />
            <PointsField whole label={fields.max} value={max} onChange={(next) => put(id, { max: next })} />
          </div>
          {draft.subjectKind === 'hamlet' && (
            <SelectField
              label={fields.source}
              none={words.sources[source]}
              options={SOURCES.filter((each) => each !== source).map((value) => ({
                value,
                label: words.sources[value],
              }))}
              value={null}
              onChange={(value) => {
                const next = SOURCES.find((each) => each === value);
                if (next !== undefined) put(id, { source: next });
              }}
            />
          )}
          <RowActs
            name={screen.question}
            onRemove={() =>
              change({ ...draft, sharedQuestions: draft.sharedQuestions.filter((each) => each.id !== id) })
            }
          />
        </div>
      ))}
      <button
        type="button"
        className={controls.textButton}
        onClick={() =>
          change({
            ...draft,
            sharedQuestions: [
              ...draft.sharedQuestions,
              {
                id: freshId('cauChung', usedIds(family.versions, draft)),
                source: 'answer',
                min: 1,
                max: null,
                screen: { question: '', help: '', control: 'stepper', options: [] },
              },
            ],
          })
        }
      >
        {words.addShared}
      </button>
    </fieldset>
  );
}
