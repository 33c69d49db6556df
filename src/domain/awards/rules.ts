/** Who may be put forward from a frozen ranking (`domain.md` §3.3): eligibility, and a shortlist that cuts no tie. */
import type { FreezeFacts, RulesOfAwards } from './types.ts';
import type { RecipientKind } from './workflow.ts';

/**
 * What a campaign has until its officer says otherwise (`domain.md` §3.1, §3.3): five working days, two thirds of the
 * council, more than half in favour; 0,3 × the base salary for a person, 1,5 × that for a household, 2 × for a collective.
 */
export const defaultAwardRules: RulesOfAwards & {
  grades: string[];
  baseSalaries: { from: string; amount: number; source: string }[];
} = {
  quotas: {},
  grades: [],
  onTimeOnly: false,
  noticeDays: 5,
  quorum: 667,
  passRate: 500,
  decisionDays: 10,
  bonus: { collective: 600, individual: 300, household: 450 },
  baseSalaries: [{ from: '2024-07-01', amount: 2_340_000, source: 'Nghị định số 73/2024/NĐ-CP' }],
  fund: 'Nguồn kinh phí thi đua, khen thưởng của xã',
};

export type WhyNotEligible = 'notRanked' | 'pointsBelow' | 'gradeNotListed' | 'late';

export type RankedResult = FreezeFacts['results'][number] & { onTime: boolean };

export type Eligibility = { kind: 'eligible' } | { kind: 'notEligible'; why: WhyNotEligible[] };

/** May this result of a frozen ranking be put forward under the campaign's rules? All that speaks against it. */
export function eligibilityOf(
  { rank, normalised, grade, onTime }: Omit<RankedResult, 'subjectId'>,
  { leastPoints, grades, onTimeOnly }: Pick<RulesOfAwards, 'leastPoints' | 'grades' | 'onTimeOnly'>,
): Eligibility {
  const why: WhyNotEligible[] = [];
  if (rank === undefined) why.push('notRanked');
  if (leastPoints !== undefined && normalised < leastPoints) why.push('pointsBelow');
  if (grades.length > 0 && (grade === undefined || !grades.includes(grade))) why.push('gradeNotListed');
  if (onTimeOnly && !onTime) why.push('late');
  return why.length === 0 ? { kind: 'eligible' } : { kind: 'notEligible', why };
}

/** Results with whether their form came in time, in the order of the freeze. */
export function resultsOf({ results, inputs }: Pick<FreezeFacts, 'results' | 'inputs'>): RankedResult[] {
  const inTime = new Set(inputs.filter(({ onTime }) => onTime).map(({ subjectId }) => subjectId));
  return results.map((result) => ({ ...result, onTime: inTime.has(result.subjectId) }));
}

/** Whom a group's ranking puts forward as what: hamlets and units are collectives. */
export const kindOfGroup = (group: string): RecipientKind =>
  group.startsWith('household:') ? 'household' : 'collective';

export type Shortlist = {
  kind: RecipientKind;
  /** Places there were; absent = no limit. */
  room?: number;
  /** Fit within the room, by rank. */
  chosen: RankedResult[];
  /**
   * Of one rank, and only some would fit: all of them are put forward, or none, or the council places them and the
   * ranking is frozen anew. Never cut here. `over`: how many too many they are.
   */
  edge: { rank: number; members: RankedResult[]; over: number } | null;
  /** Eligible, without a place. */
  beyond: RankedResult[];
  notEligible: { result: RankedResult; why: WhyNotEligible[] }[];
};

/**
 * The shortlist of one frozen group. `room`: places left when other groups share the quota (`quotaLeft`); absent = the
 * whole quota of its kind.
 */
export function shortlistFrom(
  freeze: Pick<FreezeFacts, 'group' | 'results' | 'inputs'>,
  rules: RulesOfAwards,
  { room: left }: { room?: number | undefined } = {},
): Shortlist {
  const kind = kindOfGroup(freeze.group);
  const room = left ?? rules.quotas[kind];
  const judged = resultsOf(freeze).map((result) => ({ result, eligibility: eligibilityOf(result, rules) }));
  const eligible = judged
    .filter(({ eligibility }) => eligibility.kind === 'eligible')
    .map(({ result }) => result)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const notEligible = judged.flatMap(({ result, eligibility }) =>
    eligibility.kind === 'notEligible' ? [{ result, why: eligibility.why }] : [],
  );
  if (room === undefined) return { kind, chosen: eligible, edge: null, beyond: [], notEligible };
  const places = Math.max(room, 0);
  const atEdge = eligible[places - 1]?.rank;
  const isCut = places > 0 && atEdge !== undefined && eligible[places]?.rank === atEdge;
  if (!isCut)
    return {
      kind,
      room: places,
      chosen: eligible.slice(0, places),
      edge: null,
      beyond: eligible.slice(places),
      notEligible,
    };
  const chosen = eligible.filter(({ rank = 0 }) => rank < atEdge);
  const members = eligible.filter(({ rank }) => rank === atEdge);
  return {
    kind,
    room: places,
    chosen,
    edge: { rank: atEdge, members, over: chosen.length + members.length - places },
    beyond: eligible.filter(({ rank = 0 }) => rank > atEdge),
    notEligible,
  };
}
