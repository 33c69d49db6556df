/** The list of next steps, under the home of a hamlet or a unit. */
export const stepsPath = (home: string): string => `${home}/buoc`;
