/** Where guides are; apart from their screens, so that a plain link costs no more than its words. */
export const GUIDES_PATH = '/huong-dan';

export const guidePath = (id: string): string => `${GUIDES_PATH}/${id}`;
