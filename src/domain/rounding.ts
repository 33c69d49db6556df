/**
 * Integer arithmetic for points. Everything is a whole number (hundredths of a point, people, things), so results are
 * exact and the same on every phone and server.
 */

/**
 * `numerator / denominator`, rounded half-up to a whole number (`domain.md` §2.0: half-up per item).
 * Both are non-negative integers, `denominator` at least 1, and 2 × numerator + denominator stays below 2⁵³.
 */
export const divideHalfUp = (numerator: number, denominator: number): number => {
  const doubled = 2 * numerator + denominator;
  const divisor = 2 * denominator;
  return (doubled - (doubled % divisor)) / divisor;
};
