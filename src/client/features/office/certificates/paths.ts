/** Addresses of the certificates. */
export const CERTIFICATES_PATH = '/giay-khen';
export const BLANKS_PATH = `${CERTIFICATES_PATH}/phoi`;
export const blankPath = (id: string): string => `${BLANKS_PATH}/${id}`;
