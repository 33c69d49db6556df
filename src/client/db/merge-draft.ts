/**
 * Saving a draft from a screen that may be behind: another tab typed, or the engine took over an answer from the
 * commune, while this screen stayed open. Pure.
 */
import type { Answer, Answers } from '#domain/answers.ts';
import type { DraftRow } from './model.ts';
import { textOf } from './answer-text.ts';

export const isSameAnswers = (a: Answers, b: Answers): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (field) => textOf(a[field]) === textOf(b[field]),
  );

/** Field by field; see {@link mergeDraft}. */
function mergeFields(
  stored: DraftRow,
  incoming: DraftRow,
  seen: Answers,
): Pick<DraftRow, 'answers' | 'ticks' | 'sealed'> {
  const answers = new Map<string, Answer>();
  const ticks = { ...incoming.ticks };
  const sealed = new Map(Object.entries(stored.sealed));
  const fields = new Set([...Object.keys(stored.answers), ...Object.keys(incoming.answers)]);
  for (const field of fields) {
    const baseText = textOf(seen[field]);
    const isTyped = textOf(incoming.answers[field]) !== baseText;
    const value = isTyped ? incoming.answers[field] : stored.answers[field];
    if (value !== undefined) answers.set(field, value);
    // What was ticked goes with the answer it made.
    const ticked = stored.ticks[field];
    if (!isTyped && ticked !== undefined) ticks[field] = ticked;
    const storedText = textOf(stored.answers[field]);
    const loadedText = incoming.sealed[field];
    const cameInUnseen =
      storedText !== baseText && storedText === stored.sealed[field] && storedText !== loadedText;
    if (!isTyped || !cameInUnseen || storedText === textOf(value)) continue;
    if (loadedText === undefined) sealed.delete(field);
    else sealed.set(field, loadedText);
  }
  return { answers: Object.fromEntries(answers), ticks, sealed: Object.fromEntries(sealed) };
}

/**
 * Field by field: what the person changed since `base` (what this screen last loaded or saved) wins; what they did not
 * touch keeps the stored value. `sealed` belongs to the engine and is never taken from a screen, with one exception: an
 * answer typed over one that came in unseen goes back to what this screen had loaded, so that it is sent as an answer
 * beside the other and not as one that replaces it.
 */
export function mergeDraft(
  stored: DraftRow | undefined,
  incoming: DraftRow,
  base: Answers | undefined,
): DraftRow {
  if (stored === undefined) return incoming;
  const seen = base ?? stored.answers;
  // Nobody but this screen wrote since: the usual keystroke, and it has to be quick.
  const isAlone = JSON.stringify(seen) === JSON.stringify(stored.answers);
  const merged = isAlone ? { sealed: stored.sealed } : mergeFields(stored, incoming, seen);
  // An autosave that was under way when the form was sent says "open" with the answers that went: it stays sent.
  const isLate =
    stored.status === 'sent' &&
    incoming.updatedAt <= stored.updatedAt &&
    isSameAnswers(incoming.answers, stored.answers);
  return {
    ...incoming,
    ...merged,
    status: isLate ? 'sent' : incoming.status,
    updatedAt: Math.max(incoming.updatedAt, stored.updatedAt),
  };
}
