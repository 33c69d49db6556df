/**
 * Open drafts of hamlets and units travel, so that a lost phone loses little (design D4): one `answers.save` per form
 * and exchange, holding what changed since the last. A household's draft never does.
 */
import { canon } from '#protocol/canon.ts';
import type { Change } from '#protocol/operation.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { DraftRow } from '#client/db/model.ts';
import { isTravelling } from '#client/db/answer-text.ts';
import { changesOf, liveFields, type Fields } from '#client/db/registers.ts';
import { isRowOf } from '#client/db/row-of.ts';
import { seal, type SealContext, type SealRequest } from './seal.ts';

/** Living versions of a form's answers, and which of them are this phone's own. */
export async function registersOf(
  store: EngineStore,
  assessmentId: string,
): Promise<{ live: Fields; ownIds: ReadonlySet<string> }> {
  const own = await store.sealedFor(assessmentId);
  const row = await store.row('answers', assessmentId);
  const pulled = row !== undefined && isRowOf(row, 'answers') ? row : undefined;
  return { live: liveFields(pulled, own), ownIds: new Set(own.map(({ opId }) => opId)) };
}

/** The draft as it is now, with exactly these changes marked as sealed; later typing stays unsent. */
function markSealed(stored: DraftRow, changes: Record<string, Change>): DraftRow {
  const sealed = new Map(Object.entries(stored.sealed));
  for (const [field, { value }] of Object.entries(changes)) {
    if (value === undefined) sealed.delete(field);
    else sealed.set(field, canon(value));
  }
  return { ...stored, sealed: Object.fromEntries(sealed) };
}

async function saveOf(store: EngineStore, draftId: string): Promise<SealRequest | null> {
  const draft = await store.draft(draftId);
  if (draft?.status !== 'open' || !isTravelling(draft)) return null;
  // One under way at a time: without a network, an afternoon of typing is still one operation.
  const own = await store.sealedFor(draft.assessmentId);
  if (own.some(({ kind, result }) => kind === 'answers.save' && result === undefined)) return null;
  const { live, ownIds } = await registersOf(store, draft.assessmentId);
  const changes = changesOf(draft, live, ownIds);
  if (Object.keys(changes).length === 0) return null;
  return {
    intent: { kind: 'answers.save', args: { assessmentId: draft.assessmentId, changes } },
    draftId,
    patchDraft: {
      id: draftId,
      patch: (stored) => (stored === undefined ? undefined : markSealed(stored, changes)),
    },
  };
}

/** Seals what changed in every open draft that travels; returns how many operations that made. */
export async function sealDrafts(context: SealContext): Promise<number> {
  let made = 0;
  for (const draft of await context.store.drafts()) {
    if (!isTravelling(draft)) continue;
    const row = await seal(context, () => saveOf(context.store, draft.id));
    if (row !== null) made += 1;
  }
  return made;
}
