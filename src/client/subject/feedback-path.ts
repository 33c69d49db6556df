/** Where anybody tells the standing office a word, and reads its answer. */
export const PUBLIC_FEEDBACK_PATH = '/y-kien-gop-y';
