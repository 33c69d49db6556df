/**
 * Officers' points as registers, seen from one machine: which versions live, with this machine's own that the commune
 * has not shown yet laid over, so that a score given without a network stands in its cell at once. Pure.
 */
import { isGivenCode, meansTheSame } from '#domain/review/given-points.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { OperationOf } from '#protocol/operation.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';

type Version = ScoresRow['fields'][string][number];

export interface GivenScore extends Omit<Version, 'byRole'> {
  /** Absent for one of this machine that has not come back. */
  byRole?: Version['byRole'];
  isOwn: boolean;
  /** The commune has not answered for it. */
  waits: boolean;
}

/** By criterion id; more than one version that differ = two officers have to agree. */
export type LiveScores = Readonly<Record<string, readonly GivenScore[]>>;

export interface OwnScore {
  row: OutboxRow;
  opId: string;
  args: OperationOf<'score.set'>['args'];
}

/** Every `score.set` sealed here that can be read, in order of seq. */
export const ownScores = (outbox: readonly OutboxRow[]): OwnScore[] =>
  outbox.flatMap((row) => {
    const operation = row.kind === 'score.set' ? operationIn(row) : undefined;
    return operation?.kind === 'score.set' ? [{ row, opId: operation.opId, args: operation.args }] : [];
  });

const isAnswered = ({ result }: OutboxRow): boolean => result !== undefined && result.verdict !== 'retry';

/** In effect, or may still be, and not in the pulled row yet. */
function isAhead(row: OutboxRow, rev: number): boolean {
  if (!isAnswered(row)) return true;
  const { verdict, rev: at = 0 } = row.result ?? { verdict: 'retry' };
  return (verdict === 'applied' || verdict === 'conflict') && at > rev;
}

/** `own`: this machine's scores of the same submission, in order of seq. */
export function liveScores(pulled: StoredRow<'scores'> | undefined, own: readonly OwnScore[]): LiveScores {
  const ownIds = new Set(own.map(({ opId }) => opId));
  const live: Record<string, GivenScore[]> = Object.fromEntries(
    Object.entries(pulled?.value.fields ?? {}).map(([criterionId, versions]) => [
      criterionId,
      versions.map((version) => ({ ...version, isOwn: ownIds.has(version.opId), waits: false })),
    ]),
  );
  for (const { row, opId, args } of own) {
    const { criterionId, points, reasonCode, reason, bases } = args;
    const known = live[criterionId] ?? [];
    if (!isAhead(row, pulled?.rev ?? 0) || known.some((version) => version.opId === opId)) continue;
    const rest = known.filter((version) => !bases.includes(version.opId));
    const mine = { opId, points, reasonCode, reason, byName: '', at: row.sealedAt };
    live[criterionId] = [...rest, { ...mine, isOwn: true, waits: !isAnswered(row) }];
  }
  return live;
}

/** `bases`: the versions whoever changes it has seen. */
export type Standing = { bases: readonly string[] } & (
  | { kind: 'none' }
  | { kind: 'given'; score: GivenScore }
  /** One of each that differ, oldest first. */
  | { kind: 'disputed'; scores: readonly GivenScore[] }
);

/** What stands for one criterion. `versions`: the living ones. */
export function standingOf(versions: readonly GivenScore[] = []): Standing {
  const bases = versions.map(({ opId }) => opId);
  const distinct: GivenScore[] = [];
  for (const version of [...versions].sort((a, b) => a.at - b.at)) {
    const known = distinct.findIndex((other) => meansTheSame(other, version));
    // Of equal ones the newest speaks: its reason is the last one written.
    if (known === -1) distinct.push(version);
    else distinct[known] = version;
  }
  const [first, second] = distinct;
  if (first === undefined) return { kind: 'none', bases };
  if (second !== undefined) return { kind: 'disputed', scores: distinct, bases };
  return isGivenCode(first.reasonCode) ? { kind: 'given', score: first, bases } : { kind: 'none', bases };
}
