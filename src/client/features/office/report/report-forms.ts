/** The forms in force as the report counts them, from the office's desk. */
import { criteriaRef, type CriteriaSet, type Pillar, type SubjectKind } from '#domain/criteria.ts';
import { pillarTotals } from '#domain/progress/pillar-totals.ts';
import { kindSum, type KindSum, type ReportedForm } from '#domain/report/kind-sums.ts';
import { officerSheet } from '#domain/review/officer-sheet.ts';
import { gradeOf, score, type Total } from '#domain/score.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import { hasSent, type Desk } from '../today/desk.ts';
import { givenIn } from '../today/given.ts';

/** Pillars of a form never change; ten thousand families' are not counted anew at every change of the replica. */
export type PillarCache = Map<string, Record<Pillar, Total>>;

interface Standing {
  form: SubmissionRow;
  set: CriteriaSet;
  scores: ScoresRow | undefined;
  state: string;
  firstLate: boolean;
}

function reported({ form, set, scores, state, firstLate }: Standing, cache: PillarCache): ReportedForm {
  const common = { onTime: !firstLate, returned: state === 'returned', sentAgain: form.round > 1 };
  const verified = state === 'verified' || state === 'final';
  if (verified) {
    const sheet = officerSheet(set, form.snapshot, givenIn(scores).settled);
    const counted = sheet.criteria.map(({ id, points, maxPoints, status }) => ({
      id,
      points,
      maxPoints,
      applies: status !== 'notApplicable',
    }));
    return {
      ...common,
      verified,
      points: sheet.normalised,
      grade: sheet.grade?.name ?? null,
      pillars: pillarTotals(set, counted),
    };
  }
  const pillars = cache.get(form.id) ?? score(set, form.snapshot).pillars;
  cache.set(form.id, pillars);
  return {
    ...common,
    verified,
    points: form.serverScore,
    grade: gradeOf(set.grades, form.serverScore)?.name ?? null,
    pillars,
  };
}

/** Whether the first of a form's sendings came late, by assessment. */
function firstLates({ rows }: Desk): Map<string, boolean> {
  const first = new Map<string, SubmissionRow>();
  for (const form of rows.submission) {
    const known = first.get(form.assessmentId);
    if (known === undefined || form.receivedAt < known.receivedAt) first.set(form.assessmentId, form);
  }
  return new Map([...first].map(([id, { late }]) => [id, late]));
}

export type ReportSums = Record<SubjectKind, KindSum>;

export function reportSums(desk: Desk, cache: PillarCache): ReportSums {
  const late = firstLates(desk);
  const states = new Map(desk.rows.assessment.map(({ id, state }) => [id, state]));
  const scores = new Map(desk.rows.scores.map((row) => [row.submissionId, row]));
  const of = (form: SubmissionRow): ReportedForm[] => {
    const set = desk.sets.get(form.criteriaSet);
    if (set === undefined) return [];
    const { assessmentId } = form;
    return [
      reported(
        {
          form,
          set,
          scores: scores.get(form.id),
          state: states.get(assessmentId) ?? '',
          firstLate: late.get(assessmentId) ?? false,
        },
        cache,
      ),
    ];
  };
  const sumOf = (kind: SubjectKind, forms: readonly SubmissionRow[], total: number): KindSum => {
    const sets = [...desk.sets.values()].filter(({ subjectKind }) => subjectKind === kind);
    const used = new Set(forms.map(({ criteriaSet }) => criteriaSet));
    const grades = sets
      .filter((set) => used.has(criteriaRef(set)))
      .flatMap((set) => set.grades)
      .sort((a, b) => b.min - a.min);
    return kindSum(forms.flatMap(of), total, [...new Set(grades.map(({ name }) => name))]);
  };
  const ofStandings = (standings: Desk['hamlets']): SubmissionRow[] =>
    standings.flatMap((standing) =>
      hasSent(standing) && standing.submission !== undefined ? [standing.submission] : [],
    );
  return {
    hamlet: sumOf('hamlet', ofStandings(desk.hamlets), desk.hamlets.length),
    unit: sumOf('unit', ofStandings(desk.units), desk.units.length),
    household: sumOf('household', [...desk.forms.values()].flat(), desk.allFamilies.total),
  };
}
