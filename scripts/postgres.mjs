// The PostgreSQL programs that bootstrap.mjs made sure of, for the tests that start a server of their own.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const INSTALLED = '/usr/lib/postgresql';

/** @returns {string | undefined} the folder of `initdb` and `postgres`, of the newest version installed */
export function postgresPrograms() {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(INSTALLED, version, 'bin'));
  return [process.env['POSTGRES_BIN'] ?? '', ...folders].find((folder) => existsSync(join(folder, 'initdb')));
}
