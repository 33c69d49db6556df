/** What the families' forms allow each hamlet to claim; worked out once per change of that hamlet's forms. */
import { boundsOf, type ClaimBounds } from '#domain/bounds.ts';
import { criteriaOf } from '#domain/criteria.ts';
import { gather } from '#domain/household-reads.ts';
import { judgeClaim, type Claim } from '#domain/judge-claim.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import type { Hamlet } from '#protocol/entities.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { Desk, SubjectStanding } from './desk.ts';

export type HamletBounds = Readonly<Record<string, ClaimBounds>>;

/** Which forms and numbers some bounds were worked out from; forms are frozen, so their ids say it all. */
const stampOf = (hamlet: Hamlet, forms: readonly SubmissionRow[], sets: string): string =>
  [sets, hamlet.households, hamlet.people14plus, ...forms.map(({ id }) => id)].join();

/** Keeps what it worked out from one change of the replica to the next. */
export function createHamletClaims() {
  const known = new Map<string, { stamp: string; bounds: HamletBounds }>();
  return {
    /** By criterion id, for the rolled-up criteria of `set`; none while the families it had are not known. */
    boundsFor(desk: Desk, hamlet: Hamlet, set: CriteriaSet | undefined): HamletBounds {
      const householdSet = desk.sets.get(desk.campaign?.criteriaSets.household ?? '');
      if (set === undefined || householdSet === undefined || desk.merged.has(hamlet.id)) return {};
      const forms = desk.forms.get(hamlet.id) ?? [];
      const stamp = stampOf(hamlet, forms, `${set.id}@${set.version} ${householdSet.version}`);
      const kept = known.get(hamlet.id);
      if (kept?.stamp === stamp) return kept.bounds;
      const gathered = gather(
        householdSet,
        forms.map(({ snapshot }) => snapshot),
        { households: hamlet.households ?? 0, people14plus: hamlet.people14plus ?? null },
      );
      const bounds = boundsOf(set, gathered);
      known.set(hamlet.id, { stamp, bounds });
      return bounds;
    },
  };
}
export type HamletClaims = ReturnType<typeof createHamletClaims>;

/** What the form in force claims under one criterion; null where it claims no figure. */
export function claimOf({ submission }: SubjectStanding, criterion: Criterion): Claim | null {
  if (submission === undefined) return null;
  const { why } = scoreCriterion(criterion, submission.snapshot);
  return why.kind === 'ratio' ? { n: why.n, d: why.d } : null;
}

/** How many of a hamlet's claims no completion of the missing answers reaches. */
export function claimsAbove(standing: SubjectStanding, bounds: HamletBounds): number {
  if (standing.set === undefined) return 0;
  return criteriaOf(standing.set).filter((criterion) => {
    const found = bounds[criterion.id];
    const claim = found && claimOf(standing, criterion);
    return found && claim && judgeClaim(found, claim).kind === 'tooHigh';
  }).length;
}
