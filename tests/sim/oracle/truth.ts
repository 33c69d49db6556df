/** What was really committed, in this life of the commune's database and in earlier ones, and what its backups hold. */
import type { Copy } from '../database.ts';
import type { SimServer } from '../server.ts';
import { hashOf } from '#server/photos/blob-files.ts';
import { keptOf } from '../camera.ts';
import { Broken } from './broken.ts';
import { numberIn, textIn } from './rows.ts';

/** How the log calls a later verdict. */
const AGAIN = 'again:';

interface Committed {
  hash: string;
  /** Verdicts it ever got; a restore may lead to another one. */
  verdicts: Set<string>;
}

export interface Kept {
  id: string;
  copy: Copy;
  opIds: ReadonlySet<string>;
  /** Pictures with their files: `picture owner`. */
  pictures: ReadonlySet<string>;
}

export class Truth {
  readonly ever = new Map<string, Committed>();
  /** Operations some person was told are safe. */
  readonly promised = new Map<string, string>();
  /** Backups that may be restored from. */
  kept: Kept[] = [];
  /** Pictures the commune ever had an end of: `picture owner`. */
  readonly pictures = new Set<string>();
  /** Those whose phone let go of the bytes, with the operation that names them. */
  readonly promisedPictures = new Map<string, string>();
  private readonly server: SimServer;
  private rev = 0;

  constructor(server: SimServer) {
    this.server = server;
    this.note();
  }

  /** After anything that may have committed. */
  note(): void {
    for (const row of this.server.disk.rows('operation', 'rev > ? order by rev', [this.rev])) {
      const opId = textIn(row, 'op_id');
      // Judged again by a build that knows more: another verdict on the same operation.
      const of = opId.startsWith(AGAIN) ? opId.slice(AGAIN.length) : opId;
      const known = this.ever.get(of);
      const verdicts = new Set([...(known?.verdicts ?? []), textIn(row, 'verdict')]);
      this.ever.set(of, { hash: of === opId ? textIn(row, 'op_hash') : (known?.hash ?? ''), verdicts });
      if (textIn(row, 'kind') === 'server.photo') this.notePictures();
      this.rev = Math.max(this.rev, numberIn(row, 'rev'));
    }
  }

  private notePictures(): void {
    for (const row of this.server.disk.rows('blob')) {
      const photoId = textIn(row, 'photo_id');
      const { full, thumb } = keptOf(photoId);
      const isStored = textIn(row, 'state') === 'stored';
      if (
        isStored &&
        (textIn(row, 'stored_sha256') !== hashOf(full) || textIn(row, 'thumb_sha256') !== hashOf(thumb))
      )
        throw new Broken('I15', `what is stored as ${photoId} is another picture`);
      this.pictures.add(`${photoId} ${textIn(row, 'owner')}`);
    }
  }

  isPictureSafe(picture: string, opId: string): boolean {
    return this.isSafe(opId) && this.kept.every(({ pictures }) => pictures.has(picture));
  }

  /** The database is another one: what it lacks it may be given again, under other revisions. */
  restarted(): void {
    this.rev = 0;
    this.note();
    this.checkPromises();
  }

  opIdsOf(copy?: Copy): ReadonlySet<string> {
    return new Set(this.server.disk.column('operation', 'op_id', copy));
  }

  /** Is it in every backup somebody may restore from? There has to be one. */
  isSafe(opId: string): boolean {
    return this.kept.length > 0 && this.kept.every(({ opIds }) => opIds.has(opId));
  }

  /** What was called safe is there, whichever backup was put back. */
  checkPromises(): void {
    if (this.promised.size + this.promisedPictures.size === 0) return;
    const live = this.opIdsOf();
    for (const opId of this.promised.keys()) {
      if (!live.has(opId)) throw new Broken('I1', `${opId} was called safe and the commune lacks it`);
      if (this.kept.length > 0 && !this.isSafe(opId))
        throw new Broken('I1', `${opId} was called safe and a kept backup lacks it`);
    }
    this.checkPictures(live);
  }

  /** Of which a phone let go, trusting the backups. */
  private checkPictures(live: ReadonlySet<string>): void {
    if (this.promisedPictures.size === 0) return;
    const blobs = new Map(
      this.server.disk
        .rows('blob', "state = 'stored'")
        .map((row) => [`${textIn(row, 'photo_id')} ${textIn(row, 'owner')}`, row]),
    );
    for (const [picture, opId] of this.promisedPictures) {
      const row = blobs.get(picture);
      if (row === undefined || !live.has(opId) || !this.server.photos.has(textIn(row, 'stored_sha256')))
        throw new Broken('I15', `${picture} left its phone as safe and the commune lacks it`);
    }
  }
}
