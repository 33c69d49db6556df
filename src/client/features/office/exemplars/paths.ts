export const EXEMPLARS_PATH = '/dien-hinh';
export const BULLETINS_PATH = `${EXEMPLARS_PATH}/ban-tin`;
export const bulletinPath = (id: string): string => `${BULLETINS_PATH}/${id}`;
