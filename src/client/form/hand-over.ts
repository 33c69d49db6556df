/**
 * Something for somebody else, by the phone's own sheet: the one place that calls Web Share. A receipt, a slip, a
 * reminder and the diagnostic go by {@link passOn}; a file alone by {@link handOver}.
 */
import { copyText } from '#client/ui/copy-text.ts';
import { downloadBlob } from './download.ts';

export type HandedOver = 'shared' | 'saved' | 'cancelled';

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Null: this phone has no such sheet, or it may not open any more (the tap was too long ago). */
async function bySheet(data: ShareData): Promise<'shared' | 'cancelled' | null> {
  if (typeof navigator.share !== 'function') return null;
  try {
    await navigator.share(data);
    return 'shared';
  } catch (error) {
    // Closing the sheet is no failure.
    return isCancelled(error) ? 'cancelled' : null;
  }
}

const takes = (data: ShareData): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare(data);

/** A file, with words beside it: by the sheet where it takes such a file, otherwise saved on the phone. */
export async function handOver(file: File, title: string, text?: string): Promise<HandedOver> {
  const data = { files: [file], title, ...(text !== undefined && { text }) };
  const over = takes(data) ? await bySheet(data) : null;
  if (over !== null) return over;
  downloadBlob(file.name, file);
  return 'saved';
}

/** What {@link passOn} passes on. */
export interface Message {
  text: string;
  title?: string;
  /** Goes after the words where it cannot stand for itself. */
  url?: string;
  /** Goes with the words, and instead of `url`, where the sheet takes both. */
  picture?: File | undefined;
}

/** `refused`: nothing was possible; show the words, so that they can be copied by hand. */
export type PassedOn = 'shared' | 'copied' | 'cancelled' | 'refused';

/** Words, with a picture where the sheet takes one; where there is no sheet they are copied. Only after a tap. */
export async function passOn({ text, title, url, picture }: Message): Promise<PassedOn> {
  const words = { text, ...(title !== undefined && { title }) };
  const withPicture = picture === undefined ? null : { ...words, files: [picture] };
  const data =
    withPicture !== null && takes(withPicture)
      ? withPicture
      : { ...words, ...(url !== undefined && { url }) };
  const over = await bySheet(data);
  if (over !== null) return over;
  return (await copyText(url === undefined ? text : `${text} ${url}`)) ? 'copied' : 'refused';
}
