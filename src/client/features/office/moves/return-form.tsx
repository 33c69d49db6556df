/** Trả lại để bổ sung: which questions, what is asked at each, and a word for the whole; the sender reads exactly this. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { TextArea } from '#client/ui/text-field.tsx';
import type { MoveWords } from '#client/workspace.ts';
import controls from '../controls.module.css';
import styles from './moves.module.css';

const TEXT_MAX = 2000;

interface Item {
  criterionId: string;
  ask: string;
}

interface ReturnFormProps {
  set: CriteriaSet;
  snapshot: Answers;
  onReturn: (words: MoveWords) => Promise<void>;
  onClose: () => void;
}

interface AddItemProps {
  set: CriteriaSet;
  taken: readonly string[];
  onAdd: (criterionId: string) => void;
}

function AddItem({ set, taken, onAdd }: AddItemProps) {
  const id = useId();
  return (
    <div className={styles.add}>
      <label htmlFor={id}>{moveWords.addItem}</label>
      <select
        className={controls.select}
        id={id}
        value=""
        onChange={({ target }) => target.value !== '' && onAdd(target.value)}
      >
        <option value="">{moveWords.addItemNone}</option>
        {set.groups.map(({ code, name, criteria }) => (
          <optgroup key={code} label={`${code} ${name}`}>
            {criteria
              .filter((criterion) => !taken.includes(criterion.id))
              .map((criterion) => (
                <option key={criterion.id} value={criterion.id}>
                  {criterion.code} {criterion.shortText}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

export function ReturnForm({ set, snapshot, onReturn, onClose }: ReturnFormProps) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ at: string; words: string } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]));
  const codeOf = (id: string): string => criteria.get(id)?.code ?? id;

  // One goes on writing where the new question stands.
  useEffect(() => {
    list.current?.querySelector<HTMLTextAreaElement>('li:last-child textarea')?.focus();
  }, [items.length]);

  const change = (criterionId: string, ask: string): void => {
    setItems(items.map((item) => (item.criterionId === criterionId ? { criterionId, ask } : item)));
    setProblem(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (items.length === 0) return setProblem({ at: '', words: moveWords.itemsNeeded });
    const silent = items.find(({ ask }) => ask.trim() === '');
    if (silent)
      return setProblem({
        at: silent.criterionId,
        words: fill(moveWords.asksNeeded, { code: codeOf(silent.criterionId) }),
      });
    if (reason.trim() === '') return setProblem({ at: 'reason', words: moveWords.reasonNeeded });
    const said = items.map(({ criterionId, ask }) => ({ criterionId, ask: ask.trim() }));
    onReturn({ reason: reason.trim(), items: said }).then(onClose, () =>
      setProblem({ at: '', words: moveWords.failed }),
    );
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h3>{moveWords.returnTitle}</h3>
      <p>{moveWords.returnIntro}</p>
      <ul className={styles.items} ref={list}>
        {items.map(({ criterionId, ask }) => {
          const criterion = criteria.get(criterionId);
          return (
            <li key={criterionId}>
              <TextArea
                label={fill(moveWords.itemAsk, { code: codeOf(criterionId) })}
                help={
                  criterion &&
                  `${criterion.shortText}. ${fill(moveWords.itemSaid, { answer: answerWords(criterion, snapshot[criterionId], snapshot) })}`
                }
                rows={2}
                maxLength={TEXT_MAX}
                value={ask}
                onChange={(text) => change(criterionId, text)}
                error={problem?.at === criterionId ? problem.words : undefined}
              />
              <button
                type="button"
                className={controls.textButton}
                onClick={() => setItems(items.filter((item) => item.criterionId !== criterionId))}
              >
                {fill(moveWords.itemRemove, { code: codeOf(criterionId) })}
              </button>
            </li>
          );
        })}
      </ul>
      <AddItem
        set={set}
        taken={items.map(({ criterionId }) => criterionId)}
        onAdd={(criterionId) => {
          setItems([...items, { criterionId, ask: '' }]);
          setProblem(null);
        }}
      />
      <TextArea
        label={moveWords.returnReason}
        rows={2}
        maxLength={TEXT_MAX}
        value={reason}
        onChange={(text) => {
          setReason(text);
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
          {items.length === 0 ? moveWords.returnSendNone : fill(moveWords.returnSend, { n: items.length })}
        </button>
      </div>
    </form>
  );
}
