/** Who may call which route: beside static files every one has a row (`protocol.md` §6). */
import { operationKinds } from './operation.ts';
import { operationPolicy, recordPolicy, type GraveAct } from './policy.ts';
import { codePolicy, devicePolicy } from './policy-devices.ts';
import { publicRoutes } from './policy-routes-public.ts';
import { bindingKindOf, roles, type Role } from './policy-roles.ts';

/** `device`: a valid proof of an enrolled device of one of these roles · `code`: a valid enrolment code. */
export type RouteAccess =
  | { kind: 'anyone' }
  | { kind: 'code' }
  /** The old key's word for the new one. */
  | { kind: 'succession' }
  /** Whoever holds the unguessable address. */
  | { kind: 'address' }
  /**
   * Of the office's devices a living session is asked besides; `session: 'begins'`: not where one is begun. `grave`: the
   * person must have shown within the last minutes who is there.
   */
  | { kind: 'device'; roles: readonly Role[]; session?: 'begins'; grave?: GraveAct };

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

/** Which codes, and which devices: the rows of `policy-devices.ts`. */
const codeIssuers: readonly Role[] = roles.filter((role) =>
  Object.values(codePolicy).some((rules) => rules.some(({ by }) => by === role)),
);
const deviceActors: readonly Role[] = roles.filter((role) =>
  Object.values(devicePolicy).some((rules) => rules.some(({ by }) => by === role)),
);

const officeRoles: readonly Role[] = roles.filter((role) => bindingKindOf[role] === 'office');
const ofOffice = { kind: 'device', roles: officeRoles, session: 'begins' } as const;

const sessionRoutes = [
  {
    method: 'POST',
    path: '/api/v1/session',
    access: ofOffice,
    summary: 'How this officer stands: the session, and the ways to begin one',
  },
  {
    method: 'POST',
    path: '/api/v1/session/begin',
    access: ofOffice,
    summary: 'Begin a ceremony with a passkey',
  },
  {
    method: 'POST',
    path: '/api/v1/session/finish',
    access: ofOffice,
    summary: 'End it: a session begins, knows who is there, or has one more passkey',
  },
  {
    method: 'POST',
    path: '/api/v1/session/password',
    access: ofOffice,
    summary: 'Begin or confirm a session by password and one-time code',
  },
  {
    method: 'POST',
    path: '/api/v1/session/new-password',
    access: ofOffice,
    summary: 'Set a password with one-time codes',
  },
  {
    method: 'POST',
    path: '/api/v1/session/remove',
    access: ofOffice,
    summary: 'Take away a passkey or the password, never the last way in',
  },
  { method: 'POST', path: '/api/v1/session/end', access: ofOffice, summary: 'Sign out' },
] as const satisfies readonly RouteRule[];

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
    path: '/api/v1/codes',
    access: { kind: 'device', roles: codeIssuers },
    summary: 'Make a code on a screen for the people of a hamlet or unit, shown this once',
  },
  {
    method: 'POST',
    path: '/api/v1/devices/act',
    access: { kind: 'device', roles: deviceActors },
    summary: 'Approve, decline or revoke a device',
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
    access: { kind: 'device', roles: ['officer'], grave: 'rescueImport' },
    summary: 'Import a rescue file, also of a phone that was revoked',
  },
  ...sessionRoutes,
  ...publicRoutes,
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
  {
    method: 'POST',
    path: '/api/v1/log/opened',
    access: { kind: 'device', roles: officeRoles },
    summary: 'Forms opened on this machine of the office, for the log of who looked at what',
  },
  { method: 'GET', path: '/api/v1/openapi.json', access: { kind: 'anyone' }, summary: 'This description' },
  { method: 'GET', path: '/healthz', access: { kind: 'anyone' }, summary: 'The process answers' },
  { method: 'GET', path: '/readyz', access: { kind: 'anyone' }, summary: 'The store answers' },
  {
    method: 'GET',
    path: '/metrics',
    access: { kind: 'anyone' },
    summary: 'Figures of the process for Prometheus; nothing of anybody’s data',
  },
] as const satisfies readonly RouteRule[];

/** The whole table as data, for the generated matrix and for OpenAPI. */
export const policyTable = {
  operations: operationPolicy,
  records: recordPolicy,
  codes: codePolicy,
  devices: devicePolicy,
  routes: routePolicy,
  kinds: operationKinds,
};
