/** Photos as evidence under one question: two ways in, and each photo with where it is. */
import { useEffect, useRef, useState } from 'react';
import { Camera, Images } from 'lucide-react';
import type { Criterion } from '#domain/criteria.ts';
import { PHOTOS_PER_ASSESSMENT, PHOTOS_PER_CRITERION } from '#protocol/photo.ts';
import { isStanding, type ShownPhoto } from '#client/db/photo-list.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { openPicker } from './pick-photo.ts';
import type { PhotoDesk } from './photo-desk.tsx';
import { PhotoItem } from './photo-item.tsx';
import { PhotoView } from './photo-view.tsx';
import styles from './photo-field.module.css';

interface PhotoFieldProps {
  criterion: Pick<Criterion, 'id' | 'code'>;
  desk: PhotoDesk;
  /** Everything typed goes to disk. */
  flush: () => Promise<unknown>;
  /** How many pictures it holds at the most, and what they are. */
  most?: number;
  title?: string;
}

/** Why no more may be added, in words; null when one may. */
function whyFull(desk: PhotoDesk, standing: number, most: number): string | null {
  if (desk.isLocked) return photoWords.locked;
  if (standing >= most) return fill(photoWords.fullCriterion, { most });
  const all = desk.shown.filter(isStanding).length;
  return all >= PHOTOS_PER_ASSESSMENT ? fill(photoWords.fullForm, { most: PHOTOS_PER_ASSESSMENT }) : null;
}

interface PickButtonProps extends PhotoFieldProps {
  kind: 'take' | 'choose';
  onFailed: () => void;
}

/** The picture is bytes of ours at once: a File of the camera's may be gone a moment later. */
function PickButton({ criterion, desk, flush, kind, onFailed }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const back = (): void => void desk.leaveFor(null).catch(() => undefined);
  const press = (): void => {
    if (input.current === null) return;
    const leave = (): Promise<unknown> => Promise.all([flush(), desk.leaveFor(criterion.id)]);
    void openPicker(input.current, { leave, back });
  };
  const take = async (files: FileList | null): Promise<void> => {
    try {
      for (const file of files ?? []) await desk.add(criterion.id, await file.arrayBuffer());
    } catch {
      onFailed();
    } finally {
      back();
    }
  };
  useEffect(() => {
    const element = input.current;
    // React has no name for it.
    element?.addEventListener('cancel', back);
    return () => element?.removeEventListener('cancel', back);
  });
  return (
    <>
      <Button icon={kind === 'take' ? <Camera /> : <Images />} onClick={press}>
        {photoWords[kind]}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        tabIndex={-1}
        aria-label={photoWords[kind]}
        {...(kind === 'take' && { capture: 'environment' })}
        onChange={(event) => {
          void take(event.target.files).then(() => {
            // The same picture may be chosen again.
            if (input.current !== null) input.current.value = '';
          });
        }}
      />
    </>
  );
}

/** Was this question's camera open when the system ended the page? Said until something is done about it. */
function useInterrupted(desk: PhotoDesk, criterionId: string): boolean {
  const [isInterrupted, setIsInterrupted] = useState(false);
  const isHere = desk.interruptedAt === criterionId;
  useEffect(() => {
    if (!isHere) return;
    setIsInterrupted(true);
    void desk.leaveFor(null).catch(() => undefined);
  }, [isHere, desk]);
  return isInterrupted;
}

export function PhotoField({
  criterion,
  desk,
  flush,
  most = PHOTOS_PER_CRITERION,
  title = photoWords.title,
}: PhotoFieldProps) {
  const [looking, setLooking] = useState<ShownPhoto | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  /** Taken out on this screen: they can still be put back. */
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const isInterrupted = useInterrupted(desk, criterion.id);
  const here = desk.shown.filter(
    ({ id, criterionId, own }) =>
      criterionId === criterion.id && (own?.removedAt === undefined || removed.includes(id)),
  );
  const standing = here.filter(isStanding).length;
  const full = whyFull(desk, standing, most);
  const numberOf = (photo: ShownPhoto): number => here.findIndex(({ id }) => id === photo.id) + 1;
  const fail = (): void => setHasFailed(true);

  const remove = (id: string): void => {
    setRemoved([...removed, id]);
    desk.remove(id).catch(fail);
  };
  const restore = (id: string): void => {
    desk.restore(id).catch(fail);
  };

  return (
    <section className={styles.field} aria-label={fill(photoWords.label, { code: criterion.code })}>
      <p className={styles.head}>
        <b>{title}</b>
        {standing > 0 && <span>{fill(photoWords.count, { n: standing, most })}</span>}
      </p>
      {isInterrupted && <Notice tone="hand">{photoWords.interrupted}</Notice>}
      {hasFailed && (
        <Notice tone="hand">
          <p role="alert">{photoWords.notKept}</p>
        </Notice>
      )}
      {here.length > 0 && (
        <ul className={styles.list}>
          {here.map((photo) => (
            <PhotoItem
              key={photo.id}
              photo={photo}
              desk={desk}
              n={numberOf(photo)}
              onOpen={setLooking}
              onRemove={remove}
              onRestore={restore}
            />
          ))}
        </ul>
      )}
      {full === null ? (
        <div className={styles.ways}>
          <PickButton kind="take" {...{ criterion, desk, flush }} onFailed={fail} />
          <PickButton kind="choose" {...{ criterion, desk, flush }} onFailed={fail} />
        </div>
      ) : (
        <p>{full}</p>
      )}
      <p className="soft">{photoWords.never}</p>
      {looking !== null && (
        <PhotoView
          photo={looking}
          title={fill(photoWords.photoOf, { n: numberOf(looking), code: criterion.code })}
          desk={desk}
          onClose={() => setLooking(null)}
        />
      )}
    </section>
  );
}
