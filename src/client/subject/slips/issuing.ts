/** From households chosen to papers: what the commune answered, as the page shows it. Pure but for the asking. */
import type { ProblemCode } from '#protocol/problem.ts';
import { fill } from '#client/messages/fill.ts';
import { slipWords } from '#client/messages/slips.ts';
import type { HouseholdEntry } from '../household-entries.ts';
import type { Workspace } from '#client/workspace.ts';
import type { PaperSlip } from './slip-words.ts';

export interface Issued {
  slips: PaperSlip[];
  /** Asked for, and the commune gives none. */
  missing: HouseholdEntry[];
  /** Not asked for any more: the line broke. */
  waiting: HouseholdEntry[];
}

/** What came for these households, after what was there before. */
export function issuedOf(
  { slips, notAsked }: Extract<Awaited<ReturnType<Workspace['issueSlips']>>, { kind: 'issued' }>,
  asked: readonly HouseholdEntry[],
  before: Issued | null,
): Issued {
  const waits = new Set(notAsked);
  const came = new Map(slips.map((slip) => [slip.householdId, slip]));
  const papers = asked.flatMap(({ household }): PaperSlip[] => {
    const slip = came.get(household.id);
    if (slip === undefined) return [];
    const { id: householdId, householder, code: householdCode = '' } = household;
    return [{ householdId, householder, householdCode, code: slip.code, fragment: slip.fragment }];
  });
  return {
    slips: [...(before?.slips ?? []), ...papers],
    missing: [
      ...(before?.missing ?? []),
      ...asked.filter(({ household: { id } }) => !came.has(id) && !waits.has(id)),
    ],
    waiting: asked.filter(({ household: { id } }) => waits.has(id)),
  };
}

export function refusalWords(problem: ProblemCode): string {
  switch (problem) {
    case 'too-many-attempts':
      return slipWords.tooMany;
    case 'not-allowed':
      return slipWords.notAllowed;
    case 'device-unknown':
    case 'device-revoked':
      return slipWords.lockedOut;
    case 'device-pending':
      return slipWords.awaits;
    case 'sign-in':
    case 'step-up':
      return slipWords.signIn;
    case 'busy':
    case 'server-error':
      return slipWords.busy;
    default:
      return fill(slipWords.refused, { problem });
  }
}
