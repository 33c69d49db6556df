/** Figures of the upward report for one kind of subject (plan clause V.7). Every one comes with what it is out of. Pure. */
import type { Pillar } from '../criteria.ts';
import { pillars } from '../criteria-set.ts';
import { divideHalfUp } from '../rounding.ts';
import type { Total } from '../score.ts';

/** A form in force. */
export interface ReportedForm {
  /** Normalised hundredths: the officer's when verified, else as the server counts the sender's own answers. */
  points: number;
  /** Name of the grade; null = none reached. */
  grade: string | null;
  verified: boolean;
  /** Its first sending came before the deadline. */
  onTime: boolean;
  /** Lies with its sender to be mended. */
  returned: boolean;
  /** Sent more than once. */
  sentAgain: boolean;
  pillars: Record<Pillar, Total>;
}

export interface Average {
  /** Normalised hundredths, half-up. */
  points: number;
  /** Of how many forms. */
  forms: number;
}

export interface GradeCount {
  /** Null: below the lowest grade. */
  grade: string | null;
  verified: number;
  self: number;
}

export interface KindSum {
  /** Of how many; 0 = not known. */
  total: number;
  sent: number;
  verified: number;
  onTime: number;
  returned: number;
  sentAgain: number;
  /** Null without any such form. Officers' points and the senders' own are never mixed in one average. */
  averageVerified: Average | null;
  averageSelf: Average | null;
  /** In the order of `gradeNames`, what reached none last; grades nobody has are left out. */
  grades: GradeCount[];
  pillars: Record<Pillar, Total>;
}

const averageOf = (forms: readonly ReportedForm[]): Average | null =>
  forms.length === 0
    ? null
    : {
        points: divideHalfUp(
          forms.reduce((sum, { points }) => sum + points, 0),
          forms.length,
        ),
        forms: forms.length,
      };

/** `gradeNames`: highest first. A form of a grade not among them is counted after them. */
export function kindSum(
  forms: readonly ReportedForm[],
  total: number,
  gradeNames: readonly string[],
): KindSum {
  const count = (is: (form: ReportedForm) => boolean): number => forms.filter(is).length;
  const others = [...new Set(forms.map(({ grade }) => grade))].filter(
    (grade) => grade !== null && !gradeNames.includes(grade),
  );
  const sumOf = (pillar: Pillar): Total => ({
    earned: forms.reduce((sum, form) => sum + form.pillars[pillar].earned, 0),
    applicableMax: forms.reduce((sum, form) => sum + form.pillars[pillar].applicableMax, 0),
  });
  const [nenTang, chinhQuyenSo, kinhTeSo, xaHoiSo] = pillars;
  return {
    total,
    sent: forms.length,
    verified: count(({ verified }) => verified),
    onTime: count(({ onTime }) => onTime),
    returned: count(({ returned }) => returned),
    sentAgain: count(({ sentAgain }) => sentAgain),
    averageVerified: averageOf(forms.filter(({ verified }) => verified)),
    averageSelf: averageOf(forms.filter(({ verified }) => !verified)),
    grades: [...gradeNames, ...others, null].flatMap((grade): GradeCount[] => {
      const verified = count((form) => form.grade === grade && form.verified);
      const self = count((form) => form.grade === grade && !form.verified);
      return verified + self === 0 ? [] : [{ grade, verified, self }];
    }),
    pillars: {
      [nenTang]: sumOf(nenTang),
      [chinhQuyenSo]: sumOf(chinhQuyenSo),
      [kinhTeSo]: sumOf(kinhTeSo),
      [xaHoiSo]: sumOf(xaHoiSo),
    },
  };
}
