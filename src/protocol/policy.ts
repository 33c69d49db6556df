/**
 * Who may do what: the one table for server, client and OpenAPI (`protocol.md` §6). A route, a kind or an entity
 * without a row does not compile.
 */
import type { RecordEntity } from './entities.ts';
import { operationKinds, type AssessmentState, type OperationKind } from './operation.ts';
import { roles, type Role } from './policy-roles.ts';
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
    ...each(['hamletHead', 'hamletHelper', 'officer'], { relations: ['own', 'ownHousehold', 'commune'] }),
    ...each(['household', 'unitContact'], { relations: ['own'] }),
  ],
};

const bySubject = each([...hamletPeople, 'unitContact'], { relations: ['own'] });
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

/** `device`: a valid proof of an enrolled device of one of these roles · `code`: a valid enrolment code. */
export type RouteAccess =
  | { kind: 'anyone' }
  | { kind: 'code' }
  /** The old key's word for the new one. */
  | { kind: 'succession' }
  /** Whoever holds the unguessable address. */
  | { kind: 'address' }
  | { kind: 'device'; roles: readonly Role[] };

export interface RouteRule {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH';
  path: string;
  access: RouteAccess;
  /** One English line, for OpenAPI. */
  summary: string;
}

const photoAdders: readonly Role[] = operationPolicy['photo.add'].map(({ role }) => role);
/** No picture shows in a household's scope: a slip found on the road must not read them. */
const photoReaders: readonly Role[] = roles.filter((role) => role !== 'household');

/** Who keeps the list of households hands out their slips; for which of them: the relation of its row. */
const slipIssuers: readonly Role[] = recordPolicy.household.map(({ role }) => role);

/** Every route of the server beside static files. A route that is served and not here fails the build. */
export const routePolicy = [
  {
    method: 'POST',
    path: '/api/v1/sync',
    access: { kind: 'device', roles },
    summary: 'One exchange: operations up, rows down',
  },
  {
    method: 'POST',
    path: '/api/v1/enrol',
    access: { kind: 'code' },
    summary: 'Bind this device key to a role by a code',
  },
  {
    method: 'POST',
    path: '/api/v1/rekey',
    access: { kind: 'succession' },
    summary: 'Take the place of a device whose key vouches for this one',
  },
  {
    method: 'POST',
    path: '/api/v1/slips',
    access: { kind: 'device', roles: slipIssuers },
    summary: 'Issue slips for households of your own, each shown this once',
  },
  {
    method: 'POST',
    path: '/api/v1/files/:photoId',
    access: { kind: 'device', roles: photoAdders },
    summary: 'Begin, or find again, the upload of a photo of one of your forms',
  },
  {
    method: 'GET',
    path: '/api/v1/files/:photoId',
    access: { kind: 'device', roles: photoReaders },
    summary: 'A photo as the commune keeps it',
  },
  {
    method: 'GET',
    path: '/api/v1/files/:photoId/thumb',
    access: { kind: 'device', roles: photoReaders },
    summary: 'A photo, small',
  },
  {
    method: 'HEAD',
    path: '/api/v1/uploads/:uploadId',
    access: { kind: 'address' },
    summary: 'How much of an upload has arrived (tus 1.0)',
  },
  {
    method: 'PATCH',
    path: '/api/v1/uploads/:uploadId',
    access: { kind: 'address' },
    summary: 'The next bytes of an upload (tus 1.0)',
  },
  {
    method: 'POST',
    path: '/api/v1/rescue',
    access: { kind: 'anyone' },
    summary: 'Hand in the rescue file of a phone without a network, unread',
  },
  {
    method: 'POST',
    path: '/api/v1/rescue/import',
    access: { kind: 'device', roles: ['officer'] },
    summary: 'Import a rescue file, also of a phone that was revoked',
  },
  {
    method: 'GET',
    path: '/api/v1/hello',
    access: { kind: 'anyone' },
    summary: 'Protocol version, limits, epoch and time',
  },
  {
    method: 'GET',
    path: '/api/v1/public/campaign',
    access: { kind: 'anyone' },
    summary: 'Commune, campaign, deadlines and household criteria in force',
  },
  {
    method: 'GET',
    path: '/api/v1/public/receipts/:code',
    access: { kind: 'anyone' },
    summary: 'State behind a receipt code, never content',
  },
  { method: 'GET', path: '/api/v1/openapi.json', access: { kind: 'anyone' }, summary: 'This description' },
  { method: 'GET', path: '/healthz', access: { kind: 'anyone' }, summary: 'The process answers' },
  { method: 'GET', path: '/readyz', access: { kind: 'anyone' }, summary: 'The store answers' },
] as const satisfies readonly RouteRule[];

/** The whole table as data, for the generated matrix and for OpenAPI. */
export const policyTable = {
  operations: operationPolicy,
  records: recordPolicy,
  routes: routePolicy,
  kinds: operationKinds,
};
