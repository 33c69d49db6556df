/**
 * What the operator may set (`design.md` §4), parsed once. A wrong value stops the start with one clear line, so that a
 * server never runs with something else than it was told.
 */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from '#domain/zod.ts';

export const logThresholds = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogThreshold = (typeof logThresholds)[number];

export interface Config {
  port: number;
  /** Address to listen on; absent = all of this machine's, IPv6 and IPv4. */
  host?: string;
  dataDir: string;
  /** Rows live in this PostgreSQL database instead of in `dataDir`; keys, photos and the journal stay there. */
  databaseUrl?: string;
  backupDir?: string;
  /** Where people reach it; links are made from it. */
  publicOrigin: string;
  /** Addresses and ranges whose `X-Forwarded-*` headers are believed. */
  trustedProxies: readonly string[];
  tls?: { certFile: string; keyFile: string };
  logLevel: LogThreshold;
  /** The app is taken off the phones, and a rescue page stands in its place (`docs/kill-switch.md`). */
  killSwitch?: boolean;
  /** A throw-away folder with a synthetic commune. */
  demo: boolean;
}

export type ReadConfig = { kind: 'config'; config: Config } | { kind: 'wrong'; line: string };

const isProxy = (entry: string): boolean => {
  const [address = '', prefix, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
};

const isOrigin = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.origin === text;
};

/** Of a PostgreSQL server; an empty host means a socket (`postgres:///thidua?host=/run/postgresql`). */
const isDatabase = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
};

const path = z.string().check(z.minLength(1));
const environmentSchema = z.object({
  PORT: z.optional(
    z.string().check(
      z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
        error: 'must be a port number from 1 to 65535',
      }),
    ),
  ),
  HOST: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9.:_-]+$/, { error: 'must be an address or a host name' })),
  ),
  DATA_DIR: z.optional(path),
  DATABASE_URL: z.optional(
    z.string().check(
      z.refine(isDatabase, {
        error: 'must name a PostgreSQL database, such as postgres://user:password@host:5432/thidua',
      }),
    ),
  ),
  PUBLIC_ORIGIN: z.optional(
    z
      .string()
      .check(
        z.refine(isOrigin, { error: 'must be an origin without a path, such as https://thidua.example.vn' }),
      ),
  ),
  TRUSTED_PROXIES: z.optional(
    z.string().check(
      z.refine((text) => text.split(',').every((entry) => isProxy(entry.trim())), {
        error: 'must be addresses or CIDR ranges, separated by commas',
      }),
    ),
  ),
  TLS_CERT: z.optional(path),
  TLS_KEY: z.optional(path),
  BACKUP_DIR: z.optional(path),
  LOG_LEVEL: z.optional(z.enum(logThresholds, { error: `must be one of ${logThresholds.join(', ')}` })),
  KILL_SWITCH: z.optional(z.literal('on', { error: 'must be "on", or not set' })),
});

const names = Object.keys(environmentSchema.shape);

/** Variables of ours alone, the empty ones as if unset: `PORT= npm start` means the default. */
const ours = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );

const wrong = (line: string): ReadConfig => ({ kind: 'wrong', line });

function readFlags(argv: readonly string[]): { demo: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { demo: { type: 'boolean' } },
      allowPositionals: false,
    });
    return { demo: values.demo ?? false };
  } catch {
    return `unknown argument in "${argv.join(' ')}"; the only one is --demo`;
  }
}

/** Where the database is, fit to be printed: without its user and password. */
export const databaseName = (databaseUrl: string): string => {
  const { host, pathname, searchParams } = new URL(databaseUrl);
  return `${host === '' ? (searchParams.get('host') ?? 'localhost') : host}${pathname}`;
};

/** Reads the environment and the arguments after the script's name; never throws, never touches the disk. */
export function readConfig(environment: NodeJS.ProcessEnv, argv: readonly string[]): ReadConfig {
  const flags = readFlags(argv);
  if (typeof flags === 'string') return wrong(flags);
  const parsed = environmentSchema.safeParse(ours(environment));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return wrong(`${String(issue?.path[0])}: ${issue?.message ?? 'wrong value'}`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, BACKUP_DIR, PUBLIC_ORIGIN } = parsed.data;
  const { TRUSTED_PROXIES, TLS_CERT, TLS_KEY, LOG_LEVEL, KILL_SWITCH } = parsed.data;
  if (TLS_CERT === undefined && TLS_KEY !== undefined)
    return wrong('TLS_CERT: must be set together with TLS_KEY');
  if (TLS_CERT !== undefined && TLS_KEY === undefined)
    return wrong('TLS_KEY: must be set together with TLS_CERT');
  const port = Number(PORT ?? 8080);
  const tls =
    TLS_CERT !== undefined && TLS_KEY !== undefined ? { certFile: TLS_CERT, keyFile: TLS_KEY } : undefined;
  return {
    kind: 'config',
    config: {
      port,
      ...(HOST !== undefined && { host: HOST }),
      dataDir: DATA_DIR ?? './data',
      ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
      ...(BACKUP_DIR !== undefined && { backupDir: BACKUP_DIR }),
      publicOrigin: PUBLIC_ORIGIN ?? `${tls === undefined ? 'http' : 'https'}://localhost:${port}`,
      trustedProxies: (TRUSTED_PROXIES ?? '')
        .split(',')
        .flatMap((entry) => (entry.trim() === '' ? [] : [entry.trim()])),
      ...(tls !== undefined && { tls }),
      logLevel: LOG_LEVEL ?? 'info',
      ...(KILL_SWITCH !== undefined && { killSwitch: true }),
      ...flags,
    },
  };
}
