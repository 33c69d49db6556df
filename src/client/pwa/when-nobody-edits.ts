/** Runs once no tab has unsaved words: the other side of `form/use-editing-lock.ts`. */
import { EDITING_LOCK } from '#client/form/editing-lock.ts';

export async function whenNobodyEdits(run: () => Promise<void> | void): Promise<void> {
  if (!('locks' in navigator)) return run();
  await navigator.locks.request(EDITING_LOCK, async () => run());
}
