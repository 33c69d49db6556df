/**
 * Who may do what: the one table for server, client and OpenAPI (`protocol.md` §6). A route, a kind or an entity
 * without a row does not compile.
 */
import type { RecordEntity } from './entities.ts';
import type { AssessmentState, Intent, OperationKind } from './operation.ts';
import type { Role } from './policy-roles.ts';
import { subjectHolds } from './transitions.ts';

/**
 * How the thing acted on must stand to the actor's credential.
 * `own`: bound to exactly this subject · `ownHousehold`: a household of one's own hamlet · `commune`: anything of one's
 * own commune.
 */
export type Relation = 'own' | 'ownHousehold' | 'commune';

export interface OperationRule {
  role: Role;
  relations: readonly Relation[];
  /** States of the assessment in which it takes effect; absent = any. */
  states?: readonly AssessmentState[];
}

const hamletPeople: readonly Role[] = ['hamletHead', 'hamletHelper'];
const each = (of: readonly Role[], rule: Omit<OperationRule, 'role'>): OperationRule[] =>
  of.map((role) => ({ role, ...rule }));

export const operationPolicy: Record<OperationKind, readonly OperationRule[]> = {
  // Household drafts never travel, so no household row here (design D4).
  'answers.save': [...each([...hamletPeople, 'unitContact'], { relations: ['own'] })],
  'photo.add': [
    { role: 'household', relations: ['own'], states: subjectHolds },
    ...each(hamletPeople, { relations: ['own', 'ownHousehold'], states: subjectHolds }),
    { role: 'unitContact', relations: ['own'], states: subjectHolds },
  ],
  'photo.remove': [
    { role: 'household', relations: ['own'], states: subjectHolds },
    ...each(hamletPeople, { relations: ['own', 'ownHousehold'], states: subjectHolds }),
    { role: 'unitContact', relations: ['own'], states: subjectHolds },
  ],
  'assessment.submit': [
    { role: 'household', relations: ['own'], states: subjectHolds },
    { role: 'hamletHead', relations: ['own', 'ownHousehold'], states: subjectHolds },
    // A helper types for families; the hamlet's own sheet is the head's to sign.
    { role: 'hamletHelper', relations: ['ownHousehold'], states: subjectHolds },
    { role: 'unitContact', relations: ['own'], states: subjectHolds },
  ],
  'assessment.move': [
    // From where to where: the table of transitions.
    ...each(['household', 'hamletHead', 'unitContact'], { relations: ['own'] }),
    { role: 'officer', relations: ['commune'] },
  ],
  'score.set': [
    ...each(['officer', 'cultureOfficer'], { relations: ['commune'], states: ['received', 'underReview'] }),
  ],
  'comment.add': [
    { role: 'household', relations: ['own'] },
    ...each(hamletPeople, { relations: ['own', 'ownHousehold'] }),
    { role: 'unitContact', relations: ['own'] },
    ...each(['officer', 'cultureOfficer', 'chair'], { relations: ['commune'] }),
  ],
  // Which entity by whom: recordPolicy below.
  'record.put': [
    ...each(['hamletHead', 'hamletHelper', 'officer', 'cultureOfficer', 'chair'], {
      relations: ['own', 'ownHousehold', 'commune'],
    }),
    ...each(['household', 'unitContact'], { relations: ['own'] }),
  ],
};

const bySubject = each([...hamletPeople, 'unitContact'], { relations: ['own'] });
const byOffice: readonly OperationRule[] = each(['officer'], { relations: ['commune'] });
const byFamilyThenOffice: readonly OperationRule[] = [
  { role: 'household', relations: ['own'] },
  { role: 'officer', relations: ['commune'] },
];

/** Entities of `record.put`: who may write them, and how they must stand to the writer. */
export const recordPolicy: Record<RecordEntity, readonly OperationRule[]> = {
  commune: [{ role: 'officer', relations: ['commune'] }],
  campaign: [{ role: 'officer', relations: ['commune'] }],
  deadline: [{ role: 'officer', relations: ['commune'] }],
  criteriaSet: [{ role: 'officer', relations: ['commune'] }],
  hamlet: [{ role: 'officer', relations: ['commune'] }],
  unit: [{ role: 'officer', relations: ['commune'] }],
  household: [
    { role: 'hamletHead', relations: ['ownHousehold'] },
    { role: 'hamletHelper', relations: ['ownHousehold'] },
    { role: 'officer', relations: ['commune'] },
  ],
  // `officer` and `chair` are made by the admin tool alone (protocol §6): no row lets a person be written from a phone.
  person: [],
  // What a batch holds is judged by its own rows besides.
  batch: [{ role: 'officer', relations: ['commune'] }],
  activity: bySubject,
  evidence: bySubject,
  claimReason: bySubject,
  scoreSnapshot: each([...hamletPeople, 'unitContact'], { relations: ['own'] }),
  plan: each(['unitContact'], { relations: ['own'] }),
  narrative: each(['hamletHead', 'unitContact'], { relations: ['own'] }),
  nomination: each(['hamletHead', 'unitContact'], { relations: ['own'] }),
  nominationJudgement: each(['officer'], { relations: ['commune'] }),
  officialCount: [
    { role: 'hamletHead', relations: ['own'] },
    { role: 'officer', relations: ['commune'] },
  ],
  // What each of the two may change in it: `sync/judge/family-record.ts`.
  objection: byFamilyThenOffice,
  dataRequest: byFamilyThenOffice,
  criteriaDraft: byOffice,
  savedView: byOffice,
  scoringAssignment: byOffice,
  inspection: each(['officer', 'cultureOfficer'], { relations: ['commune'] }),
  recheckSample: byOffice,
  registerEntry: each(['officer', 'cultureOfficer'], { relations: ['commune'] }),
  feedbackReply: byOffice,
  position: byOffice,
  populationCount: byOffice,
  priorResult: byOffice,
  knockOut: byOffice,
  tieDecision: byOffice,
  rankingFreeze: byOffice,
  awardRules: byOffice,
  // From which state to which, and who may not do both: `sync/judge/award-record.ts`.
  award: byOffice,
  awardNotice: byOffice,
  councilMeeting: byOffice,
  submissionLetter: byOffice,
  // Prepared by the officer, approved by the chair or another officer.
  awardDecision: each(['officer', 'chair'], { relations: ['commune'] }),
  paper: byOffice,
  certificateBlank: byOffice,
  exemplar: each(['officer', 'cultureOfficer'], { relations: ['commune'] }),
  bulletin: each(['officer', 'cultureOfficer'], { relations: ['commune'] }),
  openRelease: byOffice,
  campaignSeries: byOffice,
  handOver: byOffice,
  reportDeadline: byOffice,
  reminder: each(['officer', 'cultureOfficer'], { relations: ['commune'] }),
};

/** May this role do this kind of thing to something that stands in `relation` to it, in this state? */
export const operationAllowed = (
  kind: OperationKind,
  role: Role,
  relation: Relation | null,
): OperationRule | undefined =>
  relation === null
    ? undefined
    : operationPolicy[kind].find((rule) => rule.role === role && rule.relations.includes(relation));

export const recordAllowed = (entity: RecordEntity, role: Role, relation: Relation | null): boolean =>
  relation !== null &&
  recordPolicy[entity].some((rule) => rule.role === role && rule.relations.includes(relation));

/**
 * What an officer does in the sight of all and nobody takes back quietly: for these the person shows once more who is
 * there (`session.ts`, `CONFIRMED_MS`), and without that nothing of it leaves the outbox.
 */
export const graveActs = [
  'rankingFreeze',
  'finalResult',
  'dataRequestAnswer',
  'rescueImport',
  'logExport',
  'awardDecision',
  'openRelease',
] as const;
export type GraveAct = (typeof graveActs)[number];

/** The grave act this operation is, when an officer makes it; null = none. `rescueImport` and `logExport` are routes'. */
export function graveActOf({ kind, args }: Intent): GraveAct | null {
  if (kind === 'assessment.move') return args.to === 'final' ? 'finalResult' : null;
  if (kind !== 'record.put') return null;
  if (args.entity === 'rankingFreeze' || args.entity === 'openRelease') return args.entity;
  if (args.entity === 'awardDecision') return args.value?.['state'] === 'prepared' ? null : 'awardDecision';
  return args.entity === 'dataRequest' && args.value?.['state'] === 'done' ? 'dataRequestAnswer' : null;
}
