/** Asks the browser not to throw this app's data away. */

/** True when it has promised; false when it refuses or cannot. Never asks where it has promised already. */
export async function askToPersist(
  storage: StorageManager | undefined = navigator.storage,
): Promise<boolean> {
  if (storage === undefined || typeof storage.persist !== 'function') return false;
  return (await storage.persisted()) || storage.persist();
}
