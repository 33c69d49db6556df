/**
 * What the editor holds between two operations: the whole draft, on this machine's disk, with the revision it was begun
 * on. A draft is tens of kilobytes: as an operation it goes at rest, as kept words with every pause.
 */
import { readDraft, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { keepWords, keptWords } from '#client/db/kept-words.ts';

export interface KeptDraft {
  draft: DraftSet;
  /** Revision of the record it changes; 0 = none yet. */
  base: number;
}

const keyOf = (draftId: string): string => `bo-tieu-chi/${draftId}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** null: nothing is kept, or a newer build kept it; that build reads it again. */
export async function keptDraft(profileId: string, draftId: string): Promise<KeptDraft | null> {
  const key = keyOf(draftId);
  const words = (await keptWords(profileId, key)).get(key);
  const [draft, base] = [readDraft(parsed(words?.['set'] ?? '')), Number(words?.['base'])];
  return draft === null || !Number.isSafeInteger(base) ? null : { draft, base };
}

/** Rejects where the disk has no room. */
export const keepDraft = (profileId: string, draftId: string, kept: KeptDraft | null): Promise<void> =>
  keepWords(profileId, keyOf(draftId), kept && { set: JSON.stringify(kept.draft), base: String(kept.base) });
