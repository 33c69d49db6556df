/** Codes made on a screen (`protocol.md` §6): scanned on the spot, or a link that is sent and whose phone waits. */
import { CODES_PATH, HELPER_MS, SCREEN_CODE_MS, SENT_LINK_MS, type CodeRequest } from '#protocol/devices.ts';
import { writeFragment } from '#protocol/fragment.ts';
import { codeAllowed } from '#protocol/policy-devices.ts';
import { bindingKindOf } from '#protocol/policy-roles.ts';
import { routeRoles } from '../http/route-key.ts';
import type { CodeOutcome, Refusal } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { asCaller } from './authenticate.ts';
import { writeCode } from './codes.ts';
import { logServerEntry } from './log-entry.ts';
import { relationTo } from './scopes.ts';
import { findHamlet, findUnit, type NamedSubject } from './subjects.ts';

/** Of one device. A commune of ninety hamlets and units gets all its people in a morning; a script that has the key does not go on for ever. */
export const CODES_A_DAY = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** By its id alone: names are for the operator. */
async function subjectOf(
  transaction: Transaction,
  { role, subject }: CodeRequest,
): Promise<(NamedSubject & { kind: 'hamlet' | 'unit' }) | null> {
  const kind = bindingKindOf[role] === 'hamlet' ? 'hamlet' : 'unit';
  const found = await (kind === 'hamlet' ? findHamlet : findUnit)(transaction, subject);
  return found?.id === subject ? { ...found, kind } : null;
}

/** Seconds until this device may make one more; 0 = now. */
async function waitSeconds({ enrolCode }: Transaction, deviceId: string, now: number): Promise<number> {
  const made = await enrolCode.issuedSince(deviceId, now - DAY_MS);
  const oldest = made.length < CODES_A_DAY ? undefined : made.at(-CODES_A_DAY);
  return oldest === undefined ? 0 : Math.ceil((oldest.created_at + DAY_MS - now) / 1000);
}

/** Shown this once. Who may not, and a hamlet or unit that is not there, get the same answer. */
export async function issueCode(
  deps: CoreDeps,
  {
    proof,
    bodyHash,
    request,
    carried = nothingCarried,
  }: { proof: string; bodyHash: string; request: CodeRequest; carried?: Carried },
): Promise<CodeOutcome> {
  const asked = {
    method: 'POST',
    path: CODES_PATH,
    bodyHash,
    roles: routeRoles('POST /api/v1/codes'),
    carried,
  } as const;
  return asCaller(deps, proof, asked, async (transaction, caller, note): Promise<CodeOutcome> => {
    const { role, way, personName = null, nonce } = request;
    const subject = await subjectOf(transaction, request);
    const relation = subject && relationTo(caller.binding, { ...subject, hamletId: '' });
    if (subject === null || !codeAllowed(role, caller.role, relation, way)) return refuse('not-allowed');
    const now = deps.clock.now();
    const retryAfter = await waitSeconds(transaction, caller.deviceId, now);
    if (retryAfter > 0) return { ...refuse('too-many-attempts'), retryAfter };
    const { kind, id, title } = subject;
    const expiresAt = now + (way === 'screen' ? SCREEN_CODE_MS : SENT_LINK_MS);
    const { secret, typed } = await writeCode(
      deps,
      transaction,
      {
        role,
        binding: { kind, id },
        title,
        personName,
        expiresAt,
        needsApproval: way === 'sent',
        issuedBy: caller.deviceId,
        ...(role === 'hamletHelper' && { deviceLivesMs: HELPER_MS }),
      },
      note,
    );
    await logServerEntry(deps, transaction, 'server.issueCode', {
      role,
      kind,
      id,
      device: caller.deviceId,
      way,
    });
    const fragment = writeFragment({ kind: 'enrol', secret });
    return { kind: 'answered', response: { v: 1, nonce, path: '/ghep', fragment, typed, title, expiresAt } };
  });
}
