/** The question before a ranking is frozen: what it means, what is in it and what is not. */
import { useState, type FormEvent } from 'react';
import type { FrozenRanking } from '#domain/ranking/freeze.ts';
import { fill } from '#client/messages/fill.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import type { GroupView } from './group-view.ts';
import { listWords } from './rank-words.ts';
import styles from './ranking.module.css';

const words = rankingWords.freeze;
const REASON_MAX = 2000;

interface FreezeFormProps {
  view: GroupView;
  /** null: a criteria set has not come to this machine. */
  frozen: FrozenRanking | null;
  /** Resolves with words that say why not; '' when it is kept. */
  onFreeze: (reason: string) => Promise<string>;
  onClose: () => void;
}

export function FreezeForm({ view, frozen, onFreeze, onClose }: FreezeFormProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const count = frozen?.inputs.length ?? 0;
  const held = new Set(frozen?.inputs.map(({ subjectId }) => subjectId));
  const waiting = [...view.forms.values()].filter(({ subjectId }) => !held.has(subjectId));
  const undecided = view.ranking.ties
    .flatMap((tie) => tie.undecided.flat())
    .filter((subjectId) => held.has(subjectId));
  const nameOf = (subjectId: string): string => view.forms.get(subjectId)?.name ?? '';
  const replaces = view.freezes.length > 0;
  const what = rankingWords.kinds[view.group.kind];
  const needsReason = replaces || waiting.length > 0;
  const cannot = frozen === null ? words.setMissing : count === 0 ? fill(words.nothing, { what }) : '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (needsReason && reason.trim() === '') return setProblem(words.reasonNeeded);
    onFreeze(reason.trim()).then(
      (said) => (said === '' ? onClose() : setProblem(said)),
      () => setProblem(rankingWords.failed),
    );
  };
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{words.means}</p>
        {cannot === '' && <p>{fill(words.holds, { n: count, what })}</p>}
        {waiting.length > 0 && (
          <p>
            {fill(words.waits, {
              n: waiting.length,
              what,
              names: listWords(waiting.map(({ name }) => name)),
            })}
          </p>
        )}
        {undecided.length > 0 && <p>{fill(words.undecided, { names: listWords(undecided.map(nameOf)) })}</p>}
        {cannot !== '' && <p role="alert">{cannot}</p>}
        {cannot === '' && needsReason && (
          <TextArea
            label={words.reason}
            help={replaces ? words.reasonHelpAgain : fill(words.reasonHelpOpen, { what })}
            rows={3}
            maxLength={REASON_MAX}
            value={reason}
            error={problem === '' ? undefined : problem}
            onChange={(text) => {
              setReason(text);
              setProblem('');
            }}
          />
        )}
        {!needsReason && problem !== '' && <p role="alert">{problem}</p>}
        <div className={styles.ways}>
          {cannot === '' && (
            <button type="submit" className={controls.mainButton}>
              {fill(words.confirm, { n: count, what })}
            </button>
          )}
          <button type="button" className={controls.button} onClick={onClose}>
            {rankingWords.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
