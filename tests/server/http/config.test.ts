import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';

const read = (environment: Record<string, string>, argv: string[] = []): unknown =>
  readConfig(environment, argv);

test('an empty environment means port 8080, ./data and this machine over http', () => {
  expect(read({})).toEqual({
    kind: 'config',
    config: {
      port: 8080,
      dataDir: './data',
      publicOrigin: 'http://localhost:8080',
      trustedProxies: [],
      logLevel: 'info',
      demo: false,
    },
  });
});

test('every setting is read, and an empty one counts as unset', () => {
  const environment = {
    PORT: '8331',
    HOST: '127.0.0.1',
    DATA_DIR: '/var/lib/thidua',
    DATABASE_URL: 'postgres://thidua:secret@db.example.vn:5433/thidua',
    PUBLIC_ORIGIN: 'https://thidua.example.vn',
    TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,fd00::/8',
    TLS_CERT: 'a.pem',
    TLS_KEY: 'b.pem',
    BACKUP_DIR: '/backup',
    LOG_LEVEL: 'warn',
  };
  expect(read(environment, ['--demo'])).toEqual({
    kind: 'config',
    config: {
      port: 8331,
      host: '127.0.0.1',
      dataDir: '/var/lib/thidua',
      databaseUrl: 'postgres://thidua:secret@db.example.vn:5433/thidua',
      backupDir: '/backup',
      publicOrigin: 'https://thidua.example.vn',
      trustedProxies: ['10.0.0.1', '192.168.0.0/16', 'fd00::/8'],
      tls: { certFile: 'a.pem', keyFile: 'b.pem' },
      logLevel: 'warn',
      demo: true,
    },
  });
});

test.each([
  [{ PORT: '0' }, /^PORT: must be a port number/],
  [{ PORT: '80a' }, /^PORT: /],
  [{ PORT: '65536' }, /^PORT: /],
  [{ HOST: 'a b' }, /^HOST: /],
  [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL: must name a PostgreSQL database/],
  [{ DATABASE_URL: 'postgres://localhost' }, /^DATABASE_URL: /],
  [{ DATABASE_URL: 'thidua' }, /^DATABASE_URL: /],
  [{ PUBLIC_ORIGIN: 'thidua.example.vn' }, /^PUBLIC_ORIGIN: /],
  [{ PUBLIC_ORIGIN: 'https://thidua.example.vn/app' }, /^PUBLIC_ORIGIN: /],
  [{ PUBLIC_ORIGIN: 'ftp://thidua.example.vn' }, /^PUBLIC_ORIGIN: /],
  [{ TRUSTED_PROXIES: '10.0.0.1/33' }, /^TRUSTED_PROXIES: /],
  [{ TRUSTED_PROXIES: 'proxy.local' }, /^TRUSTED_PROXIES: /],
  [{ TLS_CERT: 'a.pem' }, /^TLS_KEY: must be set together with TLS_CERT$/],
  [{ TLS_KEY: 'a.pem' }, /^TLS_CERT: must be set together with TLS_KEY$/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: must be one of silent, error, warn, info, debug$/],
])('%o stops the start with one line that names the variable', (environment, line) => {
  const result = readConfig(environment, []);
  if (result.kind !== 'wrong') throw new Error('accepted');
  expect(result.line).toMatch(line);
  expect(result.line).not.toContain('\n');
});

test.each([['--dmeo'], ['demo'], ['--demo=yes']])('argument %s is refused', (argument) => {
  expect(readConfig({}, [argument]).kind).toBe('wrong');
});
