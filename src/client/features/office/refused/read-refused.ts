/** What this machine wrote and the commune did not take, beside what stands there now. */
import { canon } from '#protocol/canon.ts';
import type { Workspace } from '#client/workspace.ts';
import { readNames, type Names } from '../audit/read-names.ts';
import { refusedWrites, type RefusedWrite } from './refused-writes.ts';

export interface RefusedLine extends RefusedWrite {
  row: { rev: number; value: Readonly<Record<string, unknown>> } | undefined;
}

export interface Refused {
  lines: readonly RefusedLine[];
  /** Null while there is nothing to name. */
  names: Names | null;
}

/** Without those where what was wanted stands already. */
export async function readRefused(workspace: Workspace): Promise<Refused> {
  const writes = refusedWrites(await workspace.outbox());
  if (writes.length === 0) return { lines: [], names: null };
  const lines = await Promise.all(
    writes.map(async (write): Promise<RefusedLine | null> => {
      const row = await workspace.row(write.entity, write.id);
      const stands = row === undefined ? null : { rev: row.rev, value: { ...row.value } };
      const isDone =
        write.own === null ? stands === null : stands !== null && canon(write.own) === canon(stands.value);
      return isDone ? null : { ...write, row: stands ?? undefined };
    }),
  );
  return { lines: lines.filter((line) => line !== null), names: await readNames(workspace) };
}
