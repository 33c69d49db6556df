/** A PostgreSQL whose answers arrive one byte at a time: what belongs together never comes together. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET = '.s.PGSQL.5432';

export interface ByteByByte {
  /** To connect to, in place of the folder of the server's socket. */
  host: string;
  close(): Promise<void>;
}

export async function byteByByte(folder: string): Promise<ByteByByte> {
  const host = mkdtempSync(join(tmpdir(), 'thidua-bytes-'));
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(join(folder, SOCKET));
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(server);
    client.on('close', () => server.destroy());
    server.on('close', () => client.end());
    let before: Promise<void> = Promise.resolve();
    server.on('data', (bytes: Buffer) => {
      before = before.then(async () => {
        for (const byte of bytes) {
          client.write(Buffer.of(byte));
          await new Promise((go) => void setImmediate(go));
        }
      });
    });
  });
  proxy.listen(join(host, SOCKET));
  await once(proxy, 'listening');
  return {
    host,
    close: async () => {
      for (const socket of open) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
      rmSync(host, { recursive: true, force: true });
    },
  };
}
