/** How the commune awards in this campaign: places, conditions, days, votes, money. */
import { useState, type FormEvent } from 'react';
import { recipientKinds } from '#domain/awards/workflow.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { Button } from '#client/ui/button.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { Section } from '../campaign/section.tsx';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import { BaseSalaries, BonusFields } from './bonus-fields.tsx';
import { Frame } from './frame.tsx';
import { readRules, typedRules, type TypedRules } from './rules-form.ts';

const words = awardPapers.rules;

export function RulesPage() {
  const { rules, rows, canWrite } = useAwards();
  return (
    <Frame title={words.title} explain={words.explain}>
      {rows.rules === undefined && <p>{words.default}</p>}
      {/* Others' rules that came in meanwhile are shown, unless somebody is writing. */}
      <RulesForm key={rows.rules?.rev ?? 0} first={typedRules(rules)} canWrite={canWrite} />
    </Frame>
  );
}

function RulesForm({ first, canWrite }: { first: TypedRules; canWrite: boolean }) {
  const workspace = useWorkspace();
  const { rows, campaign, put, today, desk } = useAwards();
  const [typed, setTyped] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const [newId] = useState(() => workspace.newId());
  const id = rows.rules?.id ?? newId;
  const read = readRules(typed, { id, campaignId: campaign.id });
  const fault = (field: string): string | undefined => (isAsked ? read.faults[field] : undefined);
  const set = (part: Partial<TypedRules>): void => setTyped({ ...typed, ...part });
  const grades = new Map(
    [...desk.sets.values()].flatMap((criteria) =>
      criteria.grades.map((grade) => [grade.id, grade.name] as const),
    ),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const { value } = read;
    if (value !== null)
      void put(words.saved, () => workspace.putRecord('awardRules', id, value, rows.rules?.rev ?? 0));
  };
  const count = (field: keyof TypedRules['counts'], help?: string) => (
    <TextField
      key={field}
      label={words[field]}
      help={help}
      inputMode="decimal"
      autoComplete="off"
      value={typed.counts[field]}
      error={fault(field)}
      onChange={(text) => set({ counts: { ...typed.counts, [field]: text } })}
    />
  );
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Section title={words.quotas}>
        <div className={styles.fields}>
          {recipientKinds.map((kind) => (
            <TextField
              key={kind}
              label={fill(words.quota, { kind: awardWords.kinds[kind] })}
              help={words.quotaHelp}
              inputMode="numeric"
              autoComplete="off"
              value={typed.quotas[kind]}
              error={fault(`quota-${kind}`)}
              onChange={(text) => set({ quotas: { ...typed.quotas, [kind]: text } })}
            />
          ))}
        </div>
      </Section>
      <Section title={words.eligible}>
        <TextField
          label={words.leastPoints}
          help={words.leastPointsHelp}
          inputMode="decimal"
          autoComplete="off"
          value={typed.leastPoints}
          error={fault('leastPoints')}
          onChange={(leastPoints) => set({ leastPoints })}
        />
        <fieldset className={styles.checks}>
          <legend>
            {words.grades}. {words.gradesHelp}
          </legend>
          {[...grades].map(([grade, label]) => (
            <label key={grade} className={styles.check}>
              <input
                type="checkbox"
                checked={typed.grades.includes(grade)}
                onChange={() =>
                  set({
                    grades: typed.grades.includes(grade)
                      ? typed.grades.filter((each) => each !== grade)
                      : [...typed.grades, grade],
                  })
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={typed.onTimeOnly}
            onChange={() => set({ onTimeOnly: !typed.onTimeOnly })}
          />
          {words.onTimeOnly}
        </label>
      </Section>
      <Section title={words.notice}>
        <div className={styles.fields}>
          {count('noticeDays', words.workDays)}
          {count('quorum', words.quorumHelp)}
          {count('passRate', words.passRateHelp)}
          {count('decisionDays', words.workDays)}
        </div>
      </Section>
      <Section title={words.bonus}>
        <BonusFields typed={typed} value={read.value} today={today} fault={fault} set={set} />
      </Section>
      <Section title={words.bases}>
        <BaseSalaries typed={typed} fault={fault} set={set} />
        <TextField
          label={words.fund}
          maxLength={400}
          value={typed.fund}
          error={fault('fund')}
          onChange={(fund) => set({ fund })}
        />
      </Section>
      {isAsked && read.value === null && <p role="alert">{words.bad}</p>}
      {canWrite && (
        <Button small kind="main" type="submit" className={styles.act}>
          {words.save}
        </Button>
      )}
    </form>
  );
}
