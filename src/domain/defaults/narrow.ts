/** From the loose values of a JSON import to our own types, without zod: the phone loads a set at start. */

/** The member of `allowed` equal to `value`. A value outside is a mistake in our own data: throws. */
export const oneOf = <const T extends string>(allowed: readonly T[], value: string): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`not one of ${allowed.join(', ')}: ${value}`);
  return found;
};

/** A field that this kind of entry must have; throws where our own data lack it. */
export const required = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`missing in the default data: ${name}`);
  return value;
};

/** Points as people write them (1.5) to integer hundredths (150), exactly; throws on more than two decimals. */
export const hundredths = (points: number): number => {
  const whole = Math.round(points * 100);
  if (whole / 100 !== points) throw new Error(`points with more than two decimals: ${points}`);
  return whole;
};
