/** What a check tells: figures, and what does not add up, each with the table and key it was found at. */
export interface Problem {
  what: string;
  where: string;
}

export interface VerifyReport {
  counts: Record<string, number>;
  /** Empty = everything adds up. */
  problems: Problem[];
  /** Milliseconds by part. */
  took: Record<string, number>;
}

export type Report = (what: string, where: string) => void;

/** Rows held in memory at a time. */
export const PAGE = 500;
