import type { Server } from 'node:net';

/** The port a server was given when it asked for any. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
