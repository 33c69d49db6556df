/** A file to somebody else: by the phone's own sheet where it takes such a file, otherwise saved on the phone. */
import { downloadBlob } from './download.ts';

export type HandedOver = 'shared' | 'saved' | 'cancelled';

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

export async function handOver(file: File, title: string): Promise<HandedOver> {
  if (typeof navigator.share === 'function' && navigator.canShare?.({ files: [file] }) === true) {
    try {
      await navigator.share({ files: [file], title });
      return 'shared';
    } catch (error) {
      // Closing the sheet is no failure; a sheet that may not open any more (the tap was too long ago) is no end.
      if (isCancelled(error)) return 'cancelled';
    }
  }
  downloadBlob(file.name, file);
  return 'saved';
}
