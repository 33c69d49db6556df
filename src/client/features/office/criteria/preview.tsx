/** The draft as the person who fills it sees it: the family's one question, or the cards of a group. */
import { useId, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Answers } from '#domain/answers.ts';
import { filledSet } from '#domain/criteria-edit/filled-set.ts';
import type { DraftSet } from '#domain/criteria-edit/draft.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { lightIssueOf, outOfOf } from '#client/form/light-check.ts';
import { QuestionField } from '#client/form/question-field.tsx';
import { screenOf, type Question } from '#client/form/question-parts.ts';
import { CriterionCard } from '#client/form/group-form/criterion-card.tsx';
import type { FormValues } from '#client/form/group-form/field-value.ts';
import group from '#client/form/group-form/group-form.module.css';
import { sharedBefore } from '#client/form/group-form/group-screen.tsx';
import { SharedCard } from '#client/form/group-form/shared-card.tsx';
import { SheetProvider, type SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import { PhoneFrame } from './phone-frame.tsx';
import type { Selection } from './use-place.ts';
import styles from './criteria.module.css';

const words = criteriaWords.preview;

const questionOf = (set: CriteriaSet, id: string): Question | null => {
  const criterion = criteriaOf(set).find((each) => each.id === id);
  if (criterion !== undefined) return { criterion };
  const sharedQuestion = set.sharedQuestions.find((each) => each.id === id);
  return sharedQuestion === undefined ? null : { sharedQuestion };
};

/** Answers here are tried and forgotten. */
function HouseholdQuestion({ set, firstId }: { set: CriteriaSet; firstId: string }) {
  const [at, setAt] = useState(Math.max(0, set.screenOrder.indexOf(firstId)));
  const [answers, setAnswers] = useState<Answers>({});
  const [ticks, setTicks] = useState<Record<string, string[]>>({});
  const headingId = useId();
  const id = set.screenOrder[at] ?? '';
  const question = questionOf(set, id);
  if (question === null) return <p>{words.broken}</p>;
  const screen = screenOf(question);
  const issue = lightIssueOf(set, question, answers);
  return (
    <Page
      head={<Bar title={fill(words.where, { n: at + 1, all: set.screenOrder.length })} heading={false} />}
      foot={
        <Dock>
          <Button onClick={() => setAt(Math.max(0, at - 1))}>{common.back}</Button>
          <Button onClick={() => setAt(Math.min(set.screenOrder.length - 1, at + 1))}>{common.next}</Button>
        </Dock>
      }
    >
      <h2 id={headingId} className={styles.asked}>
        {screen.question}
      </h2>
      <p className="soft">{screen.help}</p>
      <QuestionField
        key={id}
        {...question}
        value={answers[id]}
        ticks={ticks[id] ?? []}
        onChange={(value, ticked) => {
          const { [id]: _, ...rest } = answers;
          setAnswers(value === undefined ? rest : { ...rest, [id]: value });
          if (ticked !== undefined) setTicks({ ...ticks, [id]: ticked });
        }}
        labelledBy={headingId}
        outOf={outOfOf(question, answers)}
        error={issue?.severity === 'block' ? issue.message : undefined}
        warning={issue?.severity === 'warn' ? issue.message : undefined}
      />
    </Page>
  );
}

function GroupCards({ set, index, only }: { set: CriteriaSet; index: number; only: string | null }) {
  const { control } = useForm<FormValues>();
  const facts = useMemo(
    (): SheetFacts => ({
      set,
      given: {},
      suggestions: {},
      bounds: {},
      known: {},
      conflicts: {},
      choosePath: () => '',
      asks: {},
      sent: null,
    }),
    [set],
  );
  const shown = set.groups[index];
  if (shown === undefined) return <p>{words.choose}</p>;
  const shared = sharedBefore(set, shown);
  return (
    <SheetProvider facts={facts}>
      <Page head={<Bar title={`${shown.code}. ${shown.name}`} heading={false} />}>
        {shown.criteria
          .filter(({ id }) => only === null || id === only)
          .map((criterion) => {
            const question = shared.get(criterion.id);
            return (
              <div key={criterion.id} className={group.cardWithShared}>
                {question && <SharedCard question={question} control={control} focused={false} />}
                <CriterionCard criterion={criterion} control={control} focused={false} />
              </div>
            );
          })}
      </Page>
    </SheetProvider>
  );
}

export function Preview({ draft, selection }: { draft: DraftSet; selection: Selection }) {
  const set = useMemo(() => filledSet(draft), [draft]);
  if (set === null) return <p>{words.broken}</p>;
  const id = selection.kind === 'criterion' ? selection.id : null;
  const index =
    selection.kind === 'group'
      ? selection.index
      : set.groups.findIndex(({ criteria }) => criteria.some((each) => each.id === id));
  const at = Math.max(0, index);
  return (
    <>
      <p className={styles.note}>{words.note}</p>
      <PhoneFrame title={words.frame}>
        {set.subjectKind === 'household' ? (
          <HouseholdQuestion key={id ?? at} set={set} firstId={id ?? set.groups[at]?.criteria[0]?.id ?? ''} />
        ) : (
          <GroupCards key={JSON.stringify([set.id, id, at])} set={set} index={at} only={id} />
        )}
      </PhoneFrame>
    </>
  );
}
