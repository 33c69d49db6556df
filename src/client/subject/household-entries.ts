/** The hamlet's households with where each one's form stands, derived from rows, outbox and drafts. */
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import type { DraftRow, OutboxRow, StoredRow } from '#client/db/model.ts';
import type { Household } from '#protocol/entities.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { isFinal } from '#protocol/exchange.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { freezes, restricts } from '#protocol/family-records.ts';
import { hasEnded } from './household-gone.ts';

/**
 * `aside`: the commune set it aside or did not take it; it needs a hand (see Hàng chờ). `returned`: the commune asks for
 * something more.
 */
export type HouseholdState = 'sent' | 'queued' | 'aside' | 'returned' | 'drafting' | 'none';

export interface HouseholdEntry {
  household: Household;
  assessmentId: string;
  state: HouseholdState;
  /** A form from the family itself is with the commune: it is the one that counts. */
  bySelf: boolean;
  byProxy: boolean;
  /** The family objects to what was typed for it, and its points are frozen. */
  isObjected: boolean;
  /** The family asked that its form be used no more for now: it counts in nothing. */
  isRestricted: boolean;
  /** Added on this phone, and the commune has not heard of it yet. */
  isNew: boolean;
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
  objections: StoredRow<'objection'>[];
  requests: StoredRow<'dataRequest'>[];
  outbox: OutboxRow[];
  drafts: DraftRow[];
}

export const proxyDraftId = (assessmentId: string): string => `proxy:${assessmentId}`;

const stateFrom = (
  row: StoredRow<'assessment'> | undefined,
  last: OutboxRow | undefined,
  draft: DraftRow | undefined,
): HouseholdState => {
  if (last && (!last.result || !isFinal(last.result.verdict))) return 'queued';
  const assessment: AssessmentRow | undefined = row?.value;
  // Sent again since: its row of then has not come back yet.
  const isAnswered = last?.result?.verdict === 'applied' && (last.result.rev ?? 0) > (row?.rev ?? 0);
  if (assessment?.state === 'returned' && !isAnswered) return 'returned';
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
      .map((row) => [row.value.subjectId, row]),
  );
  const objecting = new Set(
    sources.objections.flatMap(({ value }) => (freezes(value) ? [value.householdId] : [])),
  );
  const restricted = new Set(
    sources.requests.flatMap(({ value }) => (restricts(value) ? [value.assessmentId] : [])),
  );
  const drafts = new Map(sources.drafts.map((draft) => [draft.id, draft]));
  const lastOf = new Map<string, OutboxRow>();
  for (const row of sources.outbox) {
    if (row.kind === 'assessment.submit' && row.assessmentId !== undefined) lastOf.set(row.assessmentId, row);
  }
  const entries = sources.households
    .filter(({ value }) => value.hamletId === hamletId && !hasEnded(value))
    .map(({ value: household, rev }) => {
      const row = known.get(household.id);
      const assessment = row?.value;
      // The row carries the id; working it out is a hash, noticed over five hundred households.
      const assessmentId = assessment?.id ?? assessmentIdOf(communeId, campaignId, household.id);
      const current = assessment?.submissions.filter((submission) => submission.current) ?? [];
      const last = lastOf.get(assessmentId);
      return {
        household,
        assessmentId,
        state: stateFrom(row, last, drafts.get(proxyDraftId(assessmentId))),
        bySelf: current.some(({ channel }) => channel === 'self'),
        byProxy: last !== undefined || current.some(({ channel }) => channel === 'proxy'),
        isObjected: objecting.has(household.id),
        isRestricted: restricted.has(assessmentId),
        isNew: household.code === undefined,
        rev,
        key: searchKey(`${household.householder} ${household.code ?? ''} ${household.phone ?? ''}`),
      };
    });
  return sortedByName(entries, ({ household }) => household.householder);
}

export const householdFilters = ['all', 'notSent', 'queued', 'sent', 'returned', 'objected'] as const;
export type HouseholdFilter = (typeof householdFilters)[number];

/** The family has not sent, and nobody did for it. */
export const isUnsent = ({ state }: Pick<HouseholdEntry, 'state'>): boolean =>
  state === 'none' || state === 'drafting' || state === 'aside';

const passes = (entry: HouseholdEntry, filter: HouseholdFilter): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'notSent':
      return isUnsent(entry);
    case 'objected':
      return entry.isObjected;
    default:
      return entry.state === filter;
  }
};

export const foundEntries = (
  entries: readonly HouseholdEntry[],
  query: string,
  filter: HouseholdFilter,
): HouseholdEntry[] => entries.filter((entry) => passes(entry, filter) && matches(entry.key, query));

/** A human code that stays in one piece where it stands in a sentence. */
export const unbrokenCode = (code: string): string => code.replaceAll('-', '\u2011');
