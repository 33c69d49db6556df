/** What each route of the policy table answers to a well-formed but empty-handed call; the matrix's own reading. */
import { RESCUE_TYPE } from '#protocol/rescue.ts';
import { CODES_PATH, DEVICE_ACT_PATH } from '#protocol/devices.ts';
import { OPENED_PATH } from '#protocol/opened.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { routePolicy, type RouteRule } from '#protocol/policy-routes.ts';
import {
  SESSION_BEGIN_PATH,
  SESSION_END_PATH,
  SESSION_FINISH_PATH,
  SESSION_NEW_PASSWORD_PATH,
  SESSION_PASSWORD_PATH,
  SESSION_PATH,
  SESSION_REMOVE_PATH,
} from '#protocol/session.ts';
import type { Door, SigningDevice } from '../../support/signing-device.ts';

export interface Caller {
  name: string;
  device?: SigningDevice;
  role?: Role;
  /**
   * `stranger`: a device of another commune · `pending`: it waits for the officer's word · `signedOut`: of the office,
   * without a session · `othersSession`: with the cookie of somebody else's.
   */
  state: 'live' | 'revoked' | 'anonymous' | 'stranger' | 'pending' | 'signedOut' | 'othersSession';
}

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export const paths: readonly string[] = [...new Set(routePolicy.map(({ path }) => path))];

const ID = 'A'.repeat(22);
const PASSWORD = 'mot hai ba bon nam';
/** What each route of a session is asked; nothing in it is true. */
const sessionQuestions: Record<string, object> = {
  [SESSION_PATH]: {},
  [SESSION_END_PATH]: {},
  [SESSION_BEGIN_PATH]: { ceremony: 'signIn' },
  [SESSION_FINISH_PATH]: { ceremony: 'signIn', response: {} },
  [SESSION_PASSWORD_PATH]: { ceremony: 'signIn', password: PASSWORD, code: '000000' },
  [SESSION_NEW_PASSWORD_PATH]: { password: PASSWORD, code: '000000' },
  [SESSION_REMOVE_PATH]: { what: { passkey: ID } },
};
const NOBODY = '0199c0de-0000-7000-8000-000000000000';
export const pathOf = (pattern: string): string =>
  pattern
    .replace(':number', '9999')
    .replace(':table', 'tham-gia.csv')
    .replace(':code', '000000000')
    .replace(':photoId', 'B'.repeat(43))
    .replace(':uploadId', ID)
    .replace(':exemplar', NOBODY);

/** The rule that serves this method of a path, HEAD by the GET beside it. */
export const ruleAt = (path: string, method: string): RouteRule | undefined => {
  const rules: readonly RouteRule[] = routePolicy.filter((rule) => rule.path === path);
  return (
    rules.find((rule) => rule.method === method) ??
    (method === 'HEAD' ? rules.find((rule) => rule.method === 'GET') : undefined)
  );
};

/** Body and headers beside the proof: an exchange's envelope, but where another is needed to reach the gate. */
export function messageTo(
  path: string,
  device: SigningDevice | undefined,
): { body: string; headers: Record<string, string> } {
  if (path.startsWith('/api/v1/files/')) return { body: '', headers: { 'upload-length': '10' } };
  if (path.startsWith('/api/v1/uploads/')) return { body: '', headers: { 'tus-resumable': '1.0.0' } };
  if (path.startsWith('/api/v1/rescue')) return { body: 'x', headers: { 'content-type': RESCUE_TYPE } };
  // A household nobody knows: who may ask gets no slip for it.
  if (path === SLIPS_PATH)
    return { body: JSON.stringify({ v: 1, nonce: ID, householdIds: [NOBODY] }), headers: {} };
  // A hamlet and a device nobody knows: who may ask is told no, as who may not.
  if (path === CODES_PATH)
    return {
      body: JSON.stringify({ v: 1, nonce: ID, role: 'hamletHelper', subject: NOBODY, way: 'screen' }),
      headers: {},
    };
  if (path === DEVICE_ACT_PATH)
    return {
      body: JSON.stringify({ v: 1, nonce: ID, device: 'B'.repeat(43), act: 'revoke' }),
      headers: {},
    };
  // A form nobody knows: whoever may tell of it leaves no trace.
  if (path === OPENED_PATH)
    return {
      body: JSON.stringify({ v: 1, nonce: ID, opened: [{ assessmentId: NOBODY, at: 1 }] }),
      headers: {},
    };
  const asked = sessionQuestions[path];
  if (asked !== undefined) return { body: JSON.stringify({ v: 1, nonce: ID, ...asked }), headers: {} };
  return { body: JSON.stringify(device?.envelope([]) ?? {}), headers: {} };
}

/** One call of a route, signed where there is a device; a body where the method has one. */
export async function callRoute(
  door: Door,
  pattern: string,
  method: (typeof methods)[number],
  { device }: Caller,
): Promise<Response> {
  const path = pathOf(pattern);
  const message = messageTo(pattern, device);
  const withBody = method !== 'GET' && method !== 'HEAD' && message.body !== '';
  const bytes = new TextEncoder().encode(withBody ? message.body : '');
  const signed = method === 'PUT' || method === 'OPTIONS' ? 'POST' : method;
  const headers =
    device === undefined
      ? { 'content-type': 'application/json' }
      : await device.signed(path, bytes, [], { claims: { method: signed } });
  return door(path, {
    method,
    headers: { ...headers, ...message.headers },
    ...(withBody && { body: bytes }),
  });
}

/** To whoever passed the gate. */
const answers: Record<string, string> = {
  'POST /api/v1/sync': '200',
  'GET /api/v1/public/receipts/:code': '404 not-found',
  'GET /api/v1/public/feedback/:code': '404 not-found',
  // No release has that number.
  'GET /api/v1/public/open-data/:number': '404 not-found',
  'GET /api/v1/public/open-data/:number/:table': '404 not-found',
  // No published example has that id.
  'GET /cong-khai/dien-hinh/:exemplar': '404 not-found',
  'POST /api/v1/public/feedback': '422 invalid-envelope',
  'POST /api/v1/session/finish': '403 no-match',
  'POST /api/v1/session/password': '403 no-match',
  // Nobody here has a session that is asked for: in these cores, or at all.
  'POST /api/v1/session/new-password': '401 sign-in',
  'POST /api/v1/session/remove': '401 sign-in',
  'POST /api/v1/codes': '403 not-allowed',
  'POST /api/v1/devices/act': '403 not-allowed',
  'POST /api/v1/files/:photoId': '404 not-found',
  'GET /api/v1/files/:photoId': '404 not-found',
  'GET /api/v1/files/:photoId/thumb': '404 not-found',
  'POST /api/v1/rescue': '400 malformed',
  'POST /api/v1/rescue/import': '400 malformed',
};

const turnedAway: Partial<Record<Caller['state'], string>> = {
  revoked: '403 device-revoked',
  stranger: '401 device-unknown',
  pending: '403 device-pending',
};

/** Status and code, as in "403 not-allowed". */
export function expectedOf({ method, path, access }: RouteRule, { state, role }: Caller): string {
  if (access.kind === 'anyone') return answers[`${method} ${path}`] ?? '200';
  if (access.kind === 'address') return '404 not-found';
  if (state === 'anonymous') return '401 proof-missing';
  // The body is no enrolment and no re-key.
  if (access.kind !== 'device') return '422 invalid-envelope';
  const away = turnedAway[state];
  if (away !== undefined) return away;
  const lacksSession = state === 'signedOut' || state === 'othersSession';
  if (lacksSession && access.session !== 'begins') return '401 sign-in';
  if (role === undefined || !access.roles.includes(role)) return '403 not-allowed';
  return answers[`${method} ${path}`] ?? '200';
}

/** A text of this route may name it: the public board tells which units there are, and of nobody else. */
export const mayBeNamed = (path: string, canary: string): boolean =>
  path === '/cong-khai' && canary.includes('-UNIT-');
