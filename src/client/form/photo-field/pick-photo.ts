/**
 * Asking the system for a picture. Cheap phones end the browser while the camera is open, so everything typed is on disk
 * and the place is marked before it opens; the mark goes when the page turns out to have lived.
 */

/** A browser opens its camera only right after the tap: what takes longer than this goes on behind it. */
const PATIENCE_MS = 300;

interface Picking {
  /** Everything typed goes to disk, and where to come back to. */
  leave: () => Promise<unknown>;
  /** The page lives: the mark is no longer needed. */
  back: () => void;
}

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/** Opens the picker of `input`; what is chosen comes by its own `change`. */
export async function openPicker(input: HTMLInputElement, { leave, back }: Picking): Promise<void> {
  // A failed save has its own notice on this page; the camera is not held up by it.
  await Promise.race([leave().catch(() => undefined), patience()]);
  input.click();
  // Old browsers say nothing of a cancelled picker: the next touch says that the page lived.
  addEventListener('pointerdown', back, { once: true, capture: true });
}
