/** What a family does about its data; each becomes an operation in the outbox, or changes nothing. */
import type { DataRequest, Objection } from '#protocol/family-records.ts';
import { consentTexts } from '#client/messages/consent.ts';
import { familyData } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import type { Purpose } from '#client/subject/purposes.ts';
import { canWithdraw, holdsTurn } from '#client/subject/round.ts';
import { sendFamily } from '#client/subject/send-family.ts';
import type { Workspace } from '#client/workspace.ts';
import type { Asked } from './read-asked.ts';
import type { FamilyData, Owner } from './read-family-data.ts';

export async function object(
  workspace: Workspace,
  owner: Owner,
  { submission, reason }: Pick<Objection, 'submission' | 'reason'>,
): Promise<void> {
  const id = workspace.newId();
  await workspace.putRecord('objection', id, { ...owner, id, submission, reason, state: 'open' }, 0);
}

export async function ask(
  workspace: Workspace,
  owner: Owner,
  { kind, reason }: Pick<DataRequest, 'kind' | 'reason'>,
): Promise<void> {
  const id = workspace.newId();
  await workspace.putRecord('dataRequest', id, { ...owner, id, kind, reason, state: 'open' }, 0);
}

export const takeBackObjection = (workspace: Workspace, { value, rev }: Asked<Objection>): Promise<void> =>
  workspace.putRecord('objection', value.id, { ...value, state: 'takenBack' }, rev);

export const takeBackRequest = (workspace: Workspace, { value, rev }: Asked<DataRequest>): Promise<void> =>
  workspace.putRecord('dataRequest', value.id, { ...value, state: 'takenBack' }, rev);

/**
 * How consent to a purpose is taken back: `sendAgain` the form as it was sent with this choice changed; `inForm` where
 * the form is open anyway; `ask` the commune, while it has the turn or the form is another phone's.
 */
export type TakingBack = 'sendAgain' | 'inForm' | 'ask';

export function wayBack(data: FamilyData, purpose: Purpose): TakingBack {
  if (purpose === 'process') return 'ask';
  if (data.draft?.status === 'open' && data.sent !== null) return 'inForm';
  const isHere = data.draft?.status === 'sent' && data.set !== undefined;
  return isHere && holdsTurn(data) ? 'sendAgain' : 'ask';
}

/**
 * Takes consent back. To the processing itself: the form is withdrawn where it still can be, and the commune is asked
 * to stop and to say so.
 */
export async function takeBackConsent(
  workspace: Workspace,
  data: FamilyData,
  purpose: Purpose,
  now: number,
): Promise<void> {
  const { owner, draft, set } = data;
  if (wayBack(data, purpose) === 'sendAgain' && draft !== undefined && set !== undefined) {
    const choice = { agreed: false, textVersion: consentTexts[purpose].version, at: now };
    const next = { ...draft, consent: { ...draft.consent, [purpose]: choice }, updatedAt: now };
    const sealed = await sendFamily(workspace, set, next);
    if (sealed.kind === 'notSealed') throw sealed.cause;
    return;
  }
  if (owner === null) throw new Error('whose consent it is is not known yet');
  const reason = fill(familyData.consent.reason, { ten: consentTexts[purpose].title });
  await ask(workspace, owner, { kind: 'withdraw', reason });
  if (purpose === 'process' && canWithdraw(data, workspace.profile.role))
    await workspace.move(owner.assessmentId, 'withdrawn');
}
