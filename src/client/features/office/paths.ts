export const TODAY_PATH = '/hom-nay';
export const PROGRESS_PATH = '/tien-do';
/** What arrived, as a list; what stands below it is one form. */
export const LIST_PATH = '/ra-soat';
/** `criterionId`: which row is open there. */
export const submissionPath = (id: string, criterionId?: string): string =>
  `${LIST_PATH}/${id}${criterionId === undefined ? '' : `?muc=${encodeURIComponent(criterionId)}`}`;
