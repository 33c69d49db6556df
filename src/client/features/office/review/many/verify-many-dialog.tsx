/** How many, and what it means, before it is done. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewManyWords } from '#client/messages/office-review-many.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import controls from '../../controls.module.css';
import styles from '../desk/desk.module.css';
import { useFocusOnOpen } from '../desk/use-focus-on-open.ts';

const { ask: words } = reviewManyWords;

interface VerifyManyDialogProps {
  n: number;
  onGo: () => void;
  onClose: () => void;
}

export function VerifyManyDialog({ n, onGo, onClose }: VerifyManyDialogProps) {
  const main = useFocusOnOpen();
  return (
    <Dialog open title={fill(words.title, { n: formatNumber(n) })} onClose={onClose}>
      <div className={styles.dialog}>
        <ul className={styles.locks}>
          {words.locks.map((lock) => (
            <li key={lock}>{lock}</li>
          ))}
        </ul>
        <p>{words.offline}</p>
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onClose}>
            {words.cancel}
          </button>
          <button
            type="button"
            className={controls.mainButton}
            ref={main}
            onClick={() => {
              onClose();
              onGo();
            }}
          >
            {fill(words.go, { n: formatNumber(n) })}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
