/**
 * Codes people read, type or scan (`protocol.md` §4, §6): Crockford base32 without I, L, O, U, so that a code survives
 * being read aloud over a bad line.
 */
import { base64url } from 'jose';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` base32 characters out of the leading bits of `bytes`. */
export function base32(bytes: Uint8Array, length: number): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return text;
}

/** Position-weighted check character: catches every single wrong character and every swap of neighbours but 0↔Z twins. */
export function checkCharacter(code: string): string {
  let sum = 0;
  for (let index = 0; index < code.length; index++) sum += (index + 1) * ALPHABET.indexOf(code.charAt(index));
  return ALPHABET.charAt(sum % 31);
}

/**
 * What a person typed or pasted, as the code it means: case, spaces, dashes and dots of any kind, signs that are not
 * drawn, full-width letters and look-alikes do not matter.
 */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/** K3QF72MA7 → K3QF-72MA-7. */
export const spellCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** Receipt code of a submission: 8 characters of its digest, and a check. A state, never content, stands behind it. */
export function receiptCodeOf(opHash: string): string {
  const code = base32(base64url.decode(opHash), 8);
  return code + checkCharacter(code);
}

export const isReceiptCode = (code: string): boolean =>
  /^[0-9A-HJKMNP-TV-Z]{9}$/.test(code) && checkCharacter(code.slice(0, 8)) === code.charAt(8);

/** Typed form of an enrolment code or slip: 10 characters. */
export const typedCodeOf = (bytes: Uint8Array): string => base32(bytes, 10);
export const isTypedCode = (code: string): boolean => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code);
