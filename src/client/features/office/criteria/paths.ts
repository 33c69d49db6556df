export const CRITERIA_PATH = '/bo-tieu-chi';
export const CAMPAIGN_PATH = '/dot-thi-dua';
export const criteriaPath = (setId: string): string => `${CRITERIA_PATH}/${setId}`;
