/** A family's answers sealed as one submission, with the consent they go under: first sent, or sent again. */
import type { CriteriaSet } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import type { Consent } from '#protocol/operation.ts';
import type { DraftRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { purposes } from './purposes.ts';

export type Sealed =
  | { kind: 'sealed'; draft: DraftRow }
  /** The phone could not write it; the draft is as it was. */
  | { kind: 'notSealed'; cause: unknown };

/** The choices a family made, in the order they were asked. */
export const consentOf = ({ consent, consentMode }: DraftRow): Consent => ({
  choices: purposes.flatMap((purpose) => {
    const choice = consent[purpose];
    return choice === undefined ? [] : [{ purpose, ...choice }];
  }),
  mode: consentMode,
});

/** Asked for only once consent to "process" is there; never sends without it. */
export async function sendFamily(workspace: Workspace, set: CriteriaSet, draft: DraftRow): Promise<Sealed> {
  const selfScore = score(set, draft.answers).normalised;
  try {
    await workspace.submit(draft, { selfScore, signedOffBy: '', consent: consentOf(draft) });
  } catch (cause) {
    return { kind: 'notSealed', cause };
  }
  return { kind: 'sealed', draft: { ...draft, status: 'sent' } };
}
