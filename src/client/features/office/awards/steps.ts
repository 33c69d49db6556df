/** Steps of many awards at once, as the records they come to. Pure. */
import { movesFrom } from '#domain/awards/workflow.ts';
import type { AwardState } from '#domain/awards/workflow.ts';
import type { Award } from '#protocol/award-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { BatchRecord } from '#client/workspace.ts';

type AwardRow = Pick<StoredRow<'award'>, 'id' | 'rev' | 'value'>;
export type Move = ReturnType<typeof movesFrom>[number];

/** What a step may change beside the course. */
type StepPart = Partial<
  Pick<
    Award,
    | 'villageVote'
    | 'noticeId'
    | 'meetingId'
    | 'letterId'
    | 'decisionId'
    | 'delivery'
    | 'namedPublicly'
    | 'upward'
  >
>;

export const moveTo = (award: Award, to: AwardState): Move | undefined =>
  movesFrom(award).find((move) => move.to === to);

/** May it go there now, with nothing left out? */
export const canGo = (award: Award, to: AwardState): boolean => moveTo(award, to)?.skipped.length === 0;

/** The award one step further; undefined where its path has no such step from here. */
export function stepped(
  award: Award,
  to: AwardState,
  { at, reason = '', part = {} }: { at: number; reason?: string; part?: StepPart },
): Award | undefined {
  const move = moveTo(award, to);
  if (move === undefined) return undefined;
  const why = reason.trim();
  const step = {
    to,
    at,
    ...(move.skipped.length > 0 && { skipped: [...move.skipped] }),
    ...(why !== '' && { reason: why }),
  };
  return { ...award, ...part, course: [...award.course, step] };
}

/** Records of the step, of those that can take it. */
export const stepRecords = (
  rows: readonly AwardRow[],
  to: AwardState,
  { at, reason, partOf }: { at: number; reason?: string; partOf?: (award: Award) => StepPart },
): BatchRecord[] =>
  rows.flatMap(({ id, rev, value }) => {
    const next = stepped(value, to, {
      at,
      ...(reason !== undefined && { reason }),
      ...(partOf && { part: partOf(value) }),
    });
    return next === undefined ? [] : [{ entity: 'award' as const, id, value: next, baseRev: rev }];
  });

interface CommonMove {
  to: AwardState;
  /** Those of the chosen that can take it. */
  rows: AwardRow[];
  skipped: Move['skipped'];
  needsReason: boolean;
}

/**
 * Steps to which at least one of the chosen can go by a press and a reason alone. Those that rest on a paper (a vote, a
 * notice, a meeting, a letter, a decision, a delivery) have screens of their own, unless they are left out.
 */
const WITH_PAPER: ReadonlySet<AwardState> = new Set([
  'villageVote',
  'publicNotice',
  'councilMeeting',
  'proposed',
  'decided',
  'delivered',
]);

export function commonMoves(rows: readonly AwardRow[]): CommonMove[] {
  const moves = new Map<AwardState, CommonMove>();
  for (const row of rows)
    for (const { to, skipped, needsReason } of movesFrom(row.value)) {
      if (WITH_PAPER.has(to)) continue;
      const known = moves.get(to) ?? { to, rows: [], skipped: [], needsReason: false };
      known.rows.push(row);
      known.skipped = [...new Set([...known.skipped, ...skipped])];
      known.needsReason ||= needsReason;
      moves.set(to, known);
    }
  return [...moves.values()];
}
