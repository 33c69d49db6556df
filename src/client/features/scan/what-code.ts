/** What a QR code that was read is to this app. Pure; nothing of a foreign code is opened or kept. */
import { isReceiptCode, readCode } from '#protocol/code.ts';
import { readFragment } from '#protocol/fragment.ts';
import { fill } from '#client/messages/fill.ts';
import { scanWords } from '#client/messages/scan.ts';

export type WhatCode =
  /** Where in this app it leads: a family's slip, a code for this phone, or a receipt. */
  | { kind: 'ours'; path: string }
  /** `words`: what it is, and what to do. */
  | { kind: 'foreign'; words: string };

const { foreign } = scanWords;
/** EMVCo payment codes (VietQR) begin with their format and version. */
const MONEY = /^0002010[12]\d/;
/** A citizen's card: number, old number, name, birth, … between bars. */
const ID_CARD = /^\d{12}\|/;

const urlOf = (text: string): URL | null => {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
};

const isForeign = (words: string): WhatCode => ({ kind: 'foreign', words });

function whatLink({ origin, host, pathname, hash }: URL, here: URL): WhatCode {
  const fragment = readFragment(hash);
  const isOurPath = pathname === '/p' || pathname === '/ghep';
  if (origin !== here.origin) {
    if (fragment !== null && isOurPath) return isForeign(fill(foreign.elsewhere, { host, here: here.host }));
    return isForeign(fill(foreign.web, { host }));
  }
  // The tag says whose it is, whatever page it was printed for.
  if (fragment !== null) return { kind: 'ours', path: `${fragment.kind === 'slip' ? '/p' : '/ghep'}${hash}` };
  if (pathname === '/kiem-tra' && isReceiptCode(readCode(hash.slice(1))))
    return { kind: 'ours', path: `/kiem-tra${hash}` };
  return isForeign(isOurPath ? foreign.cutOff : foreign.other);
}

/** `origin`: of this app, as `location.origin` says it. */
export function whatCode(text: string, origin: string): WhatCode {
  const trimmed = text.trim();
  const url = urlOf(trimmed);
  if (url !== null) return whatLink(url, new URL(origin));
  if (MONEY.test(trimmed)) return isForeign(foreign.money);
  if (ID_CARD.test(trimmed)) return isForeign(foreign.idCard);
  if (/^WIFI:/i.test(trimmed)) return isForeign(foreign.wifi);
  return isForeign(foreign.other);
}
