/** What the commune gave, item by item, under the home of a hamlet or a unit. */
export const communeScorePath = (home: string): string => `${home}/diem-xa`;
