/** Which problems each route may answer with, as the description lists them. */
import { CODES_PATH } from '#protocol/devices.ts';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { FEEDBACK_PATH } from '#protocol/feedback.ts';
import { LOG_PATH } from '#protocol/log.ts';
import { bindingKindOf } from '#protocol/policy-roles.ts';
import type { RouteRule } from '#protocol/policy-routes.ts';
import { problemCodes, type ProblemCode } from '#protocol/problem.ts';
import { RESCUE_PATH } from '#protocol/rescue.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';

const bodyProblems: readonly ProblemCode[] = [
  'malformed',
  'invalid-envelope',
  'too-large',
  'unsupported-media-type',
];
const proofProblems: readonly ProblemCode[] = [
  'not-canonical',
  'proof-missing',
  'proof-invalid',
  'proof-replayed',
  'stale-challenge',
  'device-unknown',
  'device-revoked',
  'device-pending',
  'not-allowed',
];
const uploadProblems: readonly ProblemCode[] = [
  'malformed',
  'too-large',
  'offset-conflict',
  'locked',
  'hash-mismatch',
];
const codeProblems: readonly ProblemCode[] = [
  'proof-missing',
  'proof-invalid',
  'device-revoked',
  'not-allowed',
  'code-unknown',
  'code-spent',
  'code-expired',
  'too-many-attempts',
];

const successionProblems: readonly ProblemCode[] = [
  'proof-missing',
  'proof-invalid',
  'device-unknown',
  'device-revoked',
  'not-allowed',
];

/** Of a rescue file: what its own statement, and the code it may bring, can have wrong. */
const rescueProblems: readonly ProblemCode[] = [
  'not-canonical',
  'proof-invalid',
  'device-unknown',
  'device-revoked',
  'device-pending',
  'not-allowed',
  'code-unknown',
  'code-spent',
  'code-expired',
  'too-many-attempts',
];

/** Of the ceremonies: what is shown does not fit, or was tried too often. */
const ceremonyProblems: readonly ProblemCode[] = [
  'sign-in',
  'step-up',
  'no-match',
  'not-found',
  'too-many-attempts',
];

/** Problems a route may answer with. */
export function problemsOf(rule: RouteRule): readonly ProblemCode[] {
  const own: ProblemCode[] = ['method-not-allowed', 'busy', 'server-error'];
  if (rule.path.includes(':')) own.push('not-found');
  if (rule.method === 'POST') own.push(...bodyProblems);
  if (rule.access.kind === 'device') {
    own.push(...proofProblems);
    if (rule.access.session === 'begins') own.push(...ceremonyProblems);
    else if (rule.access.roles.some((role) => bindingKindOf[role] === 'office')) own.push('sign-in');
    if (rule.access.grave !== undefined || rule.path === EXCHANGE_PATH) own.push('step-up');
  }
  if (rule.access.kind === 'address') own.push(...uploadProblems);
  if (rule.access.kind === 'code') own.push(...codeProblems);
  if (rule.path.startsWith(RESCUE_PATH)) own.push(...rescueProblems);
  if (rule.path === FEEDBACK_PATH) own.push('not-allowed', 'too-many-attempts');
  if (rule.path === LOG_PATH) own.push('malformed');
  if (rule.path === SLIPS_PATH || rule.path === CODES_PATH) own.push('too-many-attempts');
  if (rule.access.kind === 'succession') own.push(...successionProblems);
  return problemCodes.filter((code) => own.includes(code));
}
