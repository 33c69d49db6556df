/** One photo under its question: the picture small, where it is in words, and what can be done about it. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { isRestorable, type PhotoState, type ShownPhoto } from '#client/db/photo-list.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { Button } from '#client/ui/button.tsx';
import { Glyph, toneOf, type GlyphState } from '#client/ui/glyph.tsx';
import type { PhotoDesk } from './photo-desk.tsx';
import { usePhotoUrl } from './use-photo-url.ts';
import styles from './photo-field.module.css';

const glyphs: Record<PhotoState['word'], GlyphState> = {
  shrinking: 'draft',
  queued: 'queued',
  asks: 'conflict',
  sending: 'sending',
  stored: 'received',
  elsewhere: 'queued',
  unusable: 'setAside',
  removed: 'withdrawn',
};

const TENTH_OF_MB = 104_857.6;
/** Bytes in tenths of a megabyte, never nothing. */
export const megabytes = (bytes: number): string =>
  formatNumber(Math.max(1, Math.ceil(bytes / TENTH_OF_MB)) / 10);

function wordsOf(state: PhotoState, photo: ShownPhoto): { word: string; next: string } {
  if (state.word === 'sending')
    return { word: fill(photoWords.state.sending, { n: state.percent }), next: photoWords.next.sending };
  if (state.word !== 'unusable')
    return { word: photoWords.state[state.word], next: photoWords.next[state.word] };
  const why = fill(photoWords.why[state.why], { mb: megabytes(photo.own?.bytes ?? 0) });
  return { word: photoWords.state.unusable, next: `${why} ${photoWords.chooseOther}` };
}

function Thumb({ photo, desk, n, onOpen }: ItemProps) {
  const shown = usePhotoUrl(() => desk.bytesOf(photo, 'thumb'), `${photo.photoId} ${photo.commune?.state}`);
  return (
    <button
      type="button"
      className={styles.thumb}
      aria-label={fill(photoWords.open, { n })}
      onClick={() => onOpen(photo)}
    >
      {shown.kind === 'shown' ? <img src={shown.url} alt="" /> : <span className={styles.blank} />}
    </button>
  );
}

interface ItemProps {
  photo: ShownPhoto;
  desk: PhotoDesk;
  /** Its number under this question, from 1. */
  n: number;
  onOpen: (photo: ShownPhoto) => void;
  onRemove: (id: string) => void;
  onRestore: (id: string) => void;
}

export function PhotoItem(props: ItemProps) {
  const { photo, desk, n, onRemove, onRestore } = props;
  const state = desk.stateOf(photo);
  const { word, next } = wordsOf(state, photo);
  const comesBack = photo.own !== undefined && isRestorable(photo.own);
  const canLook = photo.photoId !== undefined && state.word !== 'removed';
  return (
    <li className={styles.item} data-state={state.word} data-bare={!canLook}>
      {canLook && <Thumb {...props} />}
      <div className={styles.text}>
        <p className={styles.state} role="status">
          <Glyph state={glyphs[state.word]} />
          <span>
            <b className={`tone-${toneOf(glyphs[state.word])}`}>{word}</b>
            <span className="spoken-only"> {fill(photoWords.photo, { n })}</span>
          </span>
        </p>
        {next !== '' && <p>{next}</p>}
        {state.word === 'removed' && !comesBack && <p>{photoWords.goneWithItsPhone}</p>}
        {state.word === 'removed'
          ? comesBack && (
              <Button
                small
                onClick={() => onRestore(photo.id)}
                aria-label={fill(photoWords.undoNamed, { n })}
              >
                {photoWords.undo}
              </Button>
            )
          : !desk.isLocked && (
              <Button
                small
                kind="quiet"
                onClick={() => onRemove(photo.id)}
                aria-label={fill(photoWords.removeNamed, { n })}
              >
                {photoWords.remove}
              </Button>
            )}
        {state.word === 'asks' && (
          <Button
            small
            onClick={({ currentTarget }) => {
              // This button goes with the question; whoever is led by the focus stays at the picture.
              currentTarget.closest('li')?.querySelector('button')?.focus();
              onRestore(photo.id);
            }}
            aria-label={fill(photoWords.useAnywayNamed, { n })}
          >
            {photoWords.useAnyway}
          </Button>
        )}
      </div>
    </li>
  );
}
