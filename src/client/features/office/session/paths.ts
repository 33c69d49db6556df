/** The officer's own keys: passkeys, password, this session. */
export const KEY_PATH = '/van-phong/khoa';
