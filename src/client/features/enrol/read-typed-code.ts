/** A code as a person types it from paper or hears it by phone, judged sign by sign while it is typed. */
import { isTypedCode, readCode, spellCode } from '#protocol/code.ts';
import { fill } from '#client/messages/fill.ts';
import { enrolWords } from '#client/messages/enrol.ts';

export const CODE_LENGTH = 10;
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type TypedCode =
  | { kind: 'empty' }
  | { kind: 'partial'; words: string }
  /** `words`: what is off and what to do. */
  | { kind: 'odd'; words: string }
  | { kind: 'complete'; code: string; spelled: string };

/** Lower case, spaces, dashes and look-alikes (O, I, L) are taken for what they mean. */
export function readTypedCode(typed: string): TypedCode {
  const code = readCode(typed.normalize('NFC'));
  if (code === '') return { kind: 'empty' };
  const odd = [...code].find((sign) => !SIGNS.includes(sign));
  if (odd !== undefined) {
    // Telex makes Â of AA and Đ of DD.
    const isMarked = odd === 'Đ' || odd.normalize('NFD') !== odd;
    return {
      kind: 'odd',
      words: fill(isMarked ? enrolWords.typedMarked : enrolWords.typedOdd, { sign: odd }),
    };
  }
  if (code.length > CODE_LENGTH)
    return { kind: 'odd', words: fill(enrolWords.typedLong, { n: code.length }) };
  if (!isTypedCode(code)) return { kind: 'partial', words: fill(enrolWords.typedCount, { n: code.length }) };
  return { kind: 'complete', code, spelled: spellCode(code) };
}
