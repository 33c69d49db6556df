/**
 * What counts as *safe* (`protocol.md` §9): only what **every** kept backup holds. A phone deletes on this word, and any
 * kept backup may be the one that is restored, so the newest alone proves nothing.
 */
import type { Tables } from '../store/tables.ts';
import type { KeptBackup } from './facts.ts';

export interface Safe {
  /** Last place of the device's sequence that every kept backup holds; 0 = nothing is safe. */
  safeSeq: number;
  /** Snapshot instant of the oldest kept backup, epoch ms. */
  safeAt?: number;
}

/** Without a kept backup it asks the store nothing. */
export async function safeOf(
  { backup }: Pick<Tables, 'backup'>,
  kept: readonly KeptBackup[],
  deviceId: string,
): Promise<Safe> {
  if (kept.length === 0) return { safeSeq: 0 };
  const held = new Map((await backup.seqsOf(deviceId)).map((row) => [row.backup_id, row.last_seq]));
  return {
    safeSeq: Math.min(...kept.map(({ id }) => held.get(id) ?? 0)),
    safeAt: Math.min(...kept.map(({ madeAt }) => madeAt)),
  };
}
