/** Taking back a whole batch, asked once more: what people did since is not undone, and the commune says so. */
import { useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { BatchStanding } from '#client/workspace.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import styles from './places.module.css';

const words = placesWords.batches;

/** A refused undoing may be tried again. */
export const canUndo = ({ state }: BatchStanding): boolean =>
  state === 'waiting' || state === 'committed' || state === 'kept';

export function UndoBatch({ batch }: { batch: BatchStanding }) {
  const workspace = useWorkspace();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const undo = async (): Promise<void> => {
    try {
      await workspace.revertBatch(batch.id);
      setOpen(false);
    } catch {
      setFailed(true);
    }
  };
  if (!canUndo(batch)) return null;
  return (
    <>
      <button
        type="button"
        className={controls.button}
        aria-label={fill(words.undoTitle, { label: batch.label })}
        onClick={() => setOpen(true)}
      >
        {words.undo}
      </button>
      <Dialog
        open={open}
        title={fill(words.undoTitle, { label: batch.label })}
        onClose={() => setOpen(false)}
      >
        <p>{fill(words.undoNote, { n: formatNumber(batch.records) })}</p>
        {failed && <Notice tone="stop">{placesWords.failed}</Notice>}
        <div className={styles.ways}>
          <Button small onClick={() => setOpen(false)}>
            {placesWords.cancel}
          </Button>
          <Button small kind="main" onClick={() => void undo()}>
            {words.undoDo}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
