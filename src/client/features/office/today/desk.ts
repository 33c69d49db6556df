/**
 * Where the campaign stands, joined once per change of the replica: each hamlet and unit with its form in force, each
 * hamlet's families counted. Pure; at 10.000 households a few dozen milliseconds (`npm run bench`, office.desk).
 */
import { sectors } from '#domain/criteria-set.ts';
import { criteriaRef, type CriteriaSet, type SubjectKind } from '#domain/criteria.ts';
import { countingDay, mergedSince, standsOn, type Dated } from '#domain/standing.ts';
import type { Campaign, Deadline, Hamlet, Household, Unit } from '#protocol/entities.ts';
import { freezes, restricts } from '#protocol/family-records.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import { hasEnded } from '#client/subject/household-gone.ts';
import { campaignFor, type Which } from '../campaign-for.ts';
import type { DeskRows } from './desk-rows.ts';

/** `none`: nothing of it has come; `draft`: a score it noted on the way has. */
export type Stage = AssessmentState | 'none';

export interface SubjectStanding {
  kind: 'hamlet' | 'unit';
  id: string;
  name: string;
  stage: Stage;
  hamlet?: Hamlet;
  unit?: Unit;
  assessment?: AssessmentRow;
  /** The form in force. */
  submission?: SubmissionRow;
  /** All its forms, oldest first. */
  rounds: readonly SubmissionRow[];
  set?: CriteriaSet;
  scores?: ScoresRow;
}

export interface FamilyCount {
  /** The commune's own number, or else as many as are in the list. */
  total: number;
  sent: number;
}

export interface Desk {
  rows: DeskRows;
  campaign: Campaign | undefined;
  deadlines: ReadonlyMap<SubjectKind, Deadline>;
  sets: ReadonlyMap<string, CriteriaSet>;
  /** Who stood when sending closed, in the commune's order. */
  hamlets: readonly SubjectStanding[];
  units: readonly SubjectStanding[];
  hamletNames: ReadonlyMap<string, string>;
  households: ReadonlyMap<string, Household>;
  families: ReadonlyMap<string, FamilyCount>;
  /** Of these hamlets the families are not those they had when sending closed. */
  merged: ReadonlySet<string>;
  allFamilies: FamilyCount;
  /** When the commune received the first form of each family that has one in force, epoch ms; by hamlet, and all. */
  firstAtByHamlet: ReadonlyMap<string, readonly number[]>;
  familyFirstAt: readonly number[];
  /** Of hamlets and units with a form in force. */
  subjectFirstAt: Readonly<Record<'hamlet' | 'unit', readonly number[]>>;
  /** Forms in force by hamlet, the family's own before a proxy; none objected to, none of a family that asked so. */
  forms: ReadonlyMap<string, readonly SubmissionRow[]>;
}

const isInForce = ({ state, submissions }: AssessmentRow): boolean =>
  state !== 'withdrawn' && submissions.some(({ current }) => current);
const firstAt = ({ submissions }: AssessmentRow): number =>
  submissions.reduce((first, { receivedAt }) => Math.min(first, receivedAt), Infinity);

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** One form a family: its own, or else the proxy's. */
function formsByHamlet(
  rows: DeskRows,
  households: ReadonlyMap<string, Household>,
  counted: ReadonlyMap<string, AssessmentRow>,
): Map<string, SubmissionRow[]> {
  const frozen = new Set(rows.objection.flatMap((each) => (freezes(each) ? [each.submission] : [])));
  const restricted = new Set(
    rows.dataRequest.flatMap((each) => (restricts(each) ? [each.assessmentId] : [])),
  );
  const byFamily = new Map<string, SubmissionRow>();
  for (const form of rows.submission) {
    if (!form.current || form.subjectKind !== 'household' || frozen.has(form.id)) continue;
    if (restricted.has(form.assessmentId)) continue;
    if (!counted.has(form.assessmentId) || !households.has(form.subjectId)) continue;
    if (form.channel === 'self' || !byFamily.has(form.subjectId)) byFamily.set(form.subjectId, form);
  }
  const forms = new Map<string, SubmissionRow[]>();
  for (const form of byFamily.values()) push(forms, households.get(form.subjectId)?.hamletId ?? '', form);
  return forms;
}

const unitNames = new Intl.Collator('vi', { numeric: true });

export function deskOf(rows: DeskRows, which: Which): Desk {
  const campaign = campaignFor(rows.campaign, which);
  const sets = new Map(rows.criteriaSet.map((set) => [criteriaRef(set), set]));
  const ofCampaign = rows.assessment.filter(({ campaignId }) => campaignId === campaign?.id);
  const bySubject = new Map(ofCampaign.map((assessment) => [assessment.subjectId, assessment]));
  const counted = new Map(ofCampaign.flatMap((each) => (isInForce(each) ? [[each.id, each] as const] : [])));
  const scores = new Map(rows.scores.map((row) => [row.submissionId, row]));
  const begun = new Set(
    rows.scoreSnapshot.flatMap(({ campaignId, subjectId }) =>
      campaignId === campaign?.id ? [subjectId] : [],
    ),
  );
  const rounds = new Map<string, SubmissionRow[]>();
  for (const form of rows.submission)
    if (form.subjectKind !== 'household') push(rounds, form.assessmentId, form);

  const standing = (kind: 'hamlet' | 'unit', id: string, name: string): SubjectStanding => {
    const assessment = bySubject.get(id);
    const own = (assessment && rounds.get(assessment.id)) ?? [];
    const inOrder = [...own].sort((a, b) => a.round - b.round || a.receivedAt - b.receivedAt);
    const submission = inOrder.filter(({ current }) => current).at(-1);
    const set = submission && sets.get(submission.criteriaSet);
    const given = submission && scores.get(submission.id);
    return {
      kind,
      id,
      name,
      stage: assessment?.state ?? (begun.has(id) ? 'draft' : 'none'),
      rounds: inOrder,
      ...(assessment && { assessment }),
      ...(submission && { submission }),
      ...(set && { set }),
      ...(given && { scores: given }),
    };
  };

  const households = new Map(
    rows.household.flatMap((each) => (hasEnded(each) ? [] : [[each.id, each] as const])),
  );
  const listed = new Map<string, FamilyCount>();
  const firstAtByHamlet = new Map<string, number[]>();
  for (const { id, hamletId } of households.values()) {
    const count = listed.get(hamletId) ?? { total: 0, sent: 0 };
    const assessment = bySubject.get(id);
    count.total += 1;
    listed.set(hamletId, count);
    if (assessment === undefined || !counted.has(assessment.id)) continue;
    count.sent += 1;
    push(firstAtByHamlet, hamletId, firstAt(assessment));
  }
  const deadlines = new Map(
    rows.deadline.flatMap((each) =>
      each.campaignId === campaign?.id ? [[each.subjectKind, each] as const] : [],
    ),
  );
  const closingOf = (kind: SubjectKind): string => countingDay(campaign, deadlines.get(kind));
  const takesPart = (kind: 'hamlet' | 'unit') => {
    const day = closingOf(kind);
    return (dated: Dated): boolean => standsOn(dated, day);
  };
  const hamlets = rows.hamlet.filter(takesPart('hamlet')).sort((a, b) => a.order - b.order);
  const families = new Map(
    hamlets.map((hamlet) => {
      const { total, sent } = listed.get(hamlet.id) ?? { total: 0, sent: 0 };
      // Merged since: its families, and its number of them, are the other's now.
      const known = hamlet.mergedInto === undefined ? (hamlet.households ?? total) : total;
      return [hamlet.id, { total: Math.max(sent, known), sent }] as const;
    }),
  );
  const units = rows.unit.filter(takesPart('unit'));
  const firsts = (subjects: readonly { id: string }[]): number[] =>
    subjects.flatMap(({ id }) => {
      const assessment = bySubject.get(id);
      return assessment !== undefined && counted.has(assessment.id) ? [firstAt(assessment)] : [];
    });
  return {
    rows,
    campaign,
    deadlines,
    sets,
    hamlets: hamlets.map((hamlet) => ({ ...standing('hamlet', hamlet.id, hamlet.name), hamlet })),
    units: units
      .sort(
        (a, b) => sectors.indexOf(a.sector) - sectors.indexOf(b.sector) || unitNames.compare(a.name, b.name),
      )
      .map((unit) => ({ ...standing('unit', unit.id, unit.name), unit })),
    hamletNames: new Map(rows.hamlet.map(({ id, name }) => [id, name])),
    households,
    families,
    merged: mergedSince(rows.hamlet, closingOf('hamlet')),
    allFamilies: {
      total: [...families.values()].reduce((sum, { total }) => sum + total, 0),
      sent: [...families.values()].reduce((sum, { sent }) => sum + sent, 0),
    },
    firstAtByHamlet,
    familyFirstAt: [...firstAtByHamlet.values()].flat(),
    subjectFirstAt: { hamlet: firsts(hamlets), unit: firsts(units) },
    forms: formsByHamlet(rows, households, counted),
  };
}

export const hasSent = ({ stage }: Pick<SubjectStanding, 'stage'>): boolean =>
  stage !== 'none' && stage !== 'draft' && stage !== 'withdrawn';

export const unsentOf = (standings: readonly SubjectStanding[]): SubjectStanding[] =>
  standings.filter((standing) => !hasSent(standing));
