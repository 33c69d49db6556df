import { OPERATION_BYTES_MAX } from '#protocol/operation.ts';

/** Of a set as one operation; the rest is the operation's own head. */
export const BYTES_MAX = OPERATION_BYTES_MAX - 8 * 1024;
