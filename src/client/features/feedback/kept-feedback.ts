/**
 * What is being written, kept for this tab until it is sent (a borrowed phone keeps nothing after that); with its nonce, so that words sent twice over a bad line
 * count once. Words changed after a try get a nonce of their own.
 */
export interface KeptFeedback {
  text: string;
  contact: string;
  /** Of the last try with exactly these words; empty before any. */
  nonce: string;
}

export const nothingKept: KeptFeedback = { text: '', contact: '', nonce: '' };

const KEY = 'thidua-gop-y';

/** Another page, or an older version, may have left anything there. */
export function readKept(storage: Pick<Storage, 'getItem'>): KeptFeedback {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof value !== 'object' || value === null) return nothingKept;
    const of = (name: string): string => {
      const member: unknown = Reflect.get(value, name);
      return typeof member === 'string' ? member : '';
    };
    return { text: of('text'), contact: of('contact'), nonce: of('nonce') };
  } catch {
    return nothingKept;
  }
}

/** @returns false where this browser keeps nothing (full, or forbidden) */
export function keepFeedback(storage: Pick<Storage, 'setItem' | 'removeItem'>, kept: KeptFeedback): boolean {
  try {
    if (kept.text === '' && kept.contact === '') storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
