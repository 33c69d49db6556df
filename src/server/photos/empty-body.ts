import { hashTextNow } from '../crypto/hash.ts';

/** What a proof names as the body of a request that has none. */
export const EMPTY_HASH = hashTextNow('');
