/** The plan's targets (T1: "có tiêu chí, chỉ tiêu thi đua cụ thể"): added, changed, moved, taken out and put back. */
import { useState } from 'react';
import type { Plan } from '#protocol/subject-records.ts';
import { useKeptWords, useReopen } from '#client/form/kept-words.ts';
import { fill } from '#client/messages/fill.ts';
import { paperWords, planWords } from '#client/messages/unit.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { FormHead } from './form-head.tsx';
import { ItemActs } from './item-acts.tsx';
import { moved, replaced } from './lists.ts';
import { UndoLine } from './undo-line.tsx';
import styles from './papers.module.css';

type Target = Plan['targets'][number];
type TargetFields = Record<'text' | 'measure', string>;

const TARGETS_MAX = 40;
const TEXT_MAX = 200;
const NEW = 'new';

interface TargetFormProps {
  keptAs: string;
  before?: Target;
  /** Resolves false when it did not get to disk. */
  save: (fields: TargetFields) => Promise<boolean>;
  onDone: () => void;
}

function TargetForm({ keptAs, before, save, onDone }: TargetFormProps) {
  const kept = useKeptWords<TargetFields>(keptAs, {
    text: before?.text ?? '',
    measure: before?.measure ?? '',
  });
  const [error, setError] = useState<string>();
  if (kept === null) return null;
  const { words, change, forget } = kept;
  const close = (): void => {
    forget();
    onDone();
  };
  async function press(): Promise<void> {
    const text = words.text.trim();
    if (text === '') return setError(planWords.targetNeeded);
    if (await save({ text, measure: words.measure.trim() })) close();
  }
  return (
    <div className={styles.form}>
      <FormHead title={before === undefined ? planWords.newTarget : planWords.editTarget} />
      <TextField
        label={planWords.target}
        help={planWords.targetHelp}
        maxLength={TEXT_MAX}
        value={words.text}
        error={error}
        onChange={(text) => {
          setError(undefined);
          change({ text });
        }}
      />
      <TextField
        label={planWords.measure}
        help={planWords.measureHelp}
        maxLength={TEXT_MAX}
        value={words.measure}
        onChange={(measure) => change({ measure })}
      />
      <div className={styles.ways}>
        <Button onClick={close}>{paperWords.cancel}</Button>
        <Button onClick={() => void press()}>{paperWords.save}</Button>
      </div>
    </div>
  );
}

interface PlanTargetsProps {
  plan: Plan | undefined;
  put: (targets: Target[]) => Promise<boolean>;
  newId: () => string;
}

export function PlanTargets({ plan, put, newId }: PlanTargetsProps) {
  const prefix = `target:${plan?.id ?? ''}:`;
  const keptAs = (id: string): string => prefix + id;
  const targets = plan?.targets ?? [];
  const [open, setOpen] = useState<string | null>(null);
  useReopen(prefix, setOpen);
  const [before, setBefore] = useState<{ name: string; targets: Target[] } | null>(null);
  const close = (): void => setOpen(null);
  const remove = async (target: Target): Promise<void> => {
    if (await put(targets.filter(({ id }) => id !== target.id))) setBefore({ name: target.text, targets });
  };
  return (
    <Sheet title={planWords.targets}>
      {targets.length === 0 && <p>{plan === undefined ? planWords.targetsFirst : planWords.targetsEmpty}</p>}
      <ol className={styles.list}>
        {targets.map((target, at) => (
          <li key={target.id} className={styles.item}>
            {open === target.id ? (
              <TargetForm
                keptAs={keptAs(target.id)}
                before={target}
                save={(fields) => put(replaced(targets, { ...target, ...fields }))}
                onDone={close}
              />
            ) : (
              <>
                <p>
                  {at + 1}. {target.text}
                </p>
                {target.measure !== '' && (
                  <p className={styles.measure}>
                    {planWords.measure}: {target.measure}
                  </p>
                )}
                <ItemActs
                  name={target.text}
                  words={planWords}
                  at={at}
                  of={targets.length}
                  onEdit={() => setOpen(target.id)}
                  onRemove={() => void remove(target)}
                  onMove={(by) => void put(moved(targets, at, by))}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {before !== null && (
        <UndoLine
          text={fill(planWords.removed, { name: before.name })}
          onUndo={() => void put(before.targets).then((isDone) => isDone && setBefore(null))}
        />
      )}
      {open === NEW && (
        <TargetForm
          keptAs={keptAs(NEW)}
          save={(fields) => put([...targets, { id: newId(), ...fields }])}
          onDone={close}
        />
      )}
      {plan !== undefined &&
        open === null &&
        (targets.length < TARGETS_MAX ? (
          <Button onClick={() => setOpen(NEW)}>{planWords.add}</Button>
        ) : (
          <p>{fill(planWords.full, { most: TARGETS_MAX })}</p>
        ))}
    </Sheet>
  );
}
