/** Everything one submission's page needs, read from this machine in one go. */
import type { CriteriaSet } from '#domain/criteria.ts';
import type { Deadline } from '#protocol/entities.ts';
import type { CommentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import { operationSchema } from '#protocol/operation.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { useLive } from '#client/app/use-live.ts';
import type { Workspace } from '#client/workspace.ts';

/** A comment of this machine that the commune has not answered for, or has set aside. */
export interface OwnComment {
  opId: string;
  text: string;
  at: number;
  state: 'queued' | 'setAside';
}

export interface SubmissionView {
  submission: SubmissionRow;
  assessment: StoredRow<'assessment'> | null;
  /** The pinned set; null while it has not reached this machine. */
  set: CriteriaSet | null;
  hamletName: string;
  deadline: Deadline | null;
  /** All of the same assessment, newest first. */
  history: SubmissionRow[];
  comments: CommentRow[];
  own: OwnComment[];
  /** Moves sealed on this machine, in order of seq. */
  ownMoves: OutboxRow[];
}

/** `known`: ids of comments that came back with the feed; those are shown from there. */
export function ownComments(
  outbox: readonly OutboxRow[],
  assessmentId: string,
  known: ReadonlySet<string>,
): OwnComment[] {
  return outbox.flatMap((row): OwnComment[] => {
    if (row.kind !== 'comment.add' || row.assessmentId !== assessmentId || known.has(row.opId)) return [];
    const parsed = operationSchema.safeParse(JSON.parse(row.text));
    if (!parsed.success || parsed.data.kind !== 'comment.add') return [];
    const waits =
      row.result === undefined || row.result.verdict === 'retry' || row.result.verdict === 'applied';
    return [
      { opId: row.opId, text: parsed.data.args.text, at: row.sealedAt, state: waits ? 'queued' : 'setAside' },
    ];
  });
}

/** What stands around one submission. Reads begin together, so that a live query notices each of them. */
async function readAround(workspace: Workspace, submission: SubmissionRow): Promise<SubmissionView> {
  const { assessmentId, subjectKind } = submission;
  const hamletId = subjectKind === 'hamlet' ? submission.subjectId : (submission.hamletId ?? '');
  const [assessment, set, hamlet, deadlines, submissions, comments, outbox] = await Promise.all([
    workspace.row('assessment', assessmentId),
    workspace.row('criteriaSet', submission.criteriaSet),
    workspace.row('hamlet', hamletId),
    workspace.rows('deadline'),
    workspace.rows('submission'),
    workspace.rows('comment'),
    workspace.outbox(),
  ]);
  const thread = comments
    .map(({ value }) => value)
    .filter((comment) => comment.assessmentId === assessmentId)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    submission,
    assessment: assessment ?? null,
    set: set?.value ?? null,
    hamletName: hamlet?.value.name ?? '',
    deadline: deadlines.find(({ value }) => value.subjectKind === subjectKind)?.value ?? null,
    history: submissions
      .map(({ value }) => value)
      .filter((other) => other.assessmentId === assessmentId)
      .sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1)),
    comments: thread,
    ownMoves: outbox.filter((row) => row.kind === 'assessment.move' && row.assessmentId === assessmentId),
    own: ownComments(outbox, assessmentId, new Set(thread.map((comment) => comment.id))),
  };
}

/** One submission with what stands around it; `undefined` while reading, `null` when it is not on this machine. */
export function useSubmission(workspace: Workspace, id: string): SubmissionView | null | undefined {
  const found = useLive(async () => (await workspace.row('submission', id))?.value ?? null, [workspace, id]);
  const view = useLive(
    () => (found ? readAround(workspace, found) : Promise.resolve(undefined)),
    [workspace, found],
  );
  return found === null ? null : view;
}
