/** What the commune keeps of every picture, whatever kind came: one kind for the whole, one for the small. */
export const FULL_TYPE = 'image/jpeg';
export const THUMB_TYPE = 'image/webp';
export const THUMB_BYTES_MAX = 12 * 1024;
