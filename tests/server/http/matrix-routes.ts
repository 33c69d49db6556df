/** What each route of the policy table answers to a well-formed but empty-handed call; the matrix's own reading. */
import { RESCUE_TYPE } from '#protocol/rescue.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { routePolicy, type RouteRule } from '#protocol/policy-routes.ts';
import type { SigningDevice } from '../../support/signing-device.ts';

export interface Caller {
  name: string;
  device?: SigningDevice;
  role?: Role;
  state: 'live' | 'revoked' | 'anonymous';
}

const ID = 'A'.repeat(22);
const NOBODY = '0199c0de-0000-7000-8000-000000000000';
export const pathOf = (pattern: string): string =>
  pattern.replace(':code', '000000000').replace(':photoId', 'B'.repeat(43)).replace(':uploadId', ID);

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
  return { body: JSON.stringify(device?.envelope([]) ?? {}), headers: {} };
}

/** To whoever passed the gate. */
const answers: Record<string, string> = {
  'POST /api/v1/sync': '200',
  'GET /api/v1/public/receipts/:code': '404 not-found',
  'GET /api/v1/public/feedback/:code': '404 not-found',
  'POST /api/v1/public/feedback': '422 invalid-envelope',
  'POST /api/v1/files/:photoId': '404 not-found',
  'GET /api/v1/files/:photoId': '404 not-found',
  'GET /api/v1/files/:photoId/thumb': '404 not-found',
  'POST /api/v1/rescue': '400 malformed',
  'POST /api/v1/rescue/import': '400 malformed',
};

/** Status and code, as in "403 not-allowed". */
export function expectedOf({ method, path, access }: RouteRule, { state, role }: Caller): string {
  if (access.kind === 'anyone') return answers[`${method} ${path}`] ?? '200';
  if (access.kind === 'address') return '404 not-found';
  if (state === 'anonymous') return '401 proof-missing';
  // The body is no enrolment and no re-key.
  if (access.kind !== 'device') return '422 invalid-envelope';
  if (state === 'revoked') return '403 device-revoked';
  if (role === undefined || !access.roles.includes(role)) return '403 not-allowed';
  return answers[`${method} ${path}`] ?? '200';
}
