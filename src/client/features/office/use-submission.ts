/** One submission and what was said and done about it. */
import type { CriteriaSet } from '#domain/criteria.ts';
import type { Deadline } from '#protocol/entities.ts';
import type { CommentRow } from '#protocol/draft-rows.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { operationSchema } from '#protocol/operation.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

/** A comment of this machine that the commune has not answered for, or has set aside. */
export interface OwnComment {
  opId: string;
  criterionId?: string;
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
    const { text, criterionId } = parsed.data.args;
    const named = criterionId === undefined ? {} : { criterionId };
    return [{ opId: row.opId, ...named, text, at: row.sealedAt, state: waits ? 'queued' : 'setAside' }];
  });
}

/** Every sending of the form: by name where its row lists them, because all forms of a commune are ten thousand. */
async function readHistory(
  workspace: Workspace,
  { id, assessmentId }: SubmissionRow,
  assessment: StoredRow<'assessment'> | undefined,
): Promise<SubmissionRow[]> {
  const ids = assessment?.value.submissions.map((submission) => submission.id) ?? [];
  const rows = ids.includes(id)
    ? await Promise.all(ids.map((each) => workspace.row('submission', each)))
    : await workspace.rows('submission');
  return rows.flatMap((row) => (row?.value.assessmentId === assessmentId ? [row.value] : []));
}

/** What stands around one submission. Reads begin together, so that a live query notices each of them. */
export async function readAround(workspace: Workspace, submission: SubmissionRow): Promise<SubmissionView> {
  const { assessmentId, subjectKind } = submission;
  const hamletId = subjectKind === 'hamlet' ? submission.subjectId : (submission.hamletId ?? '');
  const [assessment, set, hamlet, deadlines, comments, outbox] = await Promise.all([
    workspace.row('assessment', assessmentId),
    workspace.row('criteriaSet', submission.criteriaSet),
    workspace.row('hamlet', hamletId),
    workspace.rows('deadline'),
    workspace.rows('comment'),
    workspace.outbox(),
  ]);
  const history = await readHistory(workspace, submission, assessment);
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
    history: history.sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1)),
    comments: thread,
    ownMoves: outbox.filter((row) => row.kind === 'assessment.move' && row.assessmentId === assessmentId),
    own: ownComments(outbox, assessmentId, new Set(thread.map((comment) => comment.id))),
  };
}
