/** The narrative report: drafted from the sheet when asked, every paragraph a person's to change. */
import { useState } from 'react';
import { Download, Plus, Printer } from 'lucide-react';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import { utf8 } from '#protocol/hash.ts';
import { OPERATION_BYTES_MAX } from '#protocol/operation.ts';
import type { Narrative } from '#protocol/subject-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { WarnId } from '#client/form/warn-id.tsx';
import { fill } from '#client/messages/fill.ts';
import { unitReportWords } from '#client/messages/unit-report.ts';
import { narrativeWords, paperWords } from '#client/messages/unit.ts';
import { papersPath, reportFilePath } from '#client/subject/papers-path.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { composeNarrative, type Paragraph } from './compose-narrative.ts';
import { NarrativeList } from './narrative-list.tsx';
import { PapersState } from './papers-state.tsx';
import { PrintFrame } from './print-frame.tsx';
import type { OwnPapers } from './read-papers.ts';
import { openAnswers } from './reported-answers.ts';
import { StaleList } from './stale-list.tsx';
import { UndoLine } from './undo-line.tsx';
import { usePut } from '#client/subject/use-put.ts';
import styles from './papers.module.css';

export const PARAGRAPHS_MAX = 20;
/** Beside the words: ids, hashes, the envelope's own fields, and marks that JSON writes with two letters. */
const BYTES_MAX = OPERATION_BYTES_MAX - 16 * 1024;

type Paragraphs = Narrative['paragraphs'];
const isTooLong = (paragraphs: Paragraphs): boolean => utf8(JSON.stringify(paragraphs)).length > BYTES_MAX;

interface NarrativePageProps {
  rows: OwnPapers;
  home: string;
  mayWrite: boolean;
}

/** What was just done by the machine, and what stood before it. */
interface Done {
  text: string;
  before: Paragraphs;
}

function useNarrative({ owner, narrative, sheet, plan, activities }: OwnPapers) {
  const workspace = useWorkspace();
  const writing = usePut();
  const [problem, setProblem] = useState<string | null>(null);
  const id = derivedIdOf('narrative', owner.campaignId, owner.subjectId);
  const paragraphs = narrative?.value.paragraphs ?? [];
  const put = async (next: Paragraphs): Promise<boolean> => {
    setProblem(isTooLong(next) ? narrativeWords.tooLong : null);
    if (isTooLong(next)) return false;
    return writing.run(() =>
      workspace.putRecord('narrative', id, { id, ...owner, paragraphs: next }, narrative?.rev ?? 0),
    );
  };
  const compose = (): Paragraphs => {
    const { set, campaign, profile } = sheet;
    if (set === undefined || campaign === undefined) return [];
    return composeNarrative({
      name: profile.title,
      year: campaign.year,
      set,
      answers: openAnswers(set, sheet),
      plan: plan?.value,
      activities: activities.map(({ value }) => value),
    }).map((paragraph: Paragraph) => ({ id: workspace.newId(), ...paragraph }));
  };
  return { paragraphs, put, compose, hasFailed: writing.hasFailed, problem, setProblem };
}

export function NarrativePage({ rows, home, mayWrite }: NarrativePageProps) {
  const { paragraphs, put, compose, hasFailed, problem, setProblem } = useNarrative(rows);
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const { stale, sheet } = rows;

  async function write(next: Paragraphs, text: string): Promise<void> {
    if (next.length > PARAGRAPHS_MAX)
      return setProblem(fill(narrativeWords.noRoom, { most: PARAGRAPHS_MAX }));
    if (!(await put(next))) return;
    setAsking(false);
    setDone({ text, before: paragraphs });
  }
  const replace = (): void => {
    const next = compose();
    const { composed, replaced } = narrativeWords;
    void write(next, paragraphs.length === 0 ? fill(composed, { n: next.length }) : replaced);
  };
  const append = (): void => {
    const more = compose();
    void write([...paragraphs, ...more], fill(narrativeWords.appended, { n: more.length }));
  };
  return (
    <PrintFrame
      head={
        <>
          <Bar title={narrativeWords.title} back={papersPath(home)} />
          <PapersState rows={rows} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      <WarnId />
      <StaleList rows={{ ...rows, stale: { ...stale, plan: [], nomination: [], evidence: [] } }} />
      <header className={styles.paperHead}>
        <p>{sheet.profile.title}</p>
        <h2>{narrativeWords.paperTitle}</h2>
        <p>{fill(narrativeWords.paperSubtitle, { year: sheet.campaign?.year ?? '' })}</p>
      </header>
      {!mayWrite && <p>{paperWords.helperCannot}</p>}
      {problem !== null && <FieldError text={problem} />}
      {hasFailed && <FieldError text={paperWords.failed} />}
      {paragraphs.length === 0 && mayWrite && (
        <EmptyState
          title={narrativeWords.emptyTitle}
          action={
            <Button kind="main" wide onClick={replace}>
              {narrativeWords.compose}
            </Button>
          }
        >
          <p>{narrativeWords.empty}</p>
        </EmptyState>
      )}
      {done !== null && (
        <UndoLine
          text={done.text}
          onUndo={() => void put(done.before).then((isBack) => isBack && setDone(null))}
        />
      )}
      {isAsking && (
        <Notice
          tone="wait"
          title={fill(narrativeWords.askTitle, { n: paragraphs.length })}
          actions={
            <>
              <Button onClick={append}>{narrativeWords.append}</Button>
              <Button onClick={replace}>{narrativeWords.replace}</Button>
              <Button kind="quiet" onClick={() => setAsking(false)}>
                {paperWords.cancel}
              </Button>
            </>
          }
        >
          <p>{narrativeWords.askText}</p>
        </Notice>
      )}
      {paragraphs.length > 0 && !isAsking && (
        <div className={`${styles.ways} no-print`}>
          {mayWrite && <Button onClick={() => setAsking(true)}>{narrativeWords.composeAgain}</Button>}
          {rows.owner.subjectKind === 'unit' && (
            <LinkButton icon={<Download />} href={reportFilePath(home)}>
              {unitReportWords.open}
            </LinkButton>
          )}
          <Button kind="main" icon={<Printer />} onClick={() => window.print()}>
            {paperWords.print}
          </Button>
        </div>
      )}
      <NarrativeList
        owner={rows.owner.subjectId}
        paragraphs={paragraphs}
        mayWrite={mayWrite}
        put={put}
        addIcon={<Plus />}
        most={PARAGRAPHS_MAX}
      />
    </PrintFrame>
  );
}
