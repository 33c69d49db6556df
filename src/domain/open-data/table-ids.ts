/** Names of the tables of open data, as they stand in addresses. */
export const tableIds = ['tham-gia', 'cau-tra-loi', 'tru-cot', 'don-vi'] as const;
export type TableId = (typeof tableIds)[number];
