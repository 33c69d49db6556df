/** What a hamlet or a unit logs through the year: họp, tập huấn, phát thanh, kiểm tra, đề xuất. */
export const activityKinds = ['meeting', 'training', 'broadcast', 'check', 'proposal'] as const;
export type ActivityKind = (typeof activityKinds)[number];
