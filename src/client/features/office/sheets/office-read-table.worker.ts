/** Runs {@link readTableBytes} off the page. One file, then it is ended. */
import { readTableBytes } from './read-table-bytes.ts';

const isRequest = (data: unknown): data is { name: string; bytes: ArrayBuffer } =>
  data instanceof Object &&
  'name' in data &&
  typeof data.name === 'string' &&
  'bytes' in data &&
  data.bytes instanceof ArrayBuffer;

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event;
  if (!isRequest(data)) return;
  void readTableBytes(data.name, data.bytes).then(
    (read) => postMessage(read),
    (error: unknown) => reportError(error),
  );
});
