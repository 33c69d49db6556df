/** The unit's own plan (plan clauses I.2, III.1): the paper, its targets, its pages. */
import { useState } from 'react';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { Plan } from '#protocol/subject-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { readDay } from '#client/form/evidence/read-fields.ts';
import { useKeptWords, useReopen } from '#client/form/kept-words.ts';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { paperWords, planWords } from '#client/messages/unit.ts';
import { papersPath } from '#client/subject/papers-path.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { PapersState } from './papers-state.tsx';
import { PlanPages } from './plan-pages.tsx';
import { PlanTargets } from './plan-targets.tsx';
import type { OwnPapers } from './read-papers.ts';
import { StaleList } from './stale-list.tsx';
import { usePut } from '#client/subject/use-put.ts';
import styles from './papers.module.css';

type PaperFields = Record<'number' | 'date' | 'extract', string>;
type Faults = Partial<PaperFields>;
const LINE_MAX = 200;
const blank: PaperFields = { number: '', date: '', extract: '' };

interface PaperFormProps {
  keptAs: string;
  plan: Plan | undefined;
  save: (fields: PaperFields) => Promise<boolean>;
  onDone: () => void;
}

function PaperForm({ keptAs, plan, save, onDone }: PaperFormProps) {
  const kept = useKeptWords<PaperFields>(
    keptAs,
    plan === undefined ? blank : { number: plan.number, date: plan.date, extract: plan.extract },
  );
  const [faults, setFaults] = useState<Faults>({});
  if (kept === null) return null;
  const { words, change, forget } = kept;
  const bind = (name: keyof PaperFields) => ({
    value: words[name],
    error: faults[name],
    maxLength: LINE_MAX,
    onChange: (text: string) => {
      change({ [name]: text });
      if (faults[name] !== undefined) setFaults({ ...faults, [name]: undefined });
    },
  });
  async function press(): Promise<void> {
    const day = readDay(words.date);
    const extract = words.extract.trim();
    const wrong: Faults = {
      ...(typeof day !== 'string' && {
        date: day === null ? evidenceWords.dateWrong : planWords.dateNeeded,
      }),
      ...(extract === '' && { extract: planWords.extractNeeded }),
    };
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    if (!(await save({ number: words.number.trim(), date: words.date, extract }))) return;
    forget();
    onDone();
  }
  return (
    <div className={styles.form}>
      <TextField
        label={planWords.number}
        help={planWords.numberHelp}
        autoComplete="off"
        {...bind('number')}
      />
      <TextField label={planWords.date} type="date" {...bind('date')} />
      <TextField label={planWords.extract} help={planWords.extractHelp} {...bind('extract')} />
      <div className={styles.ways}>
        {plan !== undefined && (
          <Button
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {paperWords.cancel}
          </Button>
        )}
        <Button kind="main" onClick={() => void press()}>
          {paperWords.save}
        </Button>
      </div>
    </div>
  );
}

function PaperFacts({ plan, onEdit }: { plan: Plan; onEdit: () => void }) {
  const { number, date, extract } = plan;
  return (
    <>
      <p>
        <b>
          {fill(number === '' ? planWords.savedUnnumbered : planWords.saved, {
            number,
            date: formatDate(noonOf(date)),
          })}
        </b>
      </p>
      <p>{extract}</p>
      <div className={styles.acts}>
        <Button small onClick={onEdit}>
          {paperWords.edit}
        </Button>
      </div>
    </>
  );
}

export function PlanPage({ rows, home }: { rows: OwnPapers; home: string }) {
  const workspace = useWorkspace();
  const writing = usePut();
  const { owner, plan } = rows;
  // One plan a unit and campaign: two phones that both begin it write the same one.
  const id = derivedIdOf('plan', owner.campaignId, owner.subjectId);
  const keptAs = `plan:${id}`;
  const [isEditing, setEditing] = useState(false);
  useReopen(keptAs, () => setEditing(true));
  const before = plan?.value;
  const put = (part: Partial<Plan>): Promise<boolean> =>
    writing.run(() => {
      const value = { id, ...owner, number: '', date: '', extract: '', targets: [], ...before, ...part };
      return workspace.putRecord('plan', id, value, plan?.rev ?? 0);
    });
  return (
    <Page
      head={
        <>
          <Bar title={planWords.title} back={papersPath(home)} />
          <PapersState rows={rows} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      <StaleList rows={{ ...rows, stale: { ...rows.stale, narrative: [], nomination: [], evidence: [] } }} />
      <Sheet title={planWords.paper}>
        {before === undefined || isEditing ? (
          <PaperForm keptAs={keptAs} plan={before} save={put} onDone={() => setEditing(false)} />
        ) : (
          <PaperFacts plan={before} onEdit={() => setEditing(true)} />
        )}
        {writing.hasFailed && <FieldError text={paperWords.failed} />}
      </Sheet>
      <PlanTargets plan={before} put={(targets) => put({ targets })} newId={() => workspace.newId()} />
      <PlanPages sheet={rows.sheet} />
    </Page>
  );
}
