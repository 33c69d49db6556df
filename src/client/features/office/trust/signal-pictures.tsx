/** Two pictures beside one another, each fetched when it comes into view; looked at large with the keyboard too. */
import { useRef, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { usePhotoUrl } from '#client/form/photo-field/use-photo-url.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { photoWords } from '#client/messages/photos.ts';
import { PhotoDialog } from '../photos/photo-dialog.tsx';
import { useSeen } from '../photos/use-seen.ts';
import { placeWords, type Naming } from './signal-words.ts';
import type { PhotoPlace } from './signals.ts';
import styles from './trust.module.css';

const words = trustWords.signals;

interface PictureProps {
  place: PhotoPlace;
  caption: string;
  onOpen: () => void;
}

/** Begins when it is drawn, so that one that is only on its way never reads as one that did not come. */
function Fetched({ photo }: Pick<PhotoPlace, 'photo'>) {
  const workspace = useWorkspace();
  const shown = usePhotoUrl(
    () => workspace.photoBytes(photo, 'full'),
    `${photo.photoId} ${photo.assessmentId}`,
  );
  if (shown.kind === 'shown') return <img src={shown.url} alt="" />;
  return <span>{shown.kind === 'loading' ? photoWords.fetching : photoWords.notHere}</span>;
}

function Picture({ place: { photo }, caption, onOpen }: PictureProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const isSeen = useSeen(ref);
  return (
    <figure>
      <button
        ref={ref}
        type="button"
        className={styles.picture}
        aria-label={fill(words.photoOf, { place: caption })}
        onClick={onOpen}
      >
        {isSeen && <Fetched photo={photo} />}
      </button>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

export function SignalPictures({
  pair,
  naming,
}: {
  pair: readonly [PhotoPlace, PhotoPlace];
  naming: Naming;
}) {
  const [openAt, setOpenAt] = useState<number | null>(null);
  const open = openAt === null ? undefined : pair[openAt];
  return (
    <>
      <ul className={styles.pictures} aria-label={words.pair}>
        {pair.map((place, at) => (
          <li key={place.photo.id}>
            <Picture place={place} caption={placeWords(place, naming)} onOpen={() => setOpenAt(at)} />
          </li>
        ))}
      </ul>
      {openAt !== null && open && (
        <PhotoDialog
          photos={pair.map(({ photo }) => photo)}
          at={openAt}
          title={placeWords(open, naming)}
          onMove={setOpenAt}
          onClose={() => setOpenAt(null)}
        />
      )}
    </>
  );
}
