/** Where the hamlet's or unit's sheet stands, from what is stored. */
import type { Answer } from '#domain/answers.ts';
import { conflictsOf, liveFields } from '#client/db/registers.ts';
import { stateOf, type FormState } from '#client/state-of.ts';
import type { EnginePhase } from '#client/workspace.ts';
import type { SaveState } from '#client/form/autosaver.ts';
import type { SheetRows } from './read-sheet.ts';

/** Newest submission sealed on this phone, and the receipt that counts: its own, or one from another phone. */
export function sheetState(rows: SheetRows, phase: EnginePhase, saved?: SaveState): FormState {
  const { draft, outbox, receipts, assessment, registers, profile, sync } = rows;
  const own = outbox.filter(({ assessmentId }) => assessmentId === profile.assessmentId);
  const submission = own.filter(({ kind }) => kind === 'assessment.submit').at(-1);
  const elsewhere = assessment?.value.submissions.filter(({ current }) => current).at(-1);
  const receipt =
    receipts.find(({ opId }) => opId === submission?.opId) ??
    (submission === undefined && elsewhere
      ? { code: elsewhere.receiptCode, receivedAt: elsewhere.receivedAt }
      : undefined);
  return stateOf({
    draft,
    saveFailure: saved?.kind === 'failed' ? saved.reason : undefined,
    conflicts: registers ? conflictsOf(liveFields(registers, own)).length : 0,
    submission,
    receipt,
    assessment: assessment?.value,
    phase,
    link: profile.link,
    safeSeq: sync.safeSeq,
  });
}

/**
 * Answers that phones of one subject wrote differently: every living value, by criterion; null = cleared. It ends when
 * all say the same (`protocol.md` §2).
 */
export function conflictsIn({ registers, outbox, profile }: SheetRows): Record<string, (Answer | null)[]> {
  if (!registers) return {};
  const own = outbox.filter(({ assessmentId }) => assessmentId === profile.assessmentId);
  const live = liveFields(registers, own);
  return Object.fromEntries(
    conflictsOf(live).map((field) => [field, (live[field] ?? []).map(({ value }) => value ?? null)] as const),
  );
}

/** While the commune reviews or has decided, the sheet may be filled but not sent (design §7). */
export const isHeldByCommune = ({ assessment }: SheetRows): boolean => {
  const state = assessment?.value.state;
  return state === 'underReview' || state === 'verified' || state === 'final';
};
