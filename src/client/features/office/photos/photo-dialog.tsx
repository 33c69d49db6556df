/** One photo large: arrows go to the next, Z to its true size and back, Escape closes. */
import { useEffect, useState } from 'react';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { usePhotoUrl } from '#client/form/photo-field/use-photo-url.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { cx } from '#client/ui/cx.ts';
import controls from '../controls.module.css';
import styles from './photos.module.css';

const { office } = photoWords;

interface PhotoDialogProps {
  photos: readonly PhotoRow[];
  /** Which of them, from 0. */
  at: number;
  title: string;
  onMove: (at: number) => void;
  onClose: () => void;
}

export function PhotoDialog({ photos, at, title, onMove, onClose }: PhotoDialogProps) {
  const workspace = useWorkspace();
  const [isTrueSize, setIsTrueSize] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const photo = photos[at];
  const shown = usePhotoUrl(
    async () => (photo === undefined ? null : workspace.photoBytes(photo, 'full')),
    `${photo?.photoId} ${attempt}`,
  );
  const isLast = at >= photos.length - 1;
  useEffect(() => {
    // On the page: a button that goes away takes the focus with it, and the keys must still work.
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key } = event;
      if (key === 'Escape') {
        // Closes this, and does not leave the submission behind it.
        event.preventDefault();
        onClose();
      } else if (key === 'ArrowRight' && !isLast) onMove(at + 1);
      else if (key === 'ArrowLeft' && at > 0) onMove(at - 1);
      else if (key === 'z' || key === 'Z') setIsTrueSize((isNow) => !isNow);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [at, isLast, onMove, onClose]);
  if (photo === undefined) return null;
  const by = fill(office.by, {
    name: photo.byName,
    time: formatTime(photo.at),
    date: formatDate(photo.at),
  });
  return (
    <Dialog open title={title} onClose={onClose}>
      <div className={styles.look}>
        <div className={cx(styles.frame, isTrueSize && styles.trueSize)}>
          {shown.kind === 'loading' && <p role="status">{photoWords.fetching}</p>}
          {shown.kind === 'shown' && <img src={shown.url} alt={`${title} ${by}`} />}
          {shown.kind === 'absent' && (
            <p role="status">
              {photoWords.notHere}{' '}
              <button type="button" className={controls.button} onClick={() => setAttempt(attempt + 1)}>
                {photoWords.again}
              </button>
            </p>
          )}
        </div>
        <p>
          {fill(photoWords.count, { n: at + 1, most: photos.length })}. {by}
        </p>
        <p className={styles.keys}>
          {at > 0 && (
            <button type="button" className={controls.button} onClick={() => onMove(at - 1)}>
              {office.previous}
            </button>
          )}
          {!isLast && (
            <button type="button" className={controls.button} onClick={() => onMove(at + 1)}>
              {office.next}
            </button>
          )}
          <button
            type="button"
            className={controls.button}
            aria-pressed={isTrueSize}
            onClick={() => setIsTrueSize(!isTrueSize)}
          >
            {isTrueSize ? office.zoomOut : office.zoomIn}
          </button>
          <button type="button" className={controls.mainButton} onClick={onClose}>
            {photoWords.close}
          </button>
        </p>
      </div>
    </Dialog>
  );
}
