/** People put forward, from every hamlet and unit. */
export const NOMINATIONS_PATH = '/van-phong/ca-nhan';
