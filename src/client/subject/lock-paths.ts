/** Where a lock is put on and taken off. */
export const LOCK_PATH = '/khoa-ung-dung';
/** Where a person takes their part from this phone. */
export const LEAVE_PATH = '/ra-khoi-may';
