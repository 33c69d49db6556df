/** Last year's answers, one by one or all the empty ones at once; each is marked until it is confirmed. */
import { useState } from 'react';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Answer, Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { textOf } from '#client/db/answer-text.ts';
import type { DraftRow } from '#client/db/model.ts';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import { isMarked } from '#client/form/last-year.tsx';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { lastYearWords, paperWords } from '#client/messages/unit.ts';
import { papersPath } from '#client/subject/papers-path.ts';
import { isHeldByCommune } from '#client/subject/sheet-state.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { bringOver, confirm, stillEmpty, takeBack } from './bring-over.ts';
import type { LastAnswer, LastYear } from './last-year.ts';
import { PapersState } from './papers-state.tsx';
import type { OwnPapers } from './read-papers.ts';
import { UndoLine } from './undo-line.tsx';
import { usePut } from '#client/subject/use-put.ts';
import styles from './papers.module.css';

interface Asked {
  code: string;
  title: string;
  say: (answer: Answer | undefined, answers: Answers) => string;
}

function askedOf(set: CriteriaSet, id: string): Asked {
  const criterion = criteriaOf(set).find((each) => each.id === id);
  if (criterion !== undefined) {
    const { code, shortText } = criterion;
    return {
      code,
      title: `${code}. ${shortText}`,
      say: (answer, answers) => answerWords(criterion, answer, answers),
    };
  }
  const question = set.sharedQuestions.find((each) => each.id === id);
  const title = question?.screen.question ?? id;
  return { code: title, title, say: (answer) => (question ? sharedWords(question, answer) : '') };
}

interface RowProps {
  asked: Asked;
  last: LastAnswer;
  lastYear: LastYear;
  draft: DraftRow;
  isLocked: boolean;
  onTake: () => void;
  onConfirm: () => void;
}

function Row({ asked, last, lastYear, draft, isLocked, onTake, onConfirm }: RowProps) {
  const { year } = lastYear;
  const { code } = asked;
  const now = draft.answers[last.id];
  const isSame = now !== undefined && textOf(now) === textOf(last.value);
  const isOpen = isMarked(draft.lastYear, last.id, now);
  return (
    <Sheet title={asked.title}>
      <p>{fill(lastYearWords.before, { year, answer: asked.say(last.value, lastYear.snapshot) })}</p>
      {!isSame && (
        <p>
          {now === undefined
            ? lastYearWords.nowNone
            : fill(lastYearWords.now, { answer: asked.say(now, draft.answers) })}
        </p>
      )}
      {isSame && !isOpen && <p>{fill(lastYearWords.same, { year })}</p>}
      {isOpen && (
        <p className="tone-honey">
          <b>{fill(lastYearWords.marked, { year })}</b>
        </p>
      )}
      {!isLocked && (
        <div className={styles.acts}>
          {isOpen && (
            <Button small onClick={onConfirm} aria-label={fill(lastYearWords.confirmNamed, { code })}>
              {lastYearWords.confirm}
            </Button>
          )}
          {!isSame && (
            <Button
              small
              onClick={onTake}
              aria-label={fill(now === undefined ? lastYearWords.takeNamed : lastYearWords.replaceNamed, {
                code,
                year,
              })}
            >
              {now === undefined ? lastYearWords.take : fill(lastYearWords.replace, { year })}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  );
}

interface LastYearPageProps {
  rows: OwnPapers;
  home: string;
  lastYear: LastYear;
}

/** What was just brought over, to be taken back. */
interface Brought {
  text: string;
  ids: string[];
  before: DraftRow;
}

export function LastYearPage({ rows, home, lastYear }: LastYearPageProps) {
  const workspace = useWorkspace();
  const writing = usePut();
  const now = useNow();
  const [brought, setBrought] = useState<Brought | null>(null);
  const { set, opened, profile } = rows.sheet;
  const { year, answers, skipped } = lastYear;
  const isLocked = isHeldByCommune(rows.sheet);
  const head = (
    <>
      <Bar title={fill(lastYearWords.title, { year })} back={papersPath(home)} />
      <PapersState rows={rows} />
    </>
  );
  const foot = <SubjectNav current={home} />;
  if (set === undefined || opened === undefined || answers.length === 0)
    return (
      <Page head={head} foot={foot}>
        <EmptyState title={lastYearWords.noneTitle}>
          <p>{lastYearWords.none}</p>
        </EmptyState>
      </Page>
    );

  const save = (next: DraftRow): Promise<boolean> => writing.run(() => workspace.saveDraft(next));
  const take = async (taken: readonly LastAnswer[], text: string): Promise<void> => {
    if (await save(bringOver(opened, taken, lastYear, now)))
      setBrought({ text, ids: taken.map(({ id }) => id), before: opened });
  };
  const undo = async ({ before, ids }: Brought): Promise<void> => {
    if (await save(takeBack(opened, before, ids, now))) setBrought(null);
  };
  const empty = stillEmpty(lastYear, opened);
  return (
    <Page head={head} foot={foot}>
      <p>{fill(lastYearWords.intro, { year, name: profile.title })}</p>
      {isLocked && <p>{photoWords.locked}</p>}
      {skipped > 0 && <p className="soft">{fill(lastYearWords.skipped, { n: skipped, year })}</p>}
      {writing.hasFailed && <FieldError text={paperWords.failed} />}
      {brought !== null && (
        <UndoLine text={brought.text} label={lastYearWords.undoAll} onUndo={() => void undo(brought)} />
      )}
      {!isLocked && empty.length > 0 && (
        <Button
          kind="main"
          wide
          onClick={() => void take(empty, fill(lastYearWords.allDone, { n: empty.length }))}
        >
          {fill(lastYearWords.all, { n: empty.length })}
        </Button>
      )}
      {answers.map((last) => {
        const asked = askedOf(set, last.id);
        return (
          <Row
            key={last.id}
            asked={asked}
            last={last}
            lastYear={lastYear}
            draft={opened}
            isLocked={isLocked}
            onTake={() => void take([last], fill(lastYearWords.allDone, { n: 1 }))}
            onConfirm={() => void save(confirm(opened, [last.id], now))}
          />
        );
      })}
    </Page>
  );
}
