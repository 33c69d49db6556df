/**
 * What an officer's points mean. Points are hundredths; their reason code says how they came about. Two codes mean more
 * than that: `notApplicable` accepts "không áp dụng" (the criterion leaves the sheet), `takenBack` undoes points given
 * before (the criterion stands as not scored).
 */
import { NOT_APPLICABLE } from './officer-sheet.ts';

export interface GivenPoints {
  points: number;
  reasonCode: string;
}

export const TAKEN_BACK = 'takenBack';

/** Are these points at all, or their undoing? */
export const isGivenCode = (reasonCode: string): boolean => reasonCode !== TAKEN_BACK;

const meaningOf = ({ points, reasonCode }: GivenPoints): string =>
  reasonCode === NOT_APPLICABLE || reasonCode === TAKEN_BACK ? reasonCode : String(points);

/** Do two officers say the same? Why they say it may differ. */
export const meansTheSame = (one: GivenPoints, other: GivenPoints): boolean =>
  meaningOf(one) === meaningOf(other);
