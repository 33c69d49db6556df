/** Where anybody with a network hands in another phone's file, unread. */
export const HAND_IN_PATH = '/nop-ho';
/** The same with the officer's word: files of revoked phones too. */
export const OFFICE_HAND_IN_PATH = '/van-phong/nop-ho';
