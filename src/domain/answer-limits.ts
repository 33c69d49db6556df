/** Limits of an answer, apart from the schemas so that scoring on the phone's first page needs no zod. */

export const COUNT_MAX = 1_000_000;
/** Characters of a written answer. */
export const TEXT_MAX = 4000;
/** Characters of the reason of a "không áp dụng". */
export const REASON_MAX = 400;
