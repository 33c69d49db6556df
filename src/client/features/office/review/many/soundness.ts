/** Which families' forms of the list may be verified together, and why the others are left; from what Hôm nay holds. */
import { isOutside, leftBecause, type LeftReason, type SoundFacts } from '#domain/review/sound.ts';
import { freezes, restricts } from '#protocol/family-records.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import { textOf } from '#client/db/answer-text.ts';
import type { SeenForm } from '#client/sync/rare/verify-many.ts';
import type { Entry } from '../../entries.ts';
import type { Desk } from '../../today/desk.ts';
import { trustFlags, type EntryFlagKind } from '../list/entry-marks.ts';

const stages: Record<AssessmentState, SoundFacts['stage']> = {
  draft: 'away',
  received: 'received',
  underReview: 'begun',
  returned: 'away',
  withdrawn: 'away',
  verified: 'verified',
  final: 'verified',
};
const asideFlags: readonly EntryFlagKind[] = ['notDone', 'refused', 'disputed'];

/** A sending never changes: worked out once, from one change of the replica to the next. */
const known = new Map<string, boolean>();

function isFormOutside(form: SubmissionRow, { sets }: Desk): boolean {
  const kept = known.get(form.id);
  if (kept !== undefined) return kept;
  const set = sets.get(form.criteriaSet);
  // Its questions have not reached this machine: nobody can say yet.
  if (set === undefined) return true;
  const found = isOutside(set, form.snapshot, form);
  known.set(form.id, found);
  return found;
}

const answersOf = ({ snapshot }: SubmissionRow): string => {
  const ids = Object.keys(snapshot).sort();
  return ids.map((id) => `${id}=${textOf(snapshot[id]) ?? ''}`).join('\n');
};

export interface Soundness {
  entries: readonly Entry[];
  /** What is sealed for each sound form, by entry. */
  seen: ReadonlyMap<string, SeenForm>;
}

/**
 * Families' forms alone, each with why it is left (`left`); the typed one beside a family's own like one is no other form.
 * `busy`: assessments this screen has just sealed steps for, which the list may not show yet.
 */
export function soundness(entries: readonly Entry[], desk: Desk, busy: ReadonlySet<string>): Soundness {
  const families = entries.filter(({ kind }) => kind === 'household');
  const forms = new Map(desk.rows.submission.map((form) => [form.id, form]));
  const assessments = new Map(desk.rows.assessment.map((row) => [row.id, row]));
  const frozen = new Set([
    ...desk.rows.objection.flatMap((each) => (freezes(each) ? [each.assessmentId] : [])),
    ...desk.rows.dataRequest.flatMap((each) => (restricts(each) ? [each.assessmentId] : [])),
  ]);
  const beside = new Map<string, Entry[]>();
  for (const entry of families)
    beside.set(entry.assessmentId, [...(beside.get(entry.assessmentId) ?? []), entry]);
  const seen = new Map<string, SeenForm>();
  const leftOf = (entry: Entry): LeftReason | null => {
    const form = forms.get(entry.id);
    const row = assessments.get(entry.assessmentId);
    if (form === undefined || row === undefined) return 'away';
    const texts = new Set(
      (beside.get(entry.assessmentId) ?? []).flatMap(({ id }) => {
        const other = forms.get(id);
        return other === undefined ? [] : [answersOf(other)];
      }),
    );
    const has = (kinds: readonly EntryFlagKind[]): boolean =>
      entry.flags.some(({ kind }) => kinds.includes(kind));
    const left = leftBecause({
      stage: stages[row.state],
      isWaiting: has(['waits']) || busy.has(entry.assessmentId),
      isSetAside: has(asideFlags),
      isAsked: entry.asks > 0 || frozen.has(entry.assessmentId),
      differs: texts.size > 1,
      isOutside: isFormOutside(form, desk),
      isFlagged: has(trustFlags),
    });
    if (left === null)
      seen.set(entry.id, {
        assessmentId: entry.assessmentId,
        submission: entry.id,
        statusRev: row.statusRev,
      });
    return left;
  };
  const shown = families.filter(
    ({ channel, assessmentId }) =>
      channel === 'self' || !beside.get(assessmentId)?.some((other) => other.channel === 'self'),
  );
  return { entries: shown.map((entry) => ({ ...entry, left: leftOf(entry) })), seen };
}
