/** The wish to spare data that a person told the system or the browser. */

/** Chromium alone tells; everywhere the person's own switch counts too. */
export function isSavingData(): boolean {
  if (!('connection' in navigator) || !(navigator.connection instanceof Object)) return false;
  return 'saveData' in navigator.connection && navigator.connection.saveData === true;
}
