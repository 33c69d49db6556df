/**
 * Slips for the households of a hamlet, or of the commune, asked for by a signed device: the papers a head prints and
 * hands out. A paper that nobody redeemed is replaced by the next; a family whose phone is bound keeps it.
 */
import { writeFragment } from '#protocol/fragment.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { recordAllowed } from '#protocol/policy.ts';
import { SLIPS_PATH, type IssuedSlip, type SlipsRequest } from '#protocol/slips.ts';
import type { Note } from '../backup/write-noted.ts';
import type { Refusal, SlipsOutcome } from '../outcomes.ts';
import { routeRoles } from '../http/route-key.ts';
import type { Transaction } from '../store/store.ts';
import type { EnrolCodeTable } from '../store/schema-devices.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger, type Ledger } from '../sync/ledger.ts';
import { asCaller, type Credential } from './authenticate.ts';
import { slipCampaign, slipCode, writeCode } from './codes.ts';
import { appendServerEntry } from './log-entry.ts';
import { relationTo } from './scopes.ts';
import { findHousehold } from './subjects.ts';

/** Printing a sheet again and again is no attack; a device that prints without end is. */
export const SLIPS_A_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Household {
  id: string;
  title: string;
  /** Human code. */
  code: string;
  issued: EnrolCodeTable[];
}

/** The household, where it stands and is this credential's to hand a slip to; null for every other reason alike. */
async function findOwn(
  transaction: Transaction,
  { role, binding }: Credential,
  householdId: string,
): Promise<Household | null> {
  const found = await findHousehold(transaction, householdId);
  if (found?.code === undefined) return null;
  const { id, hamletId, title, code } = found;
  const relation = relationTo(binding, { kind: 'household', id, hamletId });
  if (!recordAllowed('household', role, relation)) return null;
  return { id, title, code, issued: await transaction.enrolCode.ofSubject('household', id) };
}

/** Seconds until each of these may have one more slip; 0 = now. */
function waitSeconds(households: readonly Household[], now: number): number {
  const waits = households.map(({ issued }) => {
    const [oldest] = issued.slice(-SLIPS_A_DAY);
    return oldest === undefined || issued.length < SLIPS_A_DAY ? 0 : oldest.created_at + DAY_MS - now;
  });
  return Math.max(0, Math.ceil(Math.max(...waits) / 1000));
}

/** Earlier slips of which no phone lives make way. */
async function replaceEarlier(
  { device, enrolCode }: Transaction,
  { issued }: Household,
  by: string,
  note: Note,
): Promise<void> {
  for (const { secret_hash, spent_by } of issued) {
    if (spent_by !== null) continue;
    const bound = await device.byCode(secret_hash);
    if (bound.some(({ revoked_at }) => revoked_at === null)) continue;
    await enrolCode.spend(secret_hash, by);
    note({ k: 'spent', code: secret_hash, by });
  }
}

interface Issuing {
  deps: CoreDeps;
  transaction: Transaction;
  ledger: Ledger;
  note: Note;
  campaignId: string;
  deviceId: string;
}

async function issueOne(
  { deps, transaction, ledger, note, campaignId, deviceId }: Issuing,
  household: Household,
): Promise<IssuedSlip> {
  const { id, title, code: householdCode } = household;
  const { secret, typed, secretHash } = await writeCode(deps, transaction, slipCode(id, title), note);
  await replaceEarlier(transaction, household, secretHash, note);
  await appendServerEntry(deps, ledger, {
    kind: 'server.issueCode',
    facts: { role: 'household', kind: 'household', id, device: deviceId },
  });
  const { communeId } = deps.store;
  const assessmentId = assessmentIdOf(communeId, campaignId, id);
  const fragment = writeFragment({ kind: 'slip', secret, assessmentId, communeId, householdCode });
  return { householdId: id, code: typed, fragment };
}

/** All slips of the request or, when one household had too many today, none. */
export async function issueSlips(
  deps: CoreDeps,
  {
    proof,
    bodyHash,
    request,
    carried = nothingCarried,
  }: { proof: string; bodyHash: string; request: SlipsRequest; carried?: Carried },
): Promise<SlipsOutcome> {
  const roles = routeRoles('POST /api/v1/slips');
  const asked = { method: 'POST', path: SLIPS_PATH, bodyHash, roles, carried } as const;
  const job = async (
    transaction: Transaction,
    asker: Credential,
    note: Note,
  ): Promise<IssuedSlip[] | Refusal> => {
    const campaign = await slipCampaign(deps, transaction);
    if (campaign === undefined) return [];
    const households: Household[] = [];
    for (const householdId of new Set(request.householdIds)) {
      const household = await findOwn(transaction, asker, householdId);
      if (household !== null) households.push(household);
    }
    const retryAfter = waitSeconds(households, deps.clock.now());
    if (retryAfter > 0) return { kind: 'refused', code: 'too-many-attempts', retryAfter };
    const ledger = await openLedger(transaction);
    const { deviceId } = asker;
    const issuing: Issuing = { deps, transaction, ledger, note, campaignId: campaign.id, deviceId };
    const slips: IssuedSlip[] = [];
    for (const household of households) slips.push(await issueOne(issuing, household));
    await ledger.save();
    return slips;
  };
  const outcome = await asCaller(deps, proof, asked, job);
  if (!Array.isArray(outcome)) return outcome;
  return { kind: 'answered', response: { v: 1, nonce: request.nonce, slips: outcome } };
}
