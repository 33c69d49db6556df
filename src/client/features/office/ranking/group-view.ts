/** One group as the screen shows it: every subject with its sheet, the ranking, and who has not sent. Pure. */
import type { CriteriaSet } from '#domain/criteria.ts';
import { inTime } from '#domain/ranking/in-time.ts';
import { rankGroup, type GroupRanking } from '#domain/ranking/rank-group.ts';
import { officerSheet, type OfficerSheet } from '#domain/review/officer-sheet.ts';
import { supportedSheet } from '#domain/review/supported-sheet.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import type { StoredRow } from '#client/db/model.ts';
import { hasSent, type Desk, type FamilyCount, type SubjectStanding } from '../today/desk.ts';
import { givenIn } from '../today/given.ts';
import type { HamletClaims } from '../today/hamlet-claims.ts';
import type { Group } from './groups.ts';
import { groundsOf } from './grounds.ts';
import { inChainOrder, notTaken, type OwnFreeze } from './own-freezes.ts';
import type { RankingRows } from './read-ranking.ts';

export interface RankedForm {
  subjectId: string;
  name: string;
  submission: SubmissionRow;
  set: CriteriaSet;
  state: AssessmentState;
  isVerified: boolean;
  sheet: OfficerSheet;
  onTime: boolean;
  /** Normalised hundredths of last year; null = none known. */
  prior: number | null;
  knockOut: StoredRow<'knockOut'> | undefined;
  /** Of a hamlet. */
  families: FamilyCount | undefined;
}

export interface GroupView {
  group: Group;
  /** By subject. */
  forms: ReadonlyMap<string, RankedForm>;
  ranking: GroupRanking;
  /** Names, in the commune's order. Of families only how many: a list of them shames nobody. */
  notSent: string[];
  notSentCount: number;
  verified: number;
  /** The council's decisions about this group, the newest first. */
  decisions: StoredRow<'tieDecision'>[];
  /** Newest first. */
  freezes: StoredRow<'rankingFreeze'>[];
  /** Sealed here and not taken by the commune: to be frozen again. */
  notTaken: OwnFreeze[];
}

interface Sent {
  subjectId: string;
  name: string;
  submission: SubmissionRow;
  set: CriteriaSet;
  state: AssessmentState;
  scores: ScoresRow | undefined;
  standing?: SubjectStanding;
}

const newestFirst = <Row extends { rev: number; id: string }>(
  rows: readonly Row[],
  dateOf: (row: Row) => string | number,
) =>
  [...rows].sort((a, b) => {
    const [x, y] = [dateOf(a), dateOf(b)];
    if (x !== y) return x < y ? 1 : -1;
    return b.rev - a.rev || (a.id < b.id ? 1 : -1);
  });

const sentOf = (standing: SubjectStanding): Sent[] => {
  const { id, name, submission, set, stage, scores } = standing;
  if (!hasSent(standing) || !submission || !set || stage === 'none') return [];
  return [{ subjectId: id, name, submission, set, state: stage, scores, standing }];
};

/** Families of a hamlet by their form in force. */
function families(desk: Desk, hamletId: string): Sent[] {
  const states = new Map(desk.rows.assessment.map(({ id, state }) => [id, state]));
  const scores = new Map(desk.rows.scores.map((row) => [row.submissionId, row]));
  return (desk.forms.get(hamletId) ?? []).flatMap((submission): Sent[] => {
    const set = desk.sets.get(submission.criteriaSet);
    if (!set) return [];
    const state = states.get(submission.assessmentId) ?? 'received';
    const { subjectId, subjectName: name } = submission;
    return [{ subjectId, name, submission, set, state, scores: scores.get(submission.id) }];
  });
}

export interface GroupFacts {
  desk: Desk;
  rows: RankingRows;
  claims: HamletClaims;
}

/** The hamlet's number of households: the commune's own, or what its head wrote while the commune has none. */
export function boundsFor(
  { desk, claims }: Pick<GroupFacts, 'desk' | 'claims'>,
  { standing, set, submission }: Pick<Sent, 'standing' | 'set' | 'submission'>,
) {
  const hamlet = standing?.hamlet;
  if (hamlet === undefined) return {};
  const question = set.sharedQuestions.find(({ source }) => source === 'hamlet.households');
  const typed = question && submission.snapshot[question.id];
  const households = hamlet.households ?? (typeof typed === 'number' ? typed : undefined);
  return claims.boundsFor(desk, households === undefined ? hamlet : { ...hamlet, households }, set);
}

function formOf(facts: GroupFacts, sent: Sent): RankedForm {
  const { desk, rows } = facts;
  const { subjectId, set, submission, state } = sent;
  const [campaignId, year] = [desk.campaign?.id ?? '', desk.campaign?.year ?? 0];
  const given = givenIn(sent.scores).settled;
  const first = officerSheet(set, submission.snapshot, given);
  const supported =
    first.open.length === 0
      ? {}
      : Object.fromEntries(
          supportedSheet(
            set,
            groundsOf(rows, { set, submission, campaignId, year, bounds: boundsFor(facts, sent) }),
          ).criteria.map(({ id, points }) => [id, points]),
        );
  const isAbout = ({ value }: { value: { campaignId: string; subjectId: string } }): boolean =>
    value.campaignId === campaignId && value.subjectId === subjectId;
  const prior = rows.priors.filter((row) => isAbout(row) && row.value.year === year - 1);
  const knockOuts = rows.knockOuts.filter(isAbout);
  return {
    subjectId,
    name: sent.name,
    submission,
    set,
    state,
    isVerified: state === 'verified' || state === 'final',
    sheet: first.open.length === 0 ? first : officerSheet(set, submission.snapshot, given, supported),
    onTime: inTime(set, submission.late, given),
    prior: newestFirst(prior, ({ rev }) => rev)[0]?.value.normalised ?? null,
    knockOut: newestFirst(knockOuts, ({ value }) => value.date)[0],
    families: sent.standing?.hamlet && desk.families.get(subjectId),
  };
}

export function groupView(facts: GroupFacts, group: Group): GroupView {
  const { desk, rows } = facts;
  const standings =
    group.kind === 'hamlet'
      ? desk.hamlets
      : desk.units.filter(({ unit }) => group.kind === 'unit' && unit?.sector === group.sector);
  const sent = group.kind === 'household' ? families(desk, group.hamletId ?? '') : standings.flatMap(sentOf);
  const forms = new Map(sent.map((each) => [each.subjectId, formOf(facts, each)]));
  const ofGroup = (row: { value: { campaignId: string; group: string } }): boolean =>
    row.value.campaignId === desk.campaign?.id && row.value.group === group.id;
  const decisions = newestFirst(rows.decisions.filter(ofGroup), ({ value }) => value.date);
  const inputs = [...forms.values()].map(({ subjectId, sheet, prior, onTime, knockOut }) => ({
    subjectId,
    sheet,
    prior,
    onTime,
    knockOut: knockOut?.id ?? null,
  }));
  const notSent = standings.filter((standing) => !forms.has(standing.id)).map(({ name }) => name);
  const family = desk.families.get(group.hamletId ?? '');
  return {
    group,
    forms,
    ranking: rankGroup(
      inputs,
      decisions.map(({ value }) => value.order),
    ),
    notSent: group.kind === 'household' ? [] : notSent,
    notSentCount: group.kind === 'household' ? (family ? family.total - forms.size : 0) : notSent.length,
    verified: [...forms.values()].filter(({ isVerified }) => isVerified).length,
    decisions,
    freezes: inChainOrder(rows.freezes.filter(ofGroup)),
    notTaken: notTaken(
      rows.ownFreezes,
      group.id,
      rows.freezes.filter(ofGroup).map(({ value }) => value),
    ),
  };
}
