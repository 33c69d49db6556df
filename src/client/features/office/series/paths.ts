export const SERIES_PATH = '/nhieu-nam';
export const HAND_OVER_PATH = `${SERIES_PATH}/ban-giao`;
