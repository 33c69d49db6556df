/**
 * Cần chọn: one question at a time that phones of this subject answered differently. A choice is an ordinary save that has
 * seen every version (`protocol.md` §2); until then both stay, and nothing is chosen for anybody.
 */
import { useState } from 'react';
import { useSearch } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { DraftRow } from '#client/db/model.ts';
import { writePlace } from '#client/form/group-form/place.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { common } from '#client/messages/common.ts';
import { chooseWords } from '#client/messages/choosing.ts';
import { fill } from '#client/messages/fill.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import type { FieldConflict } from '#client/workspace.ts';
import { ChooseCard } from './choose-card.tsx';
import { questionOf, type Chosen, type Question } from './choices-of.ts';
import { choosePath } from './choose-path.ts';

interface ChoosePageProps {
  facts: SheetFacts;
  opened: DraftRow;
  /** False while this phone has no draft of its own on disk. */
  isStored: boolean;
  home: string;
  form: string;
}

export function ChoosePage(props: ChoosePageProps) {
  const { facts, opened, home } = props;
  const workspace = useWorkspace();
  const conflicts = useLive(() => workspace.conflicts(opened.assessmentId), [workspace, opened.assessmentId]);
  const wanted = choosePath.read(useSearch());
  const [later, setLater] = useState<readonly string[]>([]);
  if (conflicts === undefined) {
    return (
      <Page head={<Bar title={chooseWords.title} back={home} />}>
        <p role="status">{common.loading}</p>
      </Page>
    );
  }
  // What this sheet's set does not ask, nobody can choose.
  const asked = conflicts.flatMap((conflict) => {
    const question = questionOf(facts.set, conflict.criterionId);
    return question === null ? [] : [{ question, choices: conflict.choices }];
  });
  const waiting = asked.filter(({ question }) => !later.includes(question.of.id));
  const current = waiting.find(({ question }) => question.of.id === wanted) ?? waiting[0];
  if (current === undefined) return <NothingLeft {...props} left={asked.length} />;
  const { id } = current.question.of;
  return (
    <OneQuestion
      key={id}
      {...props}
      {...current}
      at={asked.indexOf(current) + 1}
      total={asked.length}
      onLater={() => setLater([...later, id])}
    />
  );
}

/** `left`: what the person put off. */
function NothingLeft({ home, form, left }: ChoosePageProps & { left: number }) {
  const isDone = left === 0;
  return (
    <Page
      head={<Bar title={isDone ? chooseWords.doneTitle : chooseWords.title} back={home} />}
      foot={
        <Dock>
          <LinkButton href={form}>{chooseWords.toSheet}</LinkButton>
          {isDone && (
            <LinkButton kind="main" href={`${form}${writePlace({ kind: 'review' })}`}>
              {chooseWords.toReview}
            </LinkButton>
          )}
        </Dock>
      }
    >
      <EmptyState title={isDone ? chooseWords.done : fill(chooseWords.laterLeft, { n: left })}>
        {!isDone && <p>{chooseWords.nothingLost}</p>}
      </EmptyState>
    </Page>
  );
}

interface OneQuestionProps extends ChoosePageProps {
  question: Question;
  choices: FieldConflict['choices'];
  at: number;
  total: number;
  onLater: () => void;
}

const placeWords = ({ question, at, total }: OneQuestionProps): string =>
  question.kind === 'criterion'
    ? fill(chooseWords.place, { code: question.of.code, n: at, total })
    : fill(chooseWords.placeShared, { n: at, total });

function OneQuestion(props: OneQuestionProps) {
  const { facts, opened, isStored, home, question, choices, onLater } = props;
  const workspace = useWorkspace();
  const [chosen, setChosen] = useState<Chosen>({ kind: 'nothing' });
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const answers = { ...opened.answers, ...facts.given };

  async function press(): Promise<void> {
    if (busy) return;
    if (chosen.kind === 'nothing') return setSaid(chooseWords.pickFirst);
    if (chosen.kind === 'unfinished') return setSaid(chosen.words);
    setBusy(true);
    try {
      if (!isStored) await workspace.saveDraft(opened);
      await workspace.choose(opened.id, question.of.id, chosen.answer);
    } catch {
      // The save is one transaction: nothing of it happened.
      setSaid(chooseWords.failed);
      setBusy(false);
    }
  }

  return (
    <Page
      head={
        <>
          <Bar title={chooseWords.title} back={home}>
            <p>{placeWords(props)}</p>
          </Bar>
          <StateLine
            state="conflict"
            word={choices.length > 2 ? chooseWords.many : chooseWords.two}
            sentence={chooseWords.kept}
          />
        </>
      }
      foot={
        <Dock>
          <Button onClick={onLater}>{chooseWords.later}</Button>
          <Button
            kind="main"
            aria-disabled={chosen.kind !== 'answer'}
            aria-busy={busy}
            onClick={() => void press()}
          >
            {chosen.kind === 'nothing' ? chooseWords.pickFirst : chooseWords.pick}
          </Button>
        </Dock>
      }
    >
      <ChooseCard
        question={question}
        choices={choices}
        facts={facts}
        answers={answers}
        onChosen={(next) => {
          setChosen(next);
          setSaid(null);
        }}
      />
      {said !== null && (
        <Notice tone="hand">
          <p role="alert">{said}</p>
        </Notice>
      )}
      <p className="soft">{chooseWords.nothingLost}</p>
    </Page>
  );
}
