/**
 * The commune's points beside the claimed ones, as the people of a hamlet or unit read them once their form is verified
 * (three scores side by side; the server publishes them with the verdict). Pure. Points are hundredths.
 */
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { officerSheet, type VerifiedTotal } from '#domain/review/officer-sheet.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { score } from '#domain/score.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';

export interface CommuneItem {
  criterion: Criterion;
  /** Null: does not apply. */
  claimed: number | null;
  given: number | null;
  reason: string;
  byName: string;
  /** Epoch ms; 0 where nobody scored it by hand. */
  at: number;
}

export interface CommuneScore {
  total: VerifiedTotal;
  /** Normalised, as it was claimed. */
  self: number;
  /** In the order of the set. */
  changed: CommuneItem[];
  same: CommuneItem[];
}

/** Of several versions the newest speaks; a verified form has none that differ (`protocol.md` §7). */
const latest = (row: ScoresRow | undefined, id: string) =>
  (row?.fields[id] ?? []).reduce<ScoresRow['fields'][string][number] | undefined>(
    (newest, each) => (newest === undefined || each.at > newest.at ? each : newest),
    undefined,
  );

/** `set`: the one the submission was filled under. */
export function communeScore(
  set: CriteriaSet,
  { snapshot }: Pick<SubmissionRow, 'snapshot'>,
  scores: ScoresRow | undefined,
): CommuneScore {
  const criteria = criteriaOf(set);
  const given = Object.fromEntries(
    criteria.flatMap(({ id }) => {
      const version = latest(scores, id);
      return version === undefined ? [] : [[id, version] as const];
    }),
  );
  const sheet = officerSheet(set, snapshot, given);
  const changed: CommuneItem[] = [];
  const same: CommuneItem[] = [];
  for (const criterion of criteria) {
    const claim = scoreCriterion(criterion, snapshot);
    const standing = sheet.criteria.find(({ id }) => id === criterion.id);
    const version = given[criterion.id];
    const claimed = claim.status === 'notApplicable' ? null : claim.points;
    const decided = standing === undefined || standing.status === 'notApplicable' ? null : standing.points;
    const { reason = '', byName = '', at = 0 } = version ?? {};
    (claimed === decided ? same : changed).push({ criterion, claimed, given: decided, reason, byName, at });
  }
  return { total: sheet, self: score(set, snapshot).normalised, changed, same };
}
