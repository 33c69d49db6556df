/** The hamlet's households with where each one's form stands, derived from rows, outbox and drafts. */
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import type { DraftRow, OutboxRow, StoredRow } from '#client/db/model.ts';
import type { AssessmentRow, Household } from '#protocol/entities.ts';
import { isFinal } from '#protocol/exchange.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';

/** `aside`: the commune set it aside or did not take it; it needs a hand (see Hàng chờ). */
export type HouseholdState = 'sent' | 'queued' | 'aside' | 'drafting' | 'none';

export interface HouseholdEntry {
  household: Household;
  assessmentId: string;
  state: HouseholdState;
  /** A form from the family itself is with the commune: it is the one that counts. */
  bySelf: boolean;
  byProxy: boolean;
  /** Revision of the row, for a compare-and-set put. */
  rev: number;
  key: string;
}

export interface HouseholdSources {
  communeId: string;
  campaignId: string;
  hamletId: string;
  households: StoredRow<'household'>[];
  assessments: StoredRow<'assessment'>[];
  outbox: OutboxRow[];
  drafts: DraftRow[];
}

export const proxyDraftId = (assessmentId: string): string => `proxy:${assessmentId}`;

const stateFrom = (
  assessment: AssessmentRow | undefined,
  last: OutboxRow | undefined,
  draft: DraftRow | undefined,
): HouseholdState => {
  if (last && (!last.result || !isFinal(last.result.verdict))) return 'queued';
  if (assessment?.submissions.some(({ current }) => current) && assessment.state !== 'withdrawn')
    return 'sent';
  if (last?.result?.verdict === 'applied') return assessment?.state === 'withdrawn' ? 'none' : 'sent';
  if (last) return 'aside';
  return draft?.status === 'open' ? 'drafting' : 'none';
};

/** In Vietnamese name order; households that moved away or were merged are left out. */
export function householdEntries(sources: HouseholdSources): HouseholdEntry[] {
  const { communeId, campaignId, hamletId } = sources;
  const known = new Map(
    sources.assessments
      .filter(({ value }) => value.subjectKind === 'household' && value.campaignId === campaignId)
      .map(({ value }) => [value.subjectId, value]),
  );
  const drafts = new Map(sources.drafts.map((draft) => [draft.id, draft]));
  const lastOf = new Map<string, OutboxRow>();
  for (const row of sources.outbox) {
    if (row.kind === 'assessment.submit' && row.assessmentId !== undefined) lastOf.set(row.assessmentId, row);
  }
  const entries = sources.households
    .filter(
      ({ value }) =>
        value.hamletId === hamletId && value.endedAt === undefined && value.mergedInto === undefined,
    )
    .map(({ value: household, rev }) => {
      const assessment = known.get(household.id);
      // The row carries the id; working it out is a hash, noticed over five hundred households.
      const assessmentId = assessment?.id ?? assessmentIdOf(communeId, campaignId, household.id);
      const current = assessment?.submissions.filter((submission) => submission.current) ?? [];
      const last = lastOf.get(assessmentId);
      return {
        household,
        assessmentId,
        state: stateFrom(assessment, last, drafts.get(proxyDraftId(assessmentId))),
        bySelf: current.some(({ channel }) => channel === 'self'),
        byProxy: last !== undefined || current.some(({ channel }) => channel === 'proxy'),
        rev,
        key: searchKey(`${household.householder} ${household.code ?? ''}`),
      };
    });
  return sortedByName(entries, ({ household }) => household.householder);
}

export const householdFilters = ['all', 'notSent', 'queued', 'sent'] as const;
export type HouseholdFilter = (typeof householdFilters)[number];

const passes = ({ state }: HouseholdEntry, filter: HouseholdFilter): boolean => {
  if (filter === 'all') return true;
  if (filter === 'notSent') return state === 'none' || state === 'drafting' || state === 'aside';
  return state === filter;
};

export const foundEntries = (entries: readonly HouseholdEntry[], query: string, filter: HouseholdFilter) =>
  entries.filter((entry) => passes(entry, filter) && matches(entry.key, query));
