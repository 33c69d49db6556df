/** The phones that work for the commune, and the codes that bind them. */
export const DEVICES_PATH = '/van-phong/may';
export const ISSUE_PATH = `${DEVICES_PATH}/cap-ma`;

/** For a place and role already known; `place`: `hamlet:ID` or `unit:ID`. */
export const issueFor = (place: string, role: string): string =>
  `${ISSUE_PATH}?${new URLSearchParams({ cho: place, vai: role }).toString()}`;
