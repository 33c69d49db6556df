/** One photo in its frame: fetched, turned as asked, whole or at its true size; a way to ask again where it did not come. */
import { useState } from 'react';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { usePhotoUrl } from '#client/form/photo-field/use-photo-url.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { cx } from '#client/ui/cx.ts';
import controls from '../controls.module.css';
import styles from './photos.module.css';

export const takenBy = ({ byName, at }: PhotoRow): string =>
  fill(photoWords.office.by, { name: byName, time: formatTime(at), date: formatDate(at) });

interface PhotoFrameProps {
  photo: PhotoRow;
  title: string;
  /** Quarter turns to the right, 0 … 3. */
  turns: number;
  isTrueSize: boolean;
}

export function PhotoFrame({ photo, title, turns, isTrueSize }: PhotoFrameProps) {
  const workspace = useWorkspace();
  const [attempt, setAttempt] = useState(0);
  const shown = usePhotoUrl(() => workspace.photoBytes(photo, 'full'), `${photo.photoId} ${attempt}`);
  return (
    <div className={cx(styles.frame, isTrueSize && styles.trueSize)} data-turns={turns || undefined}>
      {shown.kind === 'loading' && <p role="status">{photoWords.fetching}</p>}
      {shown.kind === 'shown' && <img src={shown.url} alt={`${title} ${takenBy(photo)}`} />}
      {shown.kind === 'absent' && (
        <p role="status">
          {photoWords.notHere}{' '}
          <button type="button" className={controls.button} onClick={() => setAttempt(attempt + 1)}>
            {photoWords.again}
          </button>
        </p>
      )}
    </div>
  );
}
