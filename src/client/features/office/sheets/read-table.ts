/**
 * A file a person chose, as tables. Unpacking and parsing run in a worker, so that the page stays alive whatever the
 * file is; one that takes too long is given up.
 */
import { FILE_BYTES_MAX, type ReadTable } from '#domain/import/table.ts';
import { scriptAddress } from '#client/script-address.ts';
// Vite makes the default export.
// oxlint-disable-next-line import/default
import workerUrl from './office-read-table.worker.ts?worker&url';

const SLOW_MS = 60_000;

const isReadTable = (data: unknown): data is ReadTable =>
  data instanceof Object && 'kind' in data && (data.kind === 'read' || data.kind === 'refused');

function inWorker(name: string, bytes: ArrayBuffer): Promise<ReadTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptAddress(workerUrl), { type: import.meta.env.DEV ? 'module' : 'classic' });
    const end = (done: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      done();
    };
    const timer = setTimeout(() => end(() => resolve({ kind: 'refused', fault: 'tooSlow' })), SLOW_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isReadTable(data)) end(() => resolve(data));
    });
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(message))));
    worker.postMessage({ name, bytes }, [bytes]);
  });
}

/** Where there are no workers it is read on the page. Rejects only where the app itself is at fault. */
export async function readTable(file: File): Promise<ReadTable> {
  if (file.size > FILE_BYTES_MAX) return { kind: 'refused', fault: 'tooLarge' };
  const bytes = await file.arrayBuffer();
  if (typeof Worker !== 'undefined') return inWorker(file.name, bytes);
  return (await import('./read-table-bytes.ts')).readTableBytes(file.name, bytes);
}
