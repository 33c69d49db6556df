/** How far each form is scored and what there is to look at in it, for the list; worked out once per change. Pure. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { groupsOf } from '../read/review-rows.ts';
import { liveScores, ownScores, standingOf, type OwnScore } from '../scores/live-scores.ts';

/** What the checks name (`trust-flags.ts`); each a place to look, none a verdict. */
export const trustFlags = ['outside', 'unlikely', 'outlier', 'reused', 'alike', 'quick', 'straight'] as const;
export type TrustFlagKind = (typeof trustFlags)[number];
/** In the order they are shown: what needs a hand first. */
export const entryFlags = [
  'notDone',
  'refused',
  'disputed',
  ...trustFlags,
  'photos',
  'resent',
  'late',
  'waits',
] as const;
export type EntryFlagKind = (typeof entryFlags)[number];

export interface EntryFlag {
  kind: EntryFlagKind;
  n: number;
}

export interface EntryMarks {
  /** Criteria with one agreed number of points, of all. */
  graded: number;
  criteria: number;
  /** The office has the turn, and criteria this person scores have no points yet. */
  isMine: boolean;
  /** Something of it is this person's to score, whoever has the turn. */
  isOurs: boolean;
  /** Why the last step of this machine had no effect, where nothing has happened to the form since. */
  notDone?: VerdictCode | undefined;
  /** What needs a hand first. */
  flags: readonly EntryFlag[];
}

export const noMarks: EntryMarks = { graded: 0, criteria: 0, isMine: false, isOurs: true, flags: [] };

export interface MarkSources {
  role: string;
  submissions: readonly SubmissionRow[];
  assessments: ReadonlyMap<string, AssessmentRow>;
  /** By assessment: the code with which this machine's last step was refused (`refused-moves.ts`). */
  notDone: ReadonlyMap<string, VerdictCode | undefined>;
  /** By reference. */
  sets: ReadonlyMap<string, CriteriaSet>;
  scores: ReadonlyMap<string, StoredRow<'scores'>>;
  photos: readonly PhotoRow[];
  assignments: readonly StoredRow<'scoringAssignment'>[];
  outbox: readonly OutboxRow[];
}

const isWaiting = ({ result }: OutboxRow): boolean => result === undefined || result.verdict === 'retry';
const isRefused = ({ result }: OutboxRow): boolean =>
  result?.verdict === 'refused' || result?.verdict === 'quarantined';

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The last own score of each criterion, where the commune did not take it, by form. */
function refusedBy(own: readonly OwnScore[], formOf: ReadonlyMap<string, string>): Map<string, number> {
  const last = new Map<string, OwnScore>();
  for (const score of own)
    last.set(`${formOf.get(score.args.submission) ?? ''} ${score.args.criterionId}`, score);
  return countBy(
    [...last.values()].filter(({ row }) => isRefused(row)),
    ({ args }) => formOf.get(args.submission),
  );
}

export function entryMarks(sources: MarkSources): Map<string, EntryMarks> {
  const { submissions, scores, photos, outbox } = sources;
  const own = ownScores(outbox);
  const ownBy = new Map<string, OwnScore[]>();
  for (const score of own)
    ownBy.set(score.args.submission, [...(ownBy.get(score.args.submission) ?? []), score]);
  // Forms whose earlier sendings were scored here are few: all sendings of a form are known by its row.
  const formOf = new Map<string, string>();
  for (const { id, submissions: all } of sources.assessments.values())
    for (const submission of all) formOf.set(submission.id, id);
  for (const { id, assessmentId } of submissions) formOf.set(id, assessmentId);
  const refused = refusedBy(own, formOf);
  const missing = countBy(photos, ({ state, assessmentId }) =>
    state === 'stored' ? undefined : assessmentId,
  );
  const waits = countBy(outbox, (row) =>
    isWaiting(row) ? (row.assessmentId ?? formOf.get(submissionIn(row, own))) : undefined,
  );
  return new Map(
    submissions.map((submission) => {
      const { id, assessmentId } = submission;
      const given = scores.get(id);
      const mine = ownBy.get(id) ?? [];
      const marked = markOne(submission, given, mine, sources);
      const flags: Partial<Record<EntryFlagKind, number>> = {
        notDone: sources.notDone.has(assessmentId) ? 1 : 0,
        refused: refused.get(assessmentId) ?? 0,
        disputed: marked.disputed,
        photos: missing.get(assessmentId) ?? 0,
        resent: submission.round > 1 ? submission.round : 0,
        late: submission.late ? 1 : 0,
        waits: waits.get(assessmentId) ?? 0,
      };
      const { disputed: _disputed, ...rest } = marked;
      const shown = entryFlags.flatMap((kind) => (flags[kind] ? [{ kind, n: flags[kind] }] : []));
      return [id, { ...rest, notDone: sources.notDone.get(assessmentId), flags: shown }] as const;
    }),
  );
}

const submissionIn = (row: OutboxRow, own: readonly OwnScore[]): string =>
  own.find((score) => score.row === row)?.args.submission ?? '';

/** Numbers of criteria by set, and by set and assigned groups: the same for thousands of forms. */
function markOne(
  { criteriaSet, subjectKind, assessmentId }: SubmissionRow,
  given: StoredRow<'scores'> | undefined,
  own: readonly OwnScore[],
  { role, sets, assessments, assignments }: MarkSources,
): Pick<EntryMarks, 'graded' | 'criteria' | 'isMine' | 'isOurs'> & { disputed: number } {
  const set = sets.get(criteriaSet);
  if (set === undefined) return { graded: 0, criteria: 0, isMine: false, isOurs: true, disputed: 0 };
  const state = assessments.get(assessmentId)?.state ?? 'received';
  const isOpen = state === 'received' || state === 'underReview';
  const groups = groupsOf(role, assignments, subjectKind);
  const live = given === undefined && own.length === 0 ? {} : liveScores(given, own);
  const standing = new Map(Object.entries(live).map(([id, versions]) => [id, standingOf(versions).kind]));
  const all = criteriaOf(set);
  const mine =
    groups === null
      ? all
      : set.groups.filter(({ code }) => groups.has(code)).flatMap(({ criteria }) => criteria);
  return {
    graded: all.filter(({ id }) => standing.get(id) === 'given').length,
    criteria: all.length,
    isOurs: mine.length > 0,
    isMine:
      isOpen && subjectKind !== 'household' && mine.some(({ id }) => (standing.get(id) ?? 'none') === 'none'),
    disputed: [...standing.values()].filter((kind) => kind === 'disputed').length,
  };
}
