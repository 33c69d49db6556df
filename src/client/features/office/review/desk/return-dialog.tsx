/** The sheet of a return: every item with what is asked, a word for the whole, then one button. */
import { useState, type FormEvent } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import type { MoveWords } from '#client/workspace.ts';
import controls from '../../controls.module.css';
import styles from './desk.module.css';

const { ret: words } = reviewWords;
const TEXT_MAX = 2000;

interface ReturnDialogProps {
  set: CriteriaSet;
  items: ReadonlyMap<string, string>;
  reason: string;
  onAsk: (criterionId: string, ask: string | null) => void;
  onReason: (reason: string) => void;
  onReturn: (words: MoveWords) => Promise<void>;
  onClose: () => void;
}

export function ReturnDialog(props: ReturnDialogProps) {
  const { set, items, reason, onAsk, onReason, onReturn, onClose } = props;
  const [problem, setProblem] = useState<{ at: string; words: string } | null>(null);
  const criteria = criteriaOf(set);
  const chosen = criteria.filter(({ id }) => items.has(id));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length === 0) return setProblem({ at: '', words: moveWords.itemsNeeded });
    const silent = chosen.find(({ id }) => (items.get(id) ?? '').trim() === '');
    if (silent)
      return setProblem({ at: silent.id, words: fill(moveWords.asksNeeded, { code: silent.code }) });
    if (reason.trim() === '') return setProblem({ at: 'reason', words: moveWords.reasonNeeded });
    const said = chosen.map(({ id }) => ({ criterionId: id, ask: (items.get(id) ?? '').trim() }));
    onReturn({ reason: reason.trim(), items: said }).then(onClose, () =>
      setProblem({ at: '', words: moveWords.failed }),
    );
  };
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit} noValidate>
        <p>{chosen.length === 0 ? words.none : words.intro}</p>
        {chosen.map(({ id, code, shortText }) => (
          <div key={id}>
            <TextArea
              label={fill(words.ask, { code })}
              help={shortText}
              rows={2}
              maxLength={TEXT_MAX}
              value={items.get(id) ?? ''}
              onChange={(ask) => {
                onAsk(id, ask);
                setProblem(null);
              }}
              error={problem?.at === id ? problem.words : undefined}
            />
            <button type="button" className={controls.textButton} onClick={() => onAsk(id, null)}>
              {fill(moveWords.itemRemove, { code })}
            </button>
          </div>
        ))}
        <label>
          <span>{moveWords.addItem}</span>{' '}
          <select
            className={controls.select}
            value=""
            onChange={({ target }) => target.value !== '' && onAsk(target.value, '')}
          >
            <option value="">{moveWords.addItemNone}</option>
            {criteria
              .filter(({ id }) => !items.has(id))
              .map(({ id, code, shortText }) => (
                <option key={id} value={id}>
                  {code} {shortText}
                </option>
              ))}
          </select>
        </label>
        <TextArea
          label={words.reason}
          rows={2}
          maxLength={TEXT_MAX}
          value={reason}
          onChange={(text) => {
            onReason(text);
            setProblem(null);
          }}
          error={problem?.at === 'reason' ? problem.words : undefined}
        />
        {problem?.at === '' && <p role="alert">{problem.words}</p>}
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onClose}>
            {moveWords.cancel}
          </button>
          <button type="submit" className={controls.mainButton}>
            {fill(words.send, { n: chosen.length })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
