/**
 * Mistakes known to stand in the plan and in copies of it (`domain.md` §1.9, §3.1): shown with what is meant, changed by
 * a person alone. Pure.
 */
export interface KnownError {
  id: 'decision479' | 'decree98' | 'archiveCode' | 'district';
  /** As it stands in the text. */
  found: string;
  /** What is meant; absent where only its author can tell. */
  instead?: string;
}

const errors: readonly KnownError[] = [
  { id: 'decision479', found: '479/QĐ-TTg', instead: '749/QĐ-TTg' },
  { id: 'decree98', found: '98/2023/NĐ-CP ngày 31/12/2023', instead: '152/2025/NĐ-CP' },
  { id: 'archiveCode', found: 'VT, VHKHTT', instead: 'VT, VP' },
  { id: 'district', found: 'trên địa bàn huyện', instead: 'trên địa bàn xã' },
];

/** The mistakes in one text, in the order of the table. */
export const knownErrorsIn = (text: string): KnownError[] =>
  errors.filter(({ found }) => text.normalize('NFC').includes(found));

/** The text as suggested; the text itself where nothing is. */
export const mended = (text: string, { found, instead }: KnownError): string =>
  instead === undefined ? text : text.normalize('NFC').replaceAll(found, instead);
