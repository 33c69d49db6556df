/** One photo, as large as the screen. */
import { useState } from 'react';
import type { ShownPhoto } from '#client/db/photo-list.ts';
import { photoWords } from '#client/messages/photos.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import type { PhotoDesk } from './photo-desk.tsx';
import { usePhotoUrl } from './use-photo-url.ts';
import styles from './photo-field.module.css';

interface PhotoViewProps {
  photo: ShownPhoto;
  title: string;
  desk: PhotoDesk;
  onClose: () => void;
}

export function PhotoView({ photo, title, desk, onClose }: PhotoViewProps) {
  const [attempt, setAttempt] = useState(0);
  const shown = usePhotoUrl(() => desk.bytesOf(photo, 'full'), `${photo.photoId} ${attempt}`);
  return (
    <Dialog open title={title} onClose={onClose}>
      {shown.kind === 'loading' && <p role="status">{photoWords.fetching}</p>}
      {shown.kind === 'shown' && <img className={styles.full} src={shown.url} alt={title} />}
      {shown.kind === 'absent' && (
        <>
          <p role="status">{photoWords.notHere}</p>
          <Button onClick={() => setAttempt(attempt + 1)}>{photoWords.again}</Button>
        </>
      )}
      <Button kind="main" onClick={onClose}>
        {photoWords.close}
      </Button>
    </Dialog>
  );
}
