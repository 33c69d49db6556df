/** What a receipt shows: no name, no answer. */
import { spellCode } from '#protocol/code.ts';

export interface Slip {
  /** "Phiếu tự đánh giá của gia đình". */
  of: string;
  /** "Xóm Chùa 9, 14/15 câu". */
  about: string;
  issuer: string;
  /** Nine characters, as the receipt row has them. */
  code: string;
  receivedAt: number;
  isSafe: boolean;
}

export const spelled = ({ code }: Slip): string => spellCode(code);

/** Where anyone may look up the state behind the code; the code stays in the fragment. */
export const checkUrl = ({ code }: Slip, origin: string = location.origin): string =>
  `${origin}/kiem-tra#${code}`;
