/** What was really committed, in this life of the commune's database and in earlier ones, and what its backups hold. */
import type { Copy, Row } from '../database.ts';
import type { SimServer } from '../server.ts';
import { Broken } from './broken.ts';

interface Committed {
  hash: string;
  /** Verdicts it ever got; a restore may lead to another one. */
  verdicts: Set<string>;
}

export interface Kept {
  id: string;
  copy: Copy;
  opIds: ReadonlySet<string>;
}

export const textIn = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};
export const numberIn = (row: Row, column: string): number => Number(row[column] ?? 0);

export class Truth {
  readonly ever = new Map<string, Committed>();
  /** Operations some person was told are safe. */
  readonly promised = new Map<string, string>();
  /** Backups that may be restored from. */
  kept: Kept[] = [];
  private readonly server: SimServer;
  private rev = 0;

  constructor(server: SimServer) {
    this.server = server;
    this.note();
  }

  /** After anything that may have committed. */
  note(): void {
    for (const row of this.server.disk.rows('operation', 'rev > ?', [this.rev])) {
      const opId = textIn(row, 'op_id');
      const known = this.ever.get(opId);
      const verdicts = new Set([...(known?.verdicts ?? []), textIn(row, 'verdict')]);
      this.ever.set(opId, { hash: textIn(row, 'op_hash'), verdicts });
      this.rev = Math.max(this.rev, numberIn(row, 'rev'));
    }
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
    if (this.promised.size === 0) return;
    const live = this.opIdsOf();
    for (const opId of this.promised.keys()) {
      if (!live.has(opId)) throw new Broken('I1', `${opId} was called safe and the commune lacks it`);
      if (this.kept.length > 0 && !this.isSafe(opId))
        throw new Broken('I1', `${opId} was called safe and a kept backup lacks it`);
    }
  }
}
