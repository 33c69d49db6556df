/** Verifies many forms as they were read: for each the move that begins the review and the one that ends it. */
import { isRowOf } from '#client/db/row-of.ts';
import { isMoveAhead, type CommandParts } from './commands.ts';
import { sealMany, type Piece } from './seal-many.ts';

/** A form as it stood before the eyes of whoever decides over it. */
export interface SeenForm {
  assessmentId: string;
  submission: string;
  statusRev: number;
}

/** Assessment ids. `changed`: no longer as it was read; nothing was sealed for it. */
export interface VerifyOutcome {
  sealed: readonly string[];
  changed: readonly string[];
}

type Parts = Pick<CommandParts, 'sealing' | 'announce'>;

export async function verifyMany(
  { sealing, announce }: Parts,
  forms: readonly SeenForm[],
): Promise<VerifyOutcome> {
  const context = sealing();
  const { store } = context;
  /** It lies as it was read, and nothing of this machine is under way with it. */
  const stands = async ({ assessmentId, submission, statusRev }: SeenForm): Promise<boolean> => {
    const row = await store.row('assessment', assessmentId);
    if (row === undefined || !isRowOf(row, 'assessment')) return false;
    const { state, statusRev: now, submissions } = row.value;
    if (state !== 'received' || now !== statusRev) return false;
    if (!submissions.some(({ id, current }) => current && id === submission)) return false;
    const own = await store.sealedFor(assessmentId);
    return !own.some((each) => isMoveAhead(each, row.rev));
  };
  let outcome: VerifyOutcome = { sealed: [], changed: [] };
  await sealMany(context, async () => {
    const standing = await Promise.all(forms.map(stands));
    const idOf = ({ assessmentId }: SeenForm): string => assessmentId;
    const sealed = forms.filter((_, at) => standing[at]);
    outcome = { sealed: sealed.map(idOf), changed: forms.filter((_, at) => !standing[at]).map(idOf) };
    return sealed.flatMap(({ assessmentId, submission, statusRev }): Piece[] =>
      (['underReview', 'verified'] as const).map((to, step) => ({
        intent: {
          kind: 'assessment.move',
          args: { assessmentId, submission, to, statusRev: statusRev + step },
        },
      })),
    );
  });
  if (outcome.sealed.length > 0) announce();
  return outcome;
}
