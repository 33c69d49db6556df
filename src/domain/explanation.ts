/**
 * Why a criterion has the points it has, as figures. `explain.ts` puts them into words; nothing else is needed for it.
 * `points` are hundredths.
 */
export type ScoredWhy =
  | { kind: 'yesno'; value: boolean; points: number }
  | { kind: 'level'; levelId: string; label: string; points: number }
  | { kind: 'text'; levelId: string; label: string; points: number }
  | { kind: 'ratio'; n: number; d: number; targetPercent: number; reached: boolean; points: number }
  /** Denominator 0 without "không áp dụng": 0 points and a warning. */
  | { kind: 'zeroDenominator'; n: 0; d: 0; points: 0 }
  | {
      kind: 'count';
      value: number;
      unit: string;
      /** The step reached, and the next one up; null where there is none. */
      stepMin: number | null;
      nextMin: number | null;
      nextPoints: number | null;
      points: number;
    };

export type MissingWhy =
  | { kind: 'missing' }
  /** A numerator is there, the number it is "out of" is not. */
  | { kind: 'missingDenominator'; n: number };

export type InvalidWhy =
  | { kind: 'overDenominator'; n: number; d: number }
  | { kind: 'unknownLevel'; levelId: string }
  | { kind: 'notApplicableNotAllowed'; reason: string }
  | { kind: 'wrongShape' };

export type NotApplicableWhy = { kind: 'notApplicable'; reason: string };

export type Explanation = ScoredWhy | MissingWhy | InvalidWhy | NotApplicableWhy;
