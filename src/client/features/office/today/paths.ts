/** Sheet A4 for the culture houses: which hamlets have not sent. */
export const NOTICE_PATH = '/hom-nay/thong-bao';
