/** Where a phone that the commune no longer takes is given a new code. */
export const RESCAN_PATH = '/quet-lai';
