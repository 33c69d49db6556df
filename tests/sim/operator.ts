/**
 * Whoever keeps the commune's machine: backs up, registers what passed its test, restores. Copies of the database stand
 * for archives; what is written into the store and the journal is what the commands write.
 */
import { logServerEntry } from '#server/identity/log-entry.ts';
import { retireOld } from '#server/backup/kept.ts';
import { register, STAMP_MARGIN_MS } from '#server/backup/make-backup.ts';
import type { Manifest } from '#server/backup/manifest.ts';
import { replayJournal } from '#server/backup/replay.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Copy } from './database.ts';
import type { Dice } from './dice.ts';
import { numberIn, textIn } from './oracle/rows.ts';
import type { Truth } from './oracle/truth.ts';
import type { PhotoFiles } from './photo-place.ts';
import { pictureKey } from './oracle/photos.ts';
import type { Planted } from './planted/planted.ts';
import type { SimServer } from './server.ts';
import { COMMUNE } from './village.ts';

interface Archive {
  id: string;
  copy: Copy;
  madeAt: number;
  manifest: Manifest;
  opIds: ReadonlySet<string>;
  pictures: ReadonlySet<string>;
  files: PhotoFiles;
}

/** So that old backups are retired within one run. */
const KEPT = 3;
const DRAIN_MS = 48 * 3_600_000;
const ZERO_HASH = 'A'.repeat(43);

export class Operator {
  readonly server: SimServer;
  readonly truth: Truth;
  readonly planted: Planted;
  private readonly newId: () => string;
  /** Taken, its test still to come: one at a time, as the command's lock has it. */
  private taken: Archive | undefined;
  /** Every archive that was registered, oldest first. */
  private archives: Archive[] = [];

  constructor(server: SimServer, truth: Truth, planted: Planted, dice: Dice) {
    this.server = server;
    this.truth = truth;
    this.planted = planted;
    this.newId = createIdMaker(server.clock, dice);
  }

  private get deps() {
    const { store, clock, journal } = this.server;
    return { store, clock, newId: this.newId, journal };
  }

  private manifestOf(id: string, madeAt: number): Manifest {
    const { disk } = this.server;
    const [commune = {}] = disk.rows('commune');
    return {
      format: 1,
      commune: COMMUNE,
      backup: id,
      madeAt,
      schema: 0,
      key: ZERO_HASH,
      epoch: textIn(commune, 'epoch'),
      rev: numberIn(commune, 'rev'),
      auditHead: textIn(commune, 'audit_head'),
      tables: {},
      members: [],
      devices: disk
        .rows('device')
        .map((row) => ({ device: textIn(row, 'device_id'), lastSeq: numberIn(row, 'last_seq') })),
    };
  }

  snapshot(): void {
    if (this.taken !== undefined) return;
    const id = this.newId();
    const madeAt = this.server.clock.now();
    const opIds = this.truth.opIdsOf();
    const blobs = this.server.disk.rows('blob', "state = 'stored'");
    const files = this.server.photos.filesOf(blobs);
    const pictures = blobs.filter((row) => files.has(textIn(row, 'stored_sha256')));
    this.taken = {
      id,
      copy: this.server.disk.copy(),
      madeAt,
      manifest: this.manifestOf(id, madeAt),
      opIds,
      pictures: new Set(pictures.map((row) => pictureKey(textIn(row, 'photo_id'), textIn(row, 'owner')))),
      files,
    };
  }

  /** The archive was tested; `fit` = on another disk than the database. */
  async register(fit: boolean): Promise<void> {
    const archive = this.taken;
    if (archive === undefined) return;
    this.taken = undefined;
    const { id, madeAt, manifest } = archive;
    this.archives.push(archive);
    const row = {
      backup_id: id,
      made_at: madeAt - (this.planted.margin ?? STAMP_MARGIN_MS),
      verified_at: this.server.clock.now(),
      elsewhere: fit ? 1 : 0,
    } as const;
    await register(this.deps, { ...row, forgotten_at: null, place: id }, manifest);
    await retireOld(this.deps, KEPT);
    this.look();
  }

  /** Which archives a restore may be made from, as the store has it. */
  private look(): void {
    const rows = this.server.disk.rows(
      'backup',
      'verified_at is not null and forgotten_at is null and elsewhere = 1',
    );
    const standing = new Set(rows.map((row) => textIn(row, 'backup_id')));
    this.truth.kept = this.archives.filter(({ id }) => standing.has(id));
    this.truth.note();
  }

  /** Of the present life: from this revision on, until then. */
  private drain: { rev: number; until: number } | undefined;
  isDraining = (at: number, rev: number): boolean =>
    this.drain !== undefined && rev >= this.drain.rev && at < this.drain.until;

  hasRestored = false;

  /** One of the kept, the oldest counted first. */
  async restore(which: number, keepsPictures = false): Promise<void> {
    const { kept } = this.truth;
    const archive = this.archives.find(({ id }) => id === kept[which % Math.max(1, kept.length)]?.id);
    if (archive === undefined) return;
    this.taken = undefined;
    const { disk, clock, photos } = this.server;
    disk.put(archive.copy);
    if (!keepsPictures) photos.wipe();
    photos.put(archive.files);
    this.hasRestored = true;
    const { entries } = await this.server.journal.read();
    const drainUntil = clock.now() + DRAIN_MS;
    const { manifest, id } = archive;
    const { epoch, forgotten } = await replayJournal(this.deps, this.server.store, {
      entries,
      manifest,
      place: id,
      elsewhere: true,
      drainUntil,
    });
    await this.server.journal.append([
      { k: 'epoch', epoch, at: clock.now(), backup: id },
      ...forgotten.map((backup) => ({ k: 'forgotten' as const, backup, at: clock.now() })),
    ]);
    const [commune = {}] = disk.rows('commune');
    this.drain = { rev: numberIn(commune, 'rev'), until: drainUntil };
    await this.planted.afterRestore?.(this.server);
    await this.server.boot();
    this.look();
    this.truth.restarted();
  }

  /** The operator has seen enough phones back. */
  async endDrain(): Promise<void> {
    if (this.drain !== undefined) this.drain.until = Math.min(this.drain.until, this.server.clock.now());
    await this.server.store.write(async (transaction) => {
      const commune = await transaction.commune.find();
      if (commune === undefined || commune.drain_until === null) return;
      await transaction.commune.begin({ epoch: commune.epoch, drain_until: null });
      await logServerEntry(this.deps, transaction, 'server.endDrain', {}, { changesFacts: true });
    });
    this.truth.note();
  }

  /** The process that was backing up died with the server. */
  dropTaken(): void {
    this.taken = undefined;
  }
}
