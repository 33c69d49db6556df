/** One move that needs no words, or a reason: asked for in place, kept on the screen until it is on disk. */
import { useState, type FormEvent } from 'react';
import type { AssessmentState } from '#protocol/operation.ts';
import type { Transition } from '#protocol/transitions.ts';
import type { MoveWords } from '#client/workspace.ts';
import { moveWords } from '#client/messages/moves.ts';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { buttonWords } from './move-words.ts';
import styles from './moves.module.css';

const REASON_MAX = 2000;

/** Official steps are asked about once more. */
const confirmOf = (to: AssessmentState): string | null =>
  to === 'verified' || to === 'final' ? moveWords.confirm[to] : null;

interface MoveFormProps {
  from: AssessmentState;
  move: Transition;
  onMove: (to: AssessmentState, words?: MoveWords) => Promise<void>;
  onClose: () => void;
}

/** @returns whether a move is made by the tap alone */
export const isPlain = ({ to, needs }: Transition): boolean =>
  confirmOf(to) === null && !needs.includes('reason') && !needs.includes('items');

export function MoveForm({ from, move, onMove, onClose }: MoveFormProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const needsReason = move.needs.includes('reason');
  const question = confirmOf(move.to);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const said = reason.trim();
    if (needsReason && said === '') return setProblem(moveWords.reasonNeeded);
    onMove(move.to, said === '' ? undefined : { reason: said }).then(onClose, () =>
      setProblem(moveWords.failed),
    );
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h3>{buttonWords(from, move.to)}</h3>
      {question !== null && <p>{question}</p>}
      {needsReason && (
        <TextArea
          label={moveWords.reason}
          rows={3}
          maxLength={REASON_MAX}
          value={reason}
          onChange={(text) => {
            setReason(text);
            setProblem(undefined);
          }}
          error={problem}
        />
      )}
      {!needsReason && problem !== undefined && <p role="alert">{problem}</p>}
      <div className={styles.ways}>
        <button type="button" className={controls.button} onClick={onClose}>
          {moveWords.cancel}
        </button>
        <button type="submit" className={controls.mainButton}>
          {needsReason ? buttonWords(from, move.to) : moveWords.yes}
        </button>
      </div>
    </form>
  );
}
