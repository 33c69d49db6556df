/** *Gửi*: the open form frozen as one submission, with the versions its author had seen (`protocol.md` §3). */
import { canon } from '#protocol/canon.ts';
import type { AssessmentSubmitArgs } from '#protocol/operation.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { DraftRow, OutboxRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { isTravelling, sealedTexts } from '#client/db/answer-text.ts';
import type { SubmitInput } from '#client/workspace.ts';
import { seal, type SealContext, type SealRequest } from './seal.ts';

/** Versions this sheet replaces, also of answers that were cleared since; a household has no registers. */
async function basesOf(store: EngineStore, draft: DraftRow): Promise<AssessmentSubmitArgs['bases']> {
  if (!isTravelling(draft)) return {};
  const [{ registersOf }, { seenVersions }] = await Promise.all([
    import('./seal-drafts.ts'),
    import('#client/db/registers.ts'),
  ]);
  const { live, ownIds } = await registersOf(store, draft.assessmentId);
  const seen = Object.entries(live).map(([field, versions]) => ({
    field,
    versions: seenVersions(versions, draft.sealed[field], ownIds),
  }));
  return Object.fromEntries(
    seen.filter(({ versions }) => versions.length > 0).map((of) => [of.field, of.versions]),
  );
}

/** A second tab's tap on an old phone comes this late, when the commune may have answered for the first already. */
const SAME_TAP_MS = 10_000;

/**
 * The same sheet sealed a moment ago, by another tab or a second tap. The draft's own status does not tell: a tab that
 * took over what the other one sealed has opened it again.
 */
async function alreadySealed(
  store: EngineStore,
  draft: DraftRow,
  input: SubmitInput,
  now: number,
): Promise<OutboxRow | undefined> {
  const own = await store.sealedFor(draft.assessmentId);
  const last = own.filter((row) => row.draftId === draft.id && row.kind === 'assessment.submit').at(-1);
  if (last === undefined) return undefined;
  // Taken back since: what is sent now is sent anew, be it the same to the letter.
  if (own.some(({ kind, seq }) => kind === 'assessment.move' && seq > last.seq)) return undefined;
  // Taken back since: the same sheet again is another sending.
  if (own.some(({ kind, seq }) => kind === 'assessment.move' && seq > last.seq)) return undefined;
  const isJustTaken = last.result?.verdict === 'applied' && Math.abs(now - last.sealedAt) < SAME_TAP_MS;
  if (last.result !== undefined && !isJustTaken) return undefined;
  const operation = operationIn(last);
  if (operation?.kind !== 'assessment.submit') return undefined;
  const { snapshot, signedOffBy, consent, photos } = operation.args;
  const said = (answers: DraftRow['answers'], of: Omit<SubmitInput, 'selfScore'>): string =>
    canon({ answers, name: of.signedOffBy, consent: of.consent ?? {}, photos: of.photos ?? [] });
  const before = { signedOffBy, photos, ...(consent !== undefined && { consent }) };
  const isSame = said(snapshot, before) === said(draft.answers, input);
  return isSame ? last : undefined;
}

async function submissionOf(
  store: EngineStore,
  draft: DraftRow,
  input: SubmitInput,
  at: number,
): Promise<SealRequest> {
  const args: AssessmentSubmitArgs = {
    assessmentId: draft.assessmentId,
    criteriaSet: draft.criteriaSet,
    snapshot: draft.answers,
    // What came in after this screen read the form is not on it: it stays beside what is sent.
    bases: await basesOf(store, draft),
    photos: input.photos ?? [],
    selfScore: input.selfScore,
    signedOffBy: input.signedOffBy,
  };
  return {
    intent: {
      kind: 'assessment.submit',
      args: input.consent === undefined ? args : { ...args, consent: input.consent },
    },
    draftId: draft.id,
    patchDraft: {
      id: draft.id,
      patch: (now) => ({
        ...draft,
        status: 'sent',
        sealed: sealedTexts(draft.answers),
        updatedAt: Math.max(at, draft.updatedAt, (now?.updatedAt ?? 0) + 1),
      }),
    },
  };
}

/** Seals the form once, however often and from however many tabs it is asked for. */
export async function sealSubmission(
  context: SealContext,
  draft: DraftRow,
  input: SubmitInput,
): Promise<OutboxRow> {
  const { store, clock } = context;
  let earlier: OutboxRow | undefined;
  const sealed = await seal(context, async () => {
    earlier = await alreadySealed(store, draft, input, clock.now());
    return earlier === undefined ? submissionOf(store, draft, input, clock.now()) : null;
  });
  const row = sealed ?? earlier;
  if (row === undefined) throw new Error('nothing was sealed');
  return row;
}
