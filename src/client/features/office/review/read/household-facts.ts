/** What the families of one hamlet answered: the bounds of its claims, and who said what. */
import { useMemo } from 'react';
import type { Answers } from '#domain/answers.ts';
import { boundsOf, type ClaimBounds } from '#domain/bounds.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { gather } from '#domain/household-reads.ts';
import { rollupOf, type RollupSuggestion } from '#domain/rollup.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { householdForms } from '#client/subject/household-forms.ts';
import { hasEnded } from '#client/subject/household-gone.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Family {
  id: string;
  name: string;
  code: string;
  /** As it counts now; absent while no form of it does. */
  answers?: Answers;
}

export interface HouseholdFacts {
  families: Family[];
  householdSet: CriteriaSet | undefined;
  /** As the commune has it; undefined while it has not. */
  households: number | undefined;
  people14plus: number | null;
}

/** `assessmentId`: the hamlet's form, whose campaign's families are asked for. */
export async function readHouseholdFacts(
  workspace: Workspace,
  { hamletId, assessmentId }: { hamletId: string; assessmentId: string },
): Promise<HouseholdFacts> {
  const [campaigns, households, assessments, submissions, objections, requests, hamlet] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('household'),
    workspace.rows('assessment'),
    workspace.rows('submission'),
    workspace.rows('objection'),
    workspace.rows('dataRequest'),
    workspace.row('hamlet', hamletId),
  ]);
  const campaignId = assessments.find(({ id }) => id === assessmentId)?.value.campaignId;
  const campaign = campaigns.find(({ id }) => id === campaignId)?.value;
  const set = campaign && (await workspace.row('criteriaSet', campaign.criteriaSets.household));
  const own = households.filter(({ value }) => value.hamletId === hamletId);
  const ids = new Set(own.map(({ id }) => id));
  const ofHamlet = assessments.filter(({ value }) => ids.has(value.subjectId));
  const forms = householdForms({
    communeId: workspace.profile.communeId,
    campaignId: campaign?.id ?? '',
    hamletId,
    households: own,
    submissions,
    assessments: ofHamlet,
    objections,
    requests,
    outbox: [],
  });
  const formOf = new Map(ofHamlet.map(({ id, value }) => [value.subjectId, forms.get(id)]));
  return {
    families: own
      .filter(({ value }) => !hasEnded(value))
      .map(({ id, value }): Family => {
        const answers = formOf.get(id);
        const named = { id, name: value.householder, code: value.code ?? '' };
        return answers === undefined ? named : { ...named, answers };
      }),
    householdSet: set?.value,
    households: hamlet?.value.households,
    people14plus: hamlet?.value.people14plus ?? null,
  };
}

export interface CrossCheck {
  bounds: Readonly<Record<string, ClaimBounds>>;
  suggestions: Readonly<Record<string, RollupSuggestion>>;
  facts: HouseholdFacts | undefined;
}

const NOTHING: CrossCheck = { bounds: {}, suggestions: {}, facts: undefined };

/** The number of households: the commune's own, or what the hamlet wrote while the commune has none. */
function householdsOf(facts: HouseholdFacts, set: CriteriaSet, { snapshot }: SubmissionRow): number {
  const question = set.sharedQuestions.find(({ source }) => source === 'hamlet.households');
  const typed = question && snapshot[question.id];
  return facts.households ?? (typeof typed === 'number' ? typed : 0);
}

export function crossCheck(
  facts: HouseholdFacts | undefined,
  set: CriteriaSet | null,
  submission: SubmissionRow,
): CrossCheck {
  if (facts?.householdSet === undefined || set === null) return NOTHING;
  const forms = facts.families.flatMap(({ answers }) => (answers === undefined ? [] : [answers]));
  const gathered = gather(facts.householdSet, forms, {
    households: householdsOf(facts, set, submission),
    people14plus: facts.people14plus,
  });
  return { bounds: boundsOf(set, gathered), suggestions: rollupOf(set, gathered), facts };
}

const READ = ['rows'] as const;

/** Nothing for a unit or a family; undefined while the forms of the hamlet are read. */
export function useCrossCheck(
  submission: SubmissionRow | undefined,
  set: CriteriaSet | null,
): CrossCheck | undefined {
  const workspace = useWorkspace();
  const hamletId = submission?.subjectId ?? '';
  const assessmentId = submission?.assessmentId ?? '';
  const isHamlet = submission?.subjectKind === 'hamlet';
  const facts = useLive(
    async () => (isHamlet ? readHouseholdFacts(workspace, { hamletId, assessmentId }) : null),
    [workspace, hamletId, assessmentId, isHamlet],
    READ,
  );
  return useMemo(
    () =>
      facts === undefined || submission === undefined
        ? undefined
        : crossCheck(facts ?? undefined, set, submission),
    [facts, set, submission],
  );
}
