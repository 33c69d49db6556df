/** What a person typed or pasted, as it is kept. Every field for words passes through here. */
import type { ChangeEvent } from 'react';

// Soft hyphen, zero-width space, word joiner, byte-order mark: pasted from documents, seen by nobody.
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Composed letters (NFC), so that what looks alike is alike; no-break spaces as spaces; nothing unseen. */
export const keptText = (text: string): string =>
  text.normalize('NFC').replace(UNSEEN, '').replaceAll('\u00A0', ' ');

/** While a keyboard is still composing a letter it is left alone; what it leaves behind is made NFC when sealed. */
export function typedText({
  target,
  nativeEvent,
}: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): string {
  const isComposing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true;
  return isComposing ? target.value : keptText(target.value);
}
