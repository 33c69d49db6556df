/** Makes enrolment codes and household slips. Only hashes are kept: what is returned here is shown once. */
import { base64url } from 'jose';
import { typedCodeOf } from '#protocol/code.ts';
import { writeFragment } from '#protocol/fragment.ts';
import { dayOf } from '#domain/day.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import { bindingKindOf, type Binding } from '#protocol/policy-roles.ts';
import { issuedEntry } from '../backup/journal-facts.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { EnrolCodeRequest, IssuedCode, IssueOutcome } from '../core-types.ts';
import { hashTextNow } from '../crypto/hash.ts';
import { accountFor } from '../session/accounts.ts';
import type { Transaction } from '../store/store.ts';
import type { EnrolCodeRow } from '../store/tables/code.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { logServerEntry } from './log-entry.ts';
import { bindingId } from './scopes.ts';
import { findHamlet, findHousehold, findUnit } from './subjects.ts';

/** A link sent by Zalo or message. */
export const LINK_MS = 72 * 60 * 60 * 1000;

const OFFICE_TITLE = 'Văn phòng xã';

type CodeDeps = Pick<CoreDeps, 'clock' | 'chance' | 'newId' | 'store' | 'facts' | 'journal'>;

export interface NewCode {
  role: IssuedCode['role'];
  binding: Binding;
  title: string;
  personName: string | null;
  expiresAt: number | null;
  /** Bound by a link that was sent: the phone waits for the officer's word. */
  needsApproval?: boolean;
  /** How long the device it binds serves, ms. */
  deviceLivesMs?: number;
  /** Device on whose screen it is made. */
  issuedBy?: string;
  /** Of the office's codes: whom it is for. */
  accountId?: string;
}

/** Writes a code's hashes; the code itself is in the answer and nowhere else. Its entry of the log is the caller's. */
export async function writeCode(
  deps: Pick<CodeDeps, 'clock' | 'chance'>,
  transaction: Transaction,
  { role, binding, title, personName, expiresAt, needsApproval, deviceLivesMs, issuedBy, accountId }: NewCode,
  note: Note,
): Promise<{ secret: string; typed: string; secretHash: string }> {
  const secret = base64url.encode(deps.chance.bytes(16));
  // Its own dice: who overhears the typed form knows nothing of the link.
  const typed = typedCodeOf(deps.chance.bytes(10));
  const row: EnrolCodeRow = {
    secret_hash: hashTextNow(secret),
    typed_hash: hashTextNow(typed),
    role,
    binding_kind: binding.kind,
    binding_id: bindingId(binding),
    title,
    person_name: personName,
    expires_at: expiresAt,
    reusable: role === 'household' ? 1 : 0,
    spent_by: null,
    created_at: deps.clock.now(),
    needs_approval: needsApproval === true ? 1 : 0,
    device_lives_ms: deviceLivesMs ?? null,
    issued_by: issuedBy ?? null,
    account_id: accountId ?? null,
  };
  await transaction.enrolCode.insert(row);
  note(issuedEntry(row));
  return { secret, typed, secretHash: row.secret_hash };
}

async function issue(
  deps: CodeDeps,
  transaction: Transaction,
  code: NewCode,
  note: Note,
): Promise<{ secret: string; typed: string }> {
  const { secret, typed } = await writeCode(deps, transaction, code, note);
  await logServerEntry(deps, transaction, 'server.issueCode', { role: code.role, ...code.binding });
  return { secret, typed };
}

async function subjectOf(
  transaction: Transaction,
  { role, subject = '' }: EnrolCodeRequest,
): Promise<{ binding: Binding; title: string } | null> {
  const kind = bindingKindOf[role];
  if (kind === 'office') return { binding: { kind }, title: OFFICE_TITLE };
  if (kind === 'household') return null;
  const found =
    kind === 'hamlet' ? await findHamlet(transaction, subject) : await findUnit(transaction, subject);
  return found === null ? null : { binding: { kind, id: found.id }, title: found.title };
}

export const createEnrolCode = (deps: CodeDeps, request: EnrolCodeRequest): Promise<IssueOutcome> =>
  writeNoted(deps, async (transaction, note) => {
    const subject = await subjectOf(transaction, request);
    if (subject === null) return { kind: 'unknownSubject' };
    const { role, personName = null, ttlMs } = request;
    const expiresAt = deps.clock.now() + ttlMs;
    const account =
      subject.binding.kind === 'office'
        ? await accountFor(deps, transaction, { role, name: personName ?? subject.title }, note)
        : undefined;
    const { secret, typed } = await issue(
      deps,
      transaction,
      { role, personName, expiresAt, ...subject, ...(account && { accountId: account.account_id }) },
      note,
    );
    const fragment = writeFragment({ kind: 'enrol', secret });
    return { kind: 'issued', role, ...subject, path: '/ghep', fragment, typed, expiresAt };
  });

/** The campaign slips are for; undefined while there is none. */
export async function slipCampaign(
  { facts, clock }: Pick<CodeDeps, 'facts' | 'clock'>,
  transaction: Transaction,
): Promise<{ id: string } | undefined> {
  const commune = await transaction.commune.find();
  const known = commune && (await facts.of(transaction, commune.facts_op)).campaigns;
  return known && currentCampaign(known, dayOf(clock.now()));
}

/** A family's own code: it serves every phone of theirs, and stands until its campaign's data are erased. */
export const slipCode = (id: string, title: string): NewCode => ({
  role: 'household',
  binding: { kind: 'household', id },
  title,
  personName: null,
  expiresAt: null,
});

/** One slip by the operator's tool or at first start; earlier ones stay good (see `slips.ts` for those of a device). */
export const createSlip = (deps: CodeDeps, household: string): Promise<IssueOutcome> =>
  writeNoted(deps, async (transaction, note) => {
    const found = await findHousehold(transaction, household);
    const campaign = await slipCampaign(deps, transaction);
    if (found?.code === undefined || campaign === undefined) return { kind: 'unknownSubject' };
    const { id, title, code: householdCode } = found;
    const code = slipCode(id, title);
    const { secret, typed } = await issue(deps, transaction, code, note);
    const { communeId } = deps.store;
    const assessmentId = assessmentIdOf(communeId, campaign.id, id);
    const fragment = writeFragment({ kind: 'slip', secret, assessmentId, communeId, householdCode });
    const { binding } = code;
    return { kind: 'issued', role: 'household', binding, title, path: '/p', fragment, typed, householdCode };
  });
