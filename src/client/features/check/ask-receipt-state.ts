import type { ReceiptState } from '#protocol/public.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { readReceiptState } from '#client/sync/public-reader.ts';
import { createTransport, type Reply } from '#client/sync/transport.ts';

/** The commune's word on one receipt code. Needs no profile and no key: anyone may ask. */
export const askReceiptState = (code: string): Promise<Reply<ReceiptState>> =>
  readReceiptState(createTransport(createBrowserEnvironment('')), code);
