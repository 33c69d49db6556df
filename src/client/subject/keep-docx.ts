/**
 * Asks the service worker to keep what writes text documents, so that a unit takes its report away without a network. The
 * worker remembers it across its versions; without a worker nothing is asked.
 */
export async function keepDocx(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ type: 'KEEP_DOCX' });
}
