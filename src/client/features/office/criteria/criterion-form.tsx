/** One criterion, field by field; what a type does not use is not drawn. */
import { changeType, patchCriterion } from '#domain/criteria-edit/change.ts';
import { criterionTypes, type CriterionType, type DraftCriterion } from '#domain/criteria-edit/draft.ts';
import { usedIds } from '#domain/criteria-edit/ids.ts';
import { controlsOf } from '#domain/criteria-edit/options.ts';
import { criteriaOf, pillars } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import { AboutFields } from './about-fields.tsx';
import { leftOut } from './criterion-parts.ts';
import { OptionsEditor } from './options-editor.tsx';
import { PointsField } from './points-field.tsx';
import type { SetFamily } from './read-sets.ts';
import { RatioFields } from './ratio-fields.tsx';
import { settled } from './rule-words.ts';
import { LevelsEditor, StepsEditor } from './scale-editors.tsx';
import type { DraftDesk } from './use-draft.ts';
import type { Selection } from './use-place.ts';
import styles from './criteria.module.css';

const words = criteriaWords;
const { fields } = words;

interface CriterionFormProps {
  desk: DraftDesk;
  family: SetFamily;
  criterion: DraftCriterion;
  households: CriteriaSet | undefined;
  select: (selection: Selection) => void;
}

const asOptions = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

export function CriterionForm({ desk, family, criterion, households, select }: CriterionFormProps) {
  const { draft, change } = desk;
  const { type, screen } = criterion;
  const put = (next: DraftCriterion): void => change(patchCriterion(draft, settled(next, criterion)));
  const patch = (part: Partial<DraftCriterion>): void => put({ ...criterion, ...part });
  const patchScreen = (part: Partial<DraftCriterion['screen']>): void =>
    patch({ screen: { ...screen, ...part } });
  const text = (field: 'text' | 'shortText' | 'rule', isLong = false) => {
    const Box = isLong ? TextArea : TextField;
    return (
      <div data-field={field}>
        <Box
          label={fields[field]}
          {...(field === 'rule' && { help: fields.ruleHelp })}
          value={criterion[field]}
          onChange={(value) => patch({ [field]: value })}
        />
      </div>
    );
  };
  const retype = (next: CriterionType): void => {
    const published = new Set(family.versions.flatMap((set) => criteriaOf(set).map(({ id }) => id)));
    const used = usedIds(family.versions, draft);
    const changed = changeType(draft, criterion, { type: next, published, used });
    const fresh = changed.draft.groups
      .flatMap(({ criteria }) => criteria)
      .find(({ id }) => id === changed.id);
    change(
      fresh === undefined
        ? changed.draft
        : patchCriterion(changed.draft, settled(fresh, { ...fresh, rule: '' })),
    );
    select({ kind: 'criterion', id: changed.id });
  };
  return (
    <>
      <h2>
        {criterion.code || words.editor.unnamed}, {words.types[type]}
      </h2>
      {text('text', true)}
      <div className={styles.pair}>
        <div data-field="code">
          <TextField label={fields.code} value={criterion.code} onChange={(code) => patch({ code })} />
        </div>
        {text('shortText')}
      </div>
      <div className={styles.pair}>
        <div data-field="maxPoints">
          <PointsField
            label={fields.maxPoints}
            value={criterion.maxPoints}
            onChange={(maxPoints) => patch({ maxPoints })}
          />
        </div>
        {type === 'ratio' && (
          <div data-field="targetPercent">
            <PointsField
              whole
              label={fields.targetPercent}
              unit={words.percent}
              value={criterion.targetPercent ?? null}
              onChange={(targetPercent) => patch({ targetPercent })}
            />
          </div>
        )}
        <div data-field="pillar">
          <SelectField
            label={fields.pillar}
            none={words.choose}
            options={asOptions(pillars, words.pillars)}
            value={criterion.pillar}
            onChange={(value) => patch({ pillar: pillars.find((each) => each === value) ?? null })}
          />
        </div>
      </div>
      <div data-field="type">
        <SelectField
          label={fields.type}
          help={words.typeHelp}
          none={words.types[type]}
          options={criterionTypes
            .filter((each) => each !== type)
            .map((value) => ({ value, label: words.types[value] }))}
          value={null}
          onChange={(value) => {
            const next = criterionTypes.find((each) => each === value);
            if (next !== undefined) retype(next);
          }}
        />
      </div>

      <h3>{words.scoringTitle}</h3>
      {(type === 'level' || type === 'text') && (
        <LevelsEditor {...{ criterion, desk, family }} onChange={(levels) => patch({ levels })} />
      )}
      {type === 'count' && (
        <>
          <div data-field="unit">
            <TextField
              label={fields.unit}
              value={criterion.unit ?? ''}
              onChange={(unit) => patch({ unit })}
            />
          </div>
          <StepsEditor steps={criterion.steps ?? []} onChange={(steps) => patch({ steps })} />
        </>
      )}
      {type === 'ratio' && <RatioFields {...{ draft, criterion, households, put }} />}
      {text('rule', true)}
      <div data-field="notApplicable">
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={criterion.notApplicable !== undefined}
            onChange={({ target }) =>
              target.checked ? patch({ notApplicable: '' }) : put(leftOut(criterion, 'notApplicable'))
            }
          />
          <span>{fields.allowNotApplicable}</span>
        </label>
        {criterion.notApplicable !== undefined && (
          <TextField
            label={fields.notApplicable}
            value={criterion.notApplicable}
            onChange={(notApplicable) => patch({ notApplicable })}
          />
        )}
      </div>

      <h3>{words.screenTitle}</h3>
      <div data-field="question">
        <TextArea
          label={fields.question}
          value={screen.question}
          onChange={(question) => patchScreen({ question })}
        />
        <TextField label={fields.screenHelp} value={screen.help} onChange={(help) => patchScreen({ help })} />
      </div>
      {controlsOf[type].length > 1 && (
        <SelectField
          label={fields.control}
          none={words.controls[screen.control]}
          options={controlsOf[type]
            .filter((each) => each !== screen.control)
            .map((value) => ({ value, label: words.controls[value] }))}
          value={null}
          onChange={(value) => {
            const control = controlsOf[type].find((each) => each === value);
            if (control !== undefined) patchScreen({ control });
          }}
        />
      )}
      <OptionsEditor {...{ criterion, desk, family }} onChange={(options) => patchScreen({ options })} />

      <AboutFields criterion={criterion} put={put} />
    </>
  );
}
