/** Photos of one submission's form beside its answers; one is looked at large, with the keyboard too. */
import { useRef, useState } from 'react';
import type { Criterion } from '#domain/criteria.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { usePhotoUrl } from '#client/form/photo-field/use-photo-url.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { PhotoDialog } from './photo-dialog.tsx';
import { useSeen } from './use-seen.ts';
import styles from './photos.module.css';

const { office } = photoWords;
const READ = ['rows'] as const;

/** By question, in the order they were taken; undefined while they are read. */
export function usePhotosOf(assessmentId: string): ReadonlyMap<string, readonly PhotoRow[]> | undefined {
  const workspace = useWorkspace();
  return useLive(
    async () => {
      const byCriterion = new Map<string, PhotoRow[]>();
      const rows = (await workspace.rows('photo')).map(({ value }) => value);
      for (const row of rows.sort((a, b) => a.at - b.at)) {
        if (row.assessmentId !== assessmentId) continue;
        byCriterion.set(row.criterionId, [...(byCriterion.get(row.criterionId) ?? []), row]);
      }
      return byCriterion;
    },
    [workspace, assessmentId],
    READ,
  );
}

interface ThumbProps {
  photo: PhotoRow;
  /** "Phóng to ảnh 1, mục A1.1". */
  label: string;
  onOpen: () => void;
}

function Thumb({ photo, label, onOpen }: ThumbProps) {
  const workspace = useWorkspace();
  const ref = useRef<HTMLButtonElement>(null);
  // Each is a signed request: only what comes into view is asked for.
  const isSeen = useSeen(ref);
  const shown = usePhotoUrl(
    async () => (isSeen ? workspace.photoBytes(photo, 'thumb') : null),
    `${photo.photoId} ${isSeen}`,
  );
  return (
    <button ref={ref} type="button" className={styles.thumb} aria-label={label} onClick={onOpen}>
      {shown.kind === 'shown' ? <img src={shown.url} alt="" /> : <span className={styles.blank} />}
    </button>
  );
}

export function Evidence({
  criterion,
  photos,
}: {
  criterion: Pick<Criterion, 'code' | 'text'>;
  photos: readonly PhotoRow[];
}) {
  const [openAt, setOpenAt] = useState<number | null>(null);
  if (photos.length === 0) return null;
  const stored = photos.filter(({ state }) => state === 'stored');
  const count = (state: PhotoRow['state']): number => photos.filter((photo) => photo.state === state).length;
  const [awaited, refused] = [count('awaited'), count('refused')];
  return (
    <div className={styles.evidence}>
      {stored.length > 0 && (
        <ul className={styles.strip} aria-label={office.title}>
          {stored.map((photo, index) => (
            <li key={photo.id}>
              <Thumb
                photo={photo}
                label={fill(office.open, { n: index + 1, code: criterion.code })}
                onOpen={() => setOpenAt(index)}
              />
            </li>
          ))}
        </ul>
      )}
      {awaited > 0 && <p className={styles.note}>{fill(office.awaited, { n: awaited })}</p>}
      {refused > 0 && <p className={styles.note}>{fill(office.refused, { n: refused })}</p>}
      {openAt !== null && (
        <PhotoDialog
          photos={stored}
          at={openAt}
          title={fill(office.of, { code: criterion.code, text: criterion.text })}
          onMove={setOpenAt}
          onClose={() => setOpenAt(null)}
        />
      )}
    </div>
  );
}
