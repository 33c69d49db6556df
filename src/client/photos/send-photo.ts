/** One photo on its way: begun or taken up where it stopped, piece by piece, until the commune has every byte. */
import { hashBytes } from '#protocol/hash.ts';
import type { PhotoRow } from '#client/db/model.ts';
import type { PhotoStore } from '#client/db/photo-store.ts';
import { pieceDeadlineMs, type Pace } from './pace.ts';
import type { SignedContext } from './signed.ts';
import { askOffset, beginUpload, sendPiece, type Step } from './tus.ts';

export interface SendContext extends SignedContext {
  environment: SignedContext['environment'] & { clock: { now(): number } };
  photos: PhotoStore;
  pace: Pace;
  /** New text waits, or this turn is over: asked between pieces. */
  shouldYield: () => Promise<boolean>;
}

export type SendOutcome =
  | { kind: 'sent' }
  /** The commune keeps no such picture, or this phone's bytes are no longer what was sealed. */
  | { kind: 'failed' }
  | { kind: 'yielded' }
  | Extract<Step, { kind: 'unreachable' | 'refused' | 'locked' | 'stalled' }>;

/** Beginnings in one turn; a server that always says "gone" must not hold the lane for ever. */
const BEGINNINGS_MAX = 3;
/** Answers that brought nothing further, in one turn. */
const SETBACKS_MAX = 4;

type Upload = PhotoRow['upload'];

const keep = (context: SendContext, photo: PhotoRow, upload: Upload): Promise<unknown> =>
  context.photos.changePhoto(photo.id, (stored) => ({ ...stored, upload }));

/** Its bytes as they were sealed; undefined when the disk gave others, or none. */
async function soundBytes(
  { photos }: SendContext,
  photo: PhotoRow,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stored = await photos.photoBytes(photo.id, 'final');
  if (stored === undefined) return undefined;
  const bytes = new Uint8Array(stored);
  return (await hashBytes(bytes)) === photo.photoId ? bytes : undefined;
}

interface Place {
  url: string;
  offset: number;
}

async function findPlace(
  context: SendContext,
  photo: PhotoRow,
  photoId: string,
  size: number,
): Promise<Place | SendOutcome> {
  const known = photo.upload.url;
  if (known !== undefined) {
    const step = await askOffset(context.environment, known);
    if (step.kind === 'at') return { url: known, offset: step.offset };
    if (step.kind !== 'gone' && step.kind !== 'mismatch' && step.kind !== 'conflict') return step;
  }
  const begun = await beginUpload(context, { photoId, bytes: size });
  if (begun.kind === 'settled') return { kind: begun.state.state === 'stored' ? 'sent' : 'failed' };
  if (begun.kind !== 'begun') return begun;
  const { url, offset } = begun;
  await keep(context, photo, { state: 'sending', url, offset });
  return { url, offset };
}

/** Pieces from `place` on. `again`: the offset has to be asked for, or the upload begun anew. */
async function sendFrom(
  context: SendContext,
  photo: PhotoRow,
  place: Place,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SendOutcome | { kind: 'again'; url?: string }> {
  const { environment, pace } = context;
  const { url } = place;
  let { offset } = place;
  let setbacks = 0;
  await keep(context, photo, { state: 'sending', url, offset });
  while (offset < bytes.length) {
    if (await context.shouldYield()) return { kind: 'yielded' };
    const piece = bytes.slice(offset, offset + pace.bytes());
    const begunAt = environment.clock.now();
    const step = await sendPiece(environment, url, offset, piece, pieceDeadlineMs(piece.length));
    if (step.kind === 'at' && step.offset > offset) {
      pace.flowed(piece.length, environment.clock.now() - begunAt);
      offset = step.offset;
      await keep(context, photo, { state: 'sending', url, offset });
      continue;
    }
    if (step.kind === 'gone' || step.kind === 'mismatch') return { kind: 'again' };
    if (step.kind === 'locked' || step.kind === 'unreachable' || step.kind === 'refused') return step;
    // Part of a piece may have arrived before it was given up.
    if (step.kind === 'stalled') pace.stalled();
    const at = await askOffset(environment, url);
    if (at.kind === 'at' && at.offset <= bytes.length) {
      setbacks = at.offset > offset ? 0 : setbacks + 1;
      if (setbacks >= SETBACKS_MAX) return { kind: 'stalled' };
      offset = at.offset;
      continue;
    }
    return at.kind === 'gone' || at.kind === 'mismatch' || at.kind === 'at' || at.kind === 'conflict'
      ? { kind: 'again' }
      : at;
  }
  return { kind: 'sent' };
}

/** Safe to repeat and to interrupt anywhere: the commune says where to go on. */
export async function sendPhoto(context: SendContext, photo: PhotoRow): Promise<SendOutcome> {
  const { photoId } = photo;
  const bytes = await soundBytes(context, photo);
  if (bytes === undefined || photoId === undefined) {
    await context.photos.changePhoto(photo.id, (stored) => ({ ...stored, problem: 'damaged' }));
    return { kind: 'failed' };
  }
  let row = photo;
  for (let beginning = 0; beginning < BEGINNINGS_MAX; beginning++) {
    const place = await findPlace(context, row, photoId, bytes.length);
    if ('kind' in place) return place;
    const outcome = await sendFrom(context, row, place, bytes);
    if (outcome.kind !== 'again') return outcome;
    row = { ...row, upload: { state: 'sending', offset: 0 } };
    await keep(context, row, row.upload);
  }
  return { kind: 'stalled' };
}
