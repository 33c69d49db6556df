/** Sums of the registers: how many, how many people, how many hamlets reached. Pure. */

/** As much of a register's line as counts. No hamlet named = the whole commune was reached. */
export interface RegisterLine {
  people?: number | undefined;
  hamlets: readonly string[];
}

export interface RegisterSum {
  lines: number;
  /** Of the lines that say it. */
  people: number;
  /** Lines that do not say how many came. */
  peopleUnknown: number;
  /** Different hamlets of `allHamlets`. */
  hamletsReached: number;
}

/** `allHamlets`: ids of those that exist now; one merged away since counts for nothing. */
export function registerSum(lines: readonly RegisterLine[], allHamlets: readonly string[]): RegisterSum {
  const reached = new Set(lines.flatMap(({ hamlets }) => (hamlets.length === 0 ? allHamlets : hamlets)));
  return {
    lines: lines.length,
    people: lines.reduce((sum, { people = 0 }) => sum + people, 0),
    peopleUnknown: lines.filter(({ people }) => people === undefined).length,
    hamletsReached: allHamlets.filter((id) => reached.has(id)).length,
  };
}

export type Conclusion = 'planned' | 'confirmed' | 'differs';
export interface InspectionSum {
  /** Made, whatever they found. */
  made: number;
  planned: number;
  differs: number;
}
export const inspectionSum = (inspections: readonly { conclusion: Conclusion }[]): InspectionSum => {
  const of = (wanted: Conclusion) => inspections.filter(({ conclusion }) => conclusion === wanted).length;
  return { made: of('confirmed') + of('differs'), planned: of('planned'), differs: of('differs') };
};
