/** Who may call which route: beside static files every one has a row (`protocol.md` §6). */
import { operationKinds } from './operation.ts';
import { operationPolicy, recordPolicy } from './policy.ts';
import { roles, type Role } from './policy-roles.ts';

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
  {
    method: 'POST',
    path: '/api/v1/public/feedback',
    access: { kind: 'anyone' },
    summary: 'A word to the standing office, without an account; within limits',
  },
  {
    method: 'GET',
    path: '/api/v1/public/feedback/:code',
    access: { kind: 'anyone' },
    summary: 'How a word to the office stands, and its answer; never the word itself',
  },
  {
    method: 'GET',
    path: '/api/v1/log',
    access: { kind: 'device', roles: ['officer', 'chair'] },
    summary: 'The operation log, page by page, as people read it',
  },
  {
    method: 'GET',
    path: '/api/v1/log/heads',
    access: { kind: 'device', roles: ['officer', 'chair'] },
    summary: 'The head of the log’s chain at the end of each day',
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
