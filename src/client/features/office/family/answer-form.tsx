/** The office's answer: words to the family, and what becomes of it. The family's own words are never touched. */
import { useId, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { officeFamily as words } from '#client/messages/office-family.ts';
import type { Workspace } from '#client/workspace.ts';
import type { DataRequest } from '#protocol/family-records.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import type { FamilyAsk } from './read-family-asks.ts';
import styles from './family.module.css';

type Outcome = 'upheld' | 'dismissed' | 'open' | 'done' | 'declined';

const ANSWER_MAX = 1000;

/** What erases is answered first, and done by somebody else afterwards. */
const isPrepared = ({ kind, answer = '' }: DataRequest): boolean => kind !== 'delete' || answer !== '';

/** Outcomes with the words of their buttons. */
const outcomesOf = ({ entity, value }: FamilyAsk): readonly (readonly [Outcome, string])[] =>
  entity === 'objection'
    ? [
        ['upheld', words.objectionStates.upheld],
        ['dismissed', words.objectionStates.dismissed],
      ]
    : [
        ...(value.state === 'open' ? [['open', words.acknowledge] as const] : []),
        ...(isPrepared(value) ? [['done', words.requestStates.done] as const] : []),
        ['declined', words.requestStates.declined],
      ];

async function give(workspace: Workspace, ask: FamilyAsk, outcome: Outcome, answer: string): Promise<void> {
  const { rev } = ask;
  if (ask.entity === 'objection') {
    if (outcome !== 'upheld' && outcome !== 'dismissed') return;
    await workspace.putRecord('objection', ask.value.id, { ...ask.value, state: outcome, answer }, rev);
  } else {
    if (outcome !== 'open' && outcome !== 'done' && outcome !== 'declined') return;
    await workspace.putRecord('dataRequest', ask.value.id, { ...ask.value, state: outcome, answer }, rev);
  }
}

export function AnswerForm({ ask, onGiven }: { ask: FamilyAsk; onGiven: () => void }) {
  const workspace = useWorkspace();
  const id = useId();
  const [text, setText] = useState(ask.value.answer ?? '');
  const [problem, setProblem] = useState('');

  async function press(outcome: Outcome): Promise<void> {
    const answer = text.trim();
    if (answer === '') return setProblem(words.answerNeeded);
    try {
      await give(workspace, ask, outcome, answer);
      onGiven();
    } catch {
      setProblem(words.failed);
    }
  }

  return (
    <div className={styles.form}>
      <label htmlFor={id}>{words.answerLabel}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={ANSWER_MAX}
        value={text}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        aria-invalid={problem !== '' || undefined}
        onChange={(event) => {
          setText(event.target.value);
          setProblem('');
        }}
      />
      {problem !== '' && (
        <p id={`${id}-problem`} role="alert" className={sheets.note}>
          {problem}
        </p>
      )}
      <div className={styles.ways}>
        {outcomesOf(ask).map(([outcome, label]) => (
          <button key={outcome} type="button" className={controls.button} onClick={() => void press(outcome)}>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
