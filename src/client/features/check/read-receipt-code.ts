/** What a person typed as a receipt code: known to be well formed before anybody is asked. */
import { isReceiptCode, readCode } from '#protocol/code.ts';

export const RECEIPT_CODE_LENGTH = 9;

export type ReadCode =
  | { kind: 'code'; code: string }
  | { kind: 'tooShort'; count: number }
  | { kind: 'tooLong'; count: number }
  | { kind: 'wrongLetter'; letter: string }
  | { kind: 'wrongCheck' };

/** Case, spaces, dashes and look-alikes do not matter; the check character catches a slip of the eye. */
export function readReceiptCode(typed: string): ReadCode {
  const code = readCode(typed);
  const letter = /[^0-9A-HJKMNP-TV-Z]/u.exec(code)?.[0];
  if (letter !== undefined) return { kind: 'wrongLetter', letter };
  if (code.length < RECEIPT_CODE_LENGTH) return { kind: 'tooShort', count: code.length };
  if (code.length > RECEIPT_CODE_LENGTH) return { kind: 'tooLong', count: code.length };
  return isReceiptCode(code) ? { kind: 'code', code } : { kind: 'wrongCheck' };
}
