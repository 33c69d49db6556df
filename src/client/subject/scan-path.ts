/** Reading a QR code by this phone's own camera; whoever holds a code is led here. */
export const SCAN_PATH = '/quet';
