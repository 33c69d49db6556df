/** One step for many: which, for whom, and why where something is left out. */
import { useState, type FormEvent } from 'react';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import { labelOf, useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { commonMoves, stepRecords } from './steps.ts';

const words = awardWords.step;
const REASON_MAX = 2000;

interface StepDialogProps {
  entries: readonly AwardEntry[];
  /** Chosen beforehand; null: the person picks. */
  to?: string | null;
  /** Written beforehand where the screen knows it. */
  reason?: string;
  onClose: () => void;
  onDone: () => void;
}

export function StepDialog({ entries, to = null, reason: first = '', onClose, onDone }: StepDialogProps) {
  const { act, at } = useAwards();
  const rows = entries
    .filter(({ isWaiting }) => !isWaiting)
    .map(({ id, rev, award }) => ({ id, rev, value: award }));
  const moves = commonMoves(rows);
  const [picked, setPicked] = useState<string | null>(
    to ?? (moves.length === 1 ? (moves[0]?.to ?? null) : null),
  );
  const [reason, setReason] = useState(first);
  const [fault, setFault] = useState('');
  const move = moves.find((each) => each.to === picked);
  const n = move?.rows.length ?? 0;
  const why = reason.trim();
  const help =
    move === undefined || move.skipped.length === 0
      ? words.reasonExit
      : fill(words.reasonSkip, {
          steps: move.skipped.map((step) => awardWords.states[step].toLowerCase()).join(', '),
        });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (move === undefined) return setFault(words.toNone);
    if (move.needsReason && why === '') return setFault(words.reasonNeeded);
    const label = labelOf(awardWords.moves[move.to], n);
    void act(label, stepRecords(move.rows, move.to, { at: at(), reason: why })).then((isKept) =>
      isKept ? onDone() : onClose(),
    );
  };
  return (
    <Dialog
      open
      title={fill(words.title, {
        move: move ? awardWords.moves[move.to] : awardWords.list.stepMany,
        n: entries.length,
      })}
      onClose={onClose}
    >
      {moves.length === 0 ? (
        <>
          <p>{words.nothing}</p>
          <Button small onClick={onClose}>
            {awardWords.cancel}
          </Button>
        </>
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          {to === null && (
            <SelectField
              label={words.to}
              none={words.toNone}
              options={moves.map((each) => ({ value: each.to, label: awardWords.moves[each.to] }))}
              value={picked}
              onChange={setPicked}
              error={move === undefined && fault !== '' ? fault : undefined}
            />
          )}
          {move && n < entries.length && <p>{fill(words.onlySome, { n, rest: entries.length - n })}</p>}
          {move?.needsReason === true && (
            <TextArea
              label={words.reason}
              help={help}
              rows={3}
              maxLength={REASON_MAX}
              value={reason}
              error={fault === '' ? undefined : fault}
              onChange={setReason}
            />
          )}
          <div className={shared.ways}>
            <Button small kind="main" type="submit">
              {fill(words.save, { n })}
            </Button>
            <Button small onClick={onClose}>
              {awardWords.cancel}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
