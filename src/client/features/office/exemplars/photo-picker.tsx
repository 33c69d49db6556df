/** Pictures of an example: chosen among the evidence its hamlet or unit has sent and the commune keeps. */
import { useRef, useState } from 'react';
import type { Exemplar } from '#protocol/paper-records.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { usePhotoUrl } from '#client/form/photo-field/use-photo-url.ts';
import { fill } from '#client/messages/fill.ts';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useSeen } from '../photos/use-seen.ts';
import shared from '../shared.module.css';
import type { DeskSeam } from '../today/office-desk.tsx';
import styles from './exemplars.module.css';
import type { Voices } from './read-exemplars.ts';

const PHOTOS_MAX = 12;

function Picture({ photo, n }: { photo: PhotoRow; n: number }) {
  const workspace = useWorkspace();
  const ref = useRef<HTMLSpanElement>(null);
  // Each is a signed request: only what comes into view is asked for.
  const isSeen = useSeen(ref);
  const shown = usePhotoUrl(
    async () => (isSeen ? workspace.photoBytes(photo, 'thumb') : null),
    `${photo.photoId} ${isSeen}`,
  );
  return (
    <span ref={ref} className={styles.picture}>
      {shown.kind === 'shown' ? (
        <img src={shown.url} alt={fill(words.photoAlt, { n, by: photo.byName })} />
      ) : (
        <span className={styles.blank}>{shown.kind === 'absent' && isSeen ? words.photoMissing : n}</span>
      )}
    </span>
  );
}

export const PhotoStrip = ({ photos }: { photos: readonly PhotoRow[] }) => (
  <ul className={styles.strip} aria-label={fill(words.photosShown, { n: photos.length })}>
    {photos.map((photo, at) => (
      <li key={photo.id}>
        <Picture photo={photo} n={at + 1} />
      </li>
    ))}
  </ul>
);

interface PickerProps {
  open: boolean;
  exemplar: Exemplar;
  seam: DeskSeam;
  voices: Voices;
  onSave: (chosen: string[]) => Promise<void>;
  onClose: () => void;
}

function Picker({ exemplar, seam, voices, onSave, onClose }: PickerProps) {
  const [chosen, setChosen] = useState<readonly string[]>(exemplar.photos);
  const [hasFailed, setFailed] = useState(false);
  const { rows, campaign } = seam.desk;
  const form = rows.assessment.find(
    ({ campaignId, subjectId }) => campaignId === campaign?.id && subjectId === exemplar.subjectId,
  );
  const photos = voices.photos.get(form?.id ?? '') ?? [];
  const save = async (): Promise<void> => {
    try {
      await onSave([...chosen]);
    } catch {
      setFailed(true);
    }
  };
  if (photos.length === 0)
    return (
      <>
        <EmptyState title={exemplar.subjectId === undefined ? words.photosNoSubject : words.photosNone} />
        <Button small onClick={onClose}>
          {words.cancel}
        </Button>
      </>
    );
  return (
    <>
      <p>{words.photosText}</p>
      <fieldset className={styles.choices}>
        <legend>{fill(words.photosShown, { n: photos.length })}</legend>
        {photos.map((photo, at) => {
          const isChosen = chosen.includes(photo.id);
          return (
            <label key={photo.id} className={styles.choice} data-chosen={isChosen || undefined}>
              <input
                type="checkbox"
                checked={isChosen}
                disabled={!isChosen && chosen.length >= PHOTOS_MAX}
                onChange={() =>
                  setChosen(isChosen ? chosen.filter((id) => id !== photo.id) : [...chosen, photo.id])
                }
              />
              <Picture photo={photo} n={at + 1} />
            </label>
          );
        })}
      </fieldset>
      {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
      <div className={shared.ways}>
        <Button small onClick={onClose}>
          {words.cancel}
        </Button>
        <Button small kind="main" onClick={() => void save()}>
          {fill(words.photosSave, { n: chosen.length })}
        </Button>
      </div>
    </>
  );
}

export const PhotoPicker = (props: PickerProps) => (
  <Dialog
    open={props.open}
    title={fill(words.photosTitle, { who: props.exemplar.who })}
    onClose={props.onClose}
  >
    <Picker {...props} />
  </Dialog>
);
