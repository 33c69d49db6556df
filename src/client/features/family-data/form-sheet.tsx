/** The form the family sent: its answers as sent, in plain words, and the ways to correct it or take it back. */
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Answers } from '#domain/answers.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import { familyData } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { canWithdraw, holdsTurn, waitingMove } from '#client/subject/round.ts';
import { Withdraw } from '#client/subject/withdraw.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { atWords } from './asked-item.tsx';
import { ownFormStands, type FamilyData } from './read-family-data.ts';
import styles from './family-data.module.css';

const { form: words } = familyData;
const REVIEW = 'xem-lai';
const FORM = '/p';

function Answered({ set, answers }: { set: CriteriaSet; answers: Answers }) {
  const shared = set.sharedQuestions.filter(({ id }) => answers[id] !== undefined);
  const order = new Map(set.screenOrder.map((id, index) => [id, index]));
  const criteria = criteriaOf(set)
    .filter(({ id }) => answers[id] !== undefined)
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return (
    <details className={styles.more}>
      <summary>{words.answers}</summary>
      <ul>
        {shared.map((question) => (
          <li key={question.id}>
            {question.screen.question} <b>{sharedWords(question, answers[question.id])}</b>
          </li>
        ))}
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            {criterion.screen.question} <b>{answerWords(criterion, answers[criterion.id], answers)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What this phone can show of it. */
function Sent({ data }: { data: FamilyData }) {
  const { sent, set, draft } = data;
  if (sent === 'gone') return <p>{words.gone}</p>;
  if (sent !== null)
    return (
      <>
        <p>{fill(words.sentAt, { luc: atWords(sent.at) })}</p>
        {set !== undefined && <Answered set={set} answers={sent.answers} />}
      </>
    );
  if (ownFormStands(data)) return <p>{words.elsewhere}</p>;
  return (
    <>
      <p>{words.none}</p>
      {draft !== undefined && <LinkButton href={FORM}>{words.goOn}</LinkButton>}
    </>
  );
}

/** Correcting is opening the form again; while the commune has the turn it is asked instead. */
function Change({ data }: { data: FamilyData }) {
  const workspace = useWorkspace();
  const { draft, sent } = data;
  if (draft === undefined || sent === null) return null;
  if (draft.status === 'open')
    return (
      <>
        <p>{words.changing}</p>
        <LinkButton href={FORM}>{words.goOn}</LinkButton>
      </>
    );
  if (!holdsTurn(data)) return <p className="soft">{words.locked}</p>;
  const reopen = async (): Promise<void> => {
    await workspace.saveDraft({ ...draft, status: 'open', place: REVIEW, updatedAt: clock.now() });
    location.assign(FORM);
  };
  return <Button onClick={() => void reopen()}>{words.change}</Button>;
}

export function FormSheet({ data }: { data: FamilyData }) {
  const { profile } = useWorkspace();
  return (
    <Sheet title={words.title}>
      <Sent data={data} />
      <Change data={data} />
      {waitingMove(data) === 'withdrawn' && <Notice tone="wait">{roundWords.withdrawWaits}</Notice>}
      {canWithdraw(data, profile.role) && (
        <Withdraw assessmentId={profile.assessmentId ?? ''} what={roundWords.household.withdrawWhat} />
      )}
    </Sheet>
  );
}
