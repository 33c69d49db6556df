/** Where the hamlet's or unit's sheet stands, from what is stored. */
import type { Answer } from '#domain/answers.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { conflictsOf, liveFields } from '#client/db/registers.ts';
import { stateOf, type FormState } from '#client/state-of.ts';
import type { EnginePhase } from '#client/workspace.ts';
import type { SaveState } from '#client/form/autosaver.ts';
import type { SheetRows } from './read-sheet.ts';
import { questionOf } from './choices-of.ts';
import { holdsTurn, standingState } from './round.ts';

/** Operations of the sheet itself, in order of seq. */
export const ownOf = ({ outbox, profile }: SheetRows): OutboxRow[] =>
  outbox.filter(({ assessmentId }) => assessmentId === profile.assessmentId);

/** Newest submission sealed on this phone, and the receipt that counts: its own, or one from another phone. */
export function sheetState(rows: SheetRows, phase: EnginePhase, saved?: SaveState): FormState {
  const { draft, receipts, assessment, profile, sync } = rows;
  const own = ownOf(rows);
  const standing = standingState({ assessment, own });
  const submission = own.filter(({ kind }) => kind === 'assessment.submit').at(-1);
  const known = assessment?.value.submissions ?? [];
  // A form that was taken back has none in force.
  const elsewhere = known.filter(({ current }) => current).at(-1) ?? known.at(-1);
  const receipt =
    receipts.find(({ opId }) => opId === submission?.opId) ??
    (submission === undefined && elsewhere
      ? { code: elsewhere.receiptCode, receivedAt: elsewhere.receivedAt }
      : undefined);
  return stateOf({
    draft,
    saveFailure: saved?.kind === 'failed' ? saved.reason : undefined,
    conflicts: Object.keys(conflictsIn(rows)).length,
    submission,
    receipt,
    assessment: standing === undefined ? undefined : { state: standing },
    phase,
    link: profile.link,
    safeSeq: sync.safeSeq,
  });
}

/**
 * Answers that phones of one subject wrote differently: every living value, by criterion; null = cleared. It ends when
 * all say the same (`protocol.md` §2).
 */
export function conflictsIn(rows: SheetRows): Record<string, (Answer | null)[]> {
  const { registers, set } = rows;
  if (!registers) return {};
  const live = liveFields(registers, ownOf(rows));
  return Object.fromEntries(
    conflictsOf(live)
      // What this sheet's set does not ask, nobody can choose.
      .filter((field) => set === undefined || questionOf(set, field) !== null)
      .map((field) => [field, (live[field] ?? []).map(({ value }) => value ?? null)] as const),
  );
}

/** While the commune reviews or has decided, the sheet may be filled but not sent (design §7). */
export const isHeldByCommune = (rows: SheetRows): boolean =>
  !holdsTurn({ assessment: rows.assessment, own: ownOf(rows) });
