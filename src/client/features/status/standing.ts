/** What this browser says of itself: room, promise, readiness. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { status } from '#client/messages/status.ts';

export interface Standing {
  /** Bytes; null where the browser does not say. */
  used: number | null;
  quota: number | null;
  isPersisted: boolean;
  /** The worker answers this page: it opens without a network. */
  isOfflineReady: boolean;
}

export async function readStanding(platform: Navigator = navigator): Promise<Standing> {
  const storage: StorageManager | undefined = platform.storage;
  const estimate = await storage?.estimate?.();
  const registration = await platform.serviceWorker?.getRegistration();
  return {
    used: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    isPersisted: (await storage?.persisted?.()) ?? false,
    isOfflineReady: Boolean(registration?.active),
  };
}

const MB = 1024 * 1024;
const oneDecimal = (value: number): string => formatNumber(Math.round(value * 10) / 10);

/** Bytes in words: `3,2 MB`, `1,5 GB`. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1024 * MB
    ? fill(status.gigabytes, { n: oneDecimal(bytes / (1024 * MB)) })
    : fill(status.megabytes, { n: oneDecimal(bytes / MB) });
