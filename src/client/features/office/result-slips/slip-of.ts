/** One subject's result as it is put on paper: three scores side by side, criterion by criterion, and why. Pure. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { supportedSheet } from '#domain/review/supported-sheet.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { score } from '#domain/score.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import { boundsFor, type GroupFacts, type GroupView, type RankedForm } from '../ranking/group-view.ts';
import { groundsOf } from '../ranking/grounds.ts';
import { codeWords } from '../review/scores/score-draft.ts';

/** Points in hundredths; null = does not apply. */
interface SlipRow {
  code: string;
  text: string;
  max: number;
  self: number | null;
  supported: number | null;
  officer: number | null;
  /** Why the commune's points are not those of the form. */
  reason: string;
}

export interface ResultSlip {
  subjectId: string;
  kind: 'hamlet' | 'unit' | 'household';
  name: string;
  /** Hamlet of a family. */
  hamletName: string;
  /** When the commune received the form, epoch ms. */
  receivedAt: number;
  rows: readonly SlipRow[];
  /** Normalised hundredths. */
  self: number;
  supported: number;
  officer: number;
  /** '' = none that is told. */
  grade: string;
  /** From the frozen ranking; a family's place is not told (`domain.md` §2.0). */
  rank: { rank: number; of: number; at: number } | null;
}

/** Of several versions the newest speaks; a verified form has none that differ (`protocol.md` §7). */
function reasonOf(scores: ScoresRow | undefined, criterionId: string, isOther: boolean): string {
  const [newest] = [...(scores?.fields[criterionId] ?? [])].sort((a, b) => b.at - a.at);
  if (newest === undefined) return '';
  const why = isOther ? codeWords(newest.reasonCode) : '';
  return [why, newest.reason].filter((part) => part !== '').join(': ');
}

const gradeOf = ({ set, sheet }: RankedForm): string =>
  set.subjectKind === 'household' && sheet.grade?.min === 0 ? '' : (sheet.grade?.name ?? '');

function rankOf({ freezes }: GroupView, { subjectId, set }: RankedForm): ResultSlip['rank'] {
  const frozen = freezes[0]?.value;
  const rank = frozen?.results.find((result) => result.subjectId === subjectId)?.rank;
  if (frozen === undefined || rank === undefined || set.subjectKind === 'household') return null;
  const of = frozen.results.filter((result) => result.rank !== undefined).length;
  return { rank, of, at: frozen.frozenAt };
}

export function slipOf(facts: GroupFacts, view: GroupView, form: RankedForm): ResultSlip {
  const { desk, rows } = facts;
  const { set, submission, sheet, subjectId } = form;
  const standing = desk.hamlets.find(({ id }) => id === subjectId);
  const supported = supportedSheet(
    set,
    groundsOf(rows, {
      set,
      submission,
      campaignId: desk.campaign?.id ?? '',
      year: desk.campaign?.year ?? 0,
      bounds: boundsFor(facts, { set, submission, ...(standing && { standing }) }),
    }),
  );
  const scores = desk.rows.scores.find(({ submissionId }) => submissionId === submission.id);
  return {
    subjectId,
    kind: set.subjectKind,
    name: form.name,
    hamletName: view.group.hamletName ?? '',
    receivedAt: submission.receivedAt,
    rows: criteriaOf(set).map((criterion): SlipRow => {
      const claim = scoreCriterion(criterion, submission.snapshot);
      const self = claim.status === 'notApplicable' ? null : claim.points;
      const ground = supported.criteria.find(({ id }) => id === criterion.id);
      const given = sheet.criteria.find(({ id }) => id === criterion.id);
      const officer = given === undefined || given.status === 'notApplicable' ? null : given.points;
      return {
        code: criterion.code,
        text: criterion.shortText,
        max: criterion.maxPoints,
        self,
        supported: ground === undefined || ground.status === 'notApplicable' ? null : ground.points,
        officer,
        reason: reasonOf(scores, criterion.id, officer !== self),
      };
    }),
    self: score(set, submission.snapshot).normalised,
    supported: supported.normalised,
    officer: sheet.normalised,
    grade: gradeOf(form),
    rank: rankOf(view, form),
  };
}
