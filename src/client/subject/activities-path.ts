/** Under the home of a hamlet or a unit, so that on a shared phone the address says whose log it is. */
export const activitiesPath = (home: string): string => `${home}/hoat-dong`;
