/** The app behind node's own server: limits of slow and large headers, TLS, and a stop that loses nobody's answer. */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { Config } from '../config.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;
const HEADER_BYTES_MAX = 8 * 1024;
/** In-flight requests get this long to end once the server was told to stop. */
const STOP_MS = 10_000;
const IDLE_SWEEP_MS = 50;

const limits = {
  headersTimeout: HEADERS_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  maxHeaderSize: HEADER_BYTES_MAX,
};

export interface Listening {
  /** `http://localhost:8080`: this machine's own address of it. */
  address: string;
  /** Stops accepting, lets what is in flight end, then cuts; resolves when the port is free. */
  stop: () => Promise<void>;
}

export type Listen = { kind: 'listening'; listening: Listening } | { kind: 'wrong'; line: string };

const reasons: Record<string, string> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs more rights than this user has',
  EADDRNOTAVAIL: 'is not at an address of this machine',
};

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Connections kept alive become idle one by one; without the sweep each would hold the port for its keep-alive time.
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), STOP_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Listens as `config` says. A port that cannot be had, or a certificate that cannot be read, is one line. */
export function listen(
  config: Pick<Config, 'port' | 'host' | 'tls'>,
  fetchCallback: Parameters<typeof getRequestListener>[0],
): Promise<Listen> {
  const { port, host, tls } = config;
  const listener = getRequestListener(fetchCallback, { overrideGlobalObjects: false });
  const onRequest: Parameters<typeof createHttpServer>[1] = (incoming, outgoing) =>
    void listener(incoming, outgoing);
  let server: Server;
  try {
    server =
      tls === undefined
        ? createHttpServer(limits, onRequest)
        : createHttpsServer(
            {
              ...limits,
              cert: readFileSync(tls.certFile),
              key: readFileSync(tls.keyFile),
              minVersion: 'TLSv1.2',
            },
            onRequest,
          );
  } catch (error) {
    return Promise.resolve({ kind: 'wrong', line: `TLS_CERT, TLS_KEY: cannot be used (${textOf(error)})` });
  }
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''] ?? `cannot be listened on (${textOf(error)})`;
      resolve({ kind: 'wrong', line: `PORT ${port}${host === undefined ? '' : ` on ${host}`} ${reason}` });
    });
    server.listen(port, host, () => {
      const name = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      const address = `${tls === undefined ? 'http' : 'https'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
      resolve({ kind: 'listening', listening: { address, stop: () => stop(server) } });
    });
  });
}
