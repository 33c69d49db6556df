export const FAMILY_ASKS_PATH = '/van-phong/y-kien';
