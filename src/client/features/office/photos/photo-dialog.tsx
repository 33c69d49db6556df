/** One photo large, or two beside each other: arrows go on, Z true size, X turns, C compares, Escape closes. */
import { useEffect, useState } from 'react';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import controls from '../controls.module.css';
import { PhotoFrame, takenBy } from './photo-frame.tsx';
import styles from './photos.module.css';

const { office } = photoWords;
const { photos: words } = reviewWords;

interface PhotoDialogProps {
  photos: readonly PhotoRow[];
  /** Which of them, from 0. */
  at: number;
  title: string;
  onMove: (at: number) => void;
  onClose: () => void;
}

export function PhotoDialog({ photos, at, title, onMove, onClose }: PhotoDialogProps) {
  const [isTrueSize, setIsTrueSize] = useState(false);
  /** By photo: one lies on its side, another does not. */
  const [turns, setTurns] = useState<Readonly<Record<string, number>>>({});
  /** The one that stays while one goes on. */
  const [besideAt, setBesideAt] = useState<number | null>(null);
  const photo = photos[at];
  const id = photo?.id ?? '';
  const isLast = at >= photos.length - 1;
  const canCompare = photos.length > 1;
  const compare = (): void => {
    if (!canCompare) return;
    if (besideAt !== null) return setBesideAt(null);
    setBesideAt(at);
    onMove(isLast ? at - 1 : at + 1);
  };
  const turn = (): void => setTurns((now) => ({ ...now, [id]: ((now[id] ?? 0) + 1) % 4 }));
  useEffect(() => {
    const acts: Record<string, () => void> = {
      ArrowRight: () => !isLast && onMove(at + 1),
      ArrowLeft: () => at > 0 && onMove(at - 1),
      z: () => setIsTrueSize((isNow) => !isNow),
      x: turn,
      c: compare,
    };
    // On the page: a button that goes away takes the focus with it, and the keys must still work.
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (key === 'Escape') {
        // Closes this, and does not leave the submission behind it.
        event.preventDefault();
        onClose();
      } else if (!event.ctrlKey && !event.metaKey && Object.hasOwn(acts, key)) acts[key]?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  if (photo === undefined) return null;
  const beside = besideAt === null ? undefined : photos[besideAt];
  const frame = (one: PhotoRow) => (
    <figure key={one.id}>
      <PhotoFrame photo={one} title={title} turns={turns[one.id] ?? 0} isTrueSize={isTrueSize} />
      <figcaption>
        {fill(photoWords.count, { n: photos.indexOf(one) + 1, most: photos.length })}. {takenBy(one)}
      </figcaption>
    </figure>
  );
  return (
    <Dialog open title={title} onClose={onClose}>
      <div className={styles.look}>
        <div className={beside === undefined ? undefined : styles.pair}>
          {beside && frame(beside)}
          {frame(photo)}
        </div>
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
          <button type="button" className={controls.button} onClick={turn}>
            {words.rotate}
          </button>
          {canCompare && (
            <button
              type="button"
              className={controls.button}
              aria-pressed={beside !== undefined}
              onClick={compare}
            >
              {beside === undefined ? words.compare : words.compareEnd}
            </button>
          )}
          <button type="button" className={controls.mainButton} onClick={onClose}>
            {photoWords.close}
          </button>
        </p>
        <p className="soft">{words.keys}</p>
      </div>
    </Dialog>
  );
}
