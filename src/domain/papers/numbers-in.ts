/** The figures a text says, for holding sentences against tables and own words against what the facts give. Pure. */

const NUMBER = /\d+(?:[.,/:]\d+)*%?/g;

/** As written, in order: "17/19 xóm (89,5%)" → `17/19`, `89,5%`. */
export const numbersIn = (text: string): string[] => text.match(NUMBER) ?? [];

/** Figures of the second text that the first does not have, each once. */
export const otherNumbers = (drafted: string, own: string): string[] => {
  const known = new Set(numbersIn(drafted));
  return [...new Set(numbersIn(own))].filter((number) => !known.has(number));
};
