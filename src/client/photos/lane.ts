/**
 * The photos' turn, once the words are with the commune: the oldest submission's first, the smallest rest first, so that
 * something arrives whole even in a few seconds of network. Called holding the profile's lock, between exchanges.
 */
import { isRowOf } from '#client/db/row-of.ts';
import type { OutboxRow, PhotoRow, StoredRow } from '#client/db/model.ts';
import type { Unreachable } from '#client/sync/transport.ts';
import { freePhotoBytes } from './free-photo-bytes.ts';
import { sendPhoto, type SendContext, type SendOutcome } from './send-photo.ts';

export type LaneOutcome =
  /** Nothing to send, or nothing may be sent now. */
  | { kind: 'idle' }
  /** Something went, or the turn is over: exchange again, then come back. */
  | { kind: 'again' }
  | { kind: 'unreachable'; reason: Unreachable }
  | { kind: 'busy'; retryAfterMs: number | null };

/** With a slow line, words typed meanwhile and the commune's news get their turn this often. */
const TURN_MS = 45_000;
const LOCKED_MS = 5000;
const AGAIN_MS = 10 * 60_000;

export interface LaneContext extends Omit<SendContext, 'shouldYield'> {
  /** Data is to be spared and nobody tapped "Gửi cả ảnh". */
  mustWait: () => Promise<boolean>;
  /** New words wait. */
  isTextWaiting: () => Promise<boolean>;
  /** When photos (by hash) went: one whose row has not come back yet is not asked for again at once. */
  sentAt: Map<string, number>;
}

const isCommunePhoto = (row: StoredRow): row is StoredRow<'photo'> => isRowOf(row, 'photo');

/** The commune's word on this photo, by its operation. */
const communeStates = (rows: readonly StoredRow<'photo'>[]): Map<string, string> =>
  new Map(rows.map(({ id, value }) => [id, value.state]));

function isDue(photo: PhotoRow, commune: Map<string, string>, ops: Map<string, OutboxRow>): boolean {
  const { opId, state, upload, removedAt } = photo;
  if (state !== 'ready' || removedAt !== undefined || opId === undefined) return false;
  if (upload.state === 'failed' || upload.state === 'held') return false;
  const there = commune.get(opId);
  if (there === 'stored' || there === 'refused') return false;
  // It has the words and waits for the picture: also once restored from a backup, and also when an earlier build of it
  // had set the words aside.
  if (there === 'awaited') return true;
  const op = ops.get(opId);
  // Sealed since the last exchange: asked for now, the commune would say it knows no such picture.
  if (op !== undefined && op.result === undefined) return false;
  const verdict = op?.result?.verdict;
  return verdict !== 'refused' && verdict !== 'quarantined' && upload.state !== 'sent';
}

const restOf = ({ bytes = 0, upload }: PhotoRow): number => bytes - upload.offset;

/** Photos to be sent, first first. */
export async function duePhotos({
  store,
  photos,
}: Pick<SendContext, 'store' | 'photos'>): Promise<PhotoRow[]> {
  const outbox = await store.outbox();
  const ops = new Map(outbox.map((row) => [row.opId, row]));
  const commune = communeStates((await store.rows('photo')).filter(isCommunePhoto));
  const due = (await photos.photos()).filter((photo) => isDue(photo, commune, ops));
  const submittedAt = (photo: PhotoRow): number =>
    outbox.find(
      ({ kind, assessmentId }) => kind === 'assessment.submit' && assessmentId === photo.assessmentId,
    )?.sealedAt ?? Number.POSITIVE_INFINITY;
  const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  return due.sort((a, b) => order(submittedAt(a), submittedAt(b)) || order(restOf(a), restOf(b)));
}

/** The same picture under two questions is one upload. */
async function markSent({ photos }: LaneContext, photo: PhotoRow): Promise<void> {
  for (const { id, photoId } of await photos.photos())
    if (photoId === photo.photoId)
      await photos.changePhoto(id, ({ upload, ...row }) => ({
        ...row,
        upload: { state: 'sent', offset: row.bytes ?? upload.offset },
      }));
}

const settleRow = (context: LaneContext, photo: PhotoRow, state: 'waiting' | 'failed'): Promise<unknown> =>
  context.photos.changePhoto(photo.id, (row) => ({ ...row, upload: { ...row.upload, state } }));

function outcomeOf(sent: Exclude<SendOutcome, { kind: 'sent' | 'failed' }>): LaneOutcome {
  switch (sent.kind) {
    case 'yielded':
      return { kind: 'again' };
    case 'unreachable':
      return sent;
    case 'locked':
      return { kind: 'busy', retryAfterMs: LOCKED_MS };
    case 'stalled':
      return { kind: 'unreachable', reason: 'timeout' };
    case 'refused': {
      const { retryAfter } = sent.problem;
      return { kind: 'busy', retryAfterMs: retryAfter === undefined ? null : retryAfter * 1000 };
    }
  }
}

/** One turn. Words never wait behind it longer than one piece. */
export async function runPhotoLane(context: LaneContext): Promise<LaneOutcome> {
  await freePhotoBytes(context);
  const due = await duePhotos(context);
  if (due.length === 0 || (await context.mustWait())) return { kind: 'idle' };
  const { clock } = context.environment;
  const endAt = clock.now() + TURN_MS;
  const shouldYield = async (): Promise<boolean> =>
    clock.now() >= endAt || (await context.isTextWaiting()) || (await context.mustWait());
  let wentOut = false;
  for (const photo of due) {
    const { photoId = '' } = photo;
    if (clock.now() - (context.sentAt.get(photoId) ?? -Infinity) < AGAIN_MS) continue;
    const outcome = await sendPhoto({ ...context, shouldYield }, photo);
    if (outcome.kind === 'sent') {
      wentOut = true;
      context.sentAt.set(photoId, clock.now());
      await markSent(context, photo);
    } else if (outcome.kind === 'failed') {
      await settleRow(context, photo, 'failed');
    } else if (outcome.kind === 'refused' && outcome.problem.code === 'not-found') {
      // The commune has no words for it (any more): another phone took them back. The others are not to wait for it.
      context.sentAt.set(photoId, clock.now());
      await settleRow(context, photo, 'waiting');
    } else {
      await settleRow(context, photo, 'waiting');
      return outcomeOf(outcome);
    }
  }
  // The commune's row says it is there: that word comes with the next exchange.
  return { kind: wentOut ? 'again' : 'idle' };
}
