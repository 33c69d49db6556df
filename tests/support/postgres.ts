/**
 * A real PostgreSQL for tests, in a folder of its own, on a socket in it and no port. It ends with whoever started it,
 * however that ends: its keeper stops it when the pipe between them closes.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresPrograms } from '../../scripts/postgres.mjs';

/** The ordinary role the server connects as; it owns its databases and is above no policy. */
const ROLE = 'thidua';
const STARTED_WITHIN_MS = 60_000;

function programs(): string {
  const folder = postgresPrograms();
  if (folder === undefined)
    throw new Error('no PostgreSQL: node scripts/bootstrap.mjs --postgres installs one');
  return folder;
}

/** PostgreSQL refuses to run as root. */
const asPostgres = (command: string, args: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]];

/** Says the server's process id; at the end of its input stops the server, and removes the folder unless told `keep`. */
const KEEPER = `
dir=$1; shift
"$@" >>"$dir/log" 2>&1 & pid=$!
echo "$pid"
read -r word
kill -INT "$pid" 2>/dev/null
wait "$pid" 2>/dev/null
[ "$word" = keep ] || rm -rf "$dir/data" "$dir/log"
`;

export interface PostgresSettings {
  /** As in production: everything acknowledged survives the death of the whole server. Off, tests are faster. */
  durable?: boolean;
}

/**
 * The folder of a new cluster, which the others are copies of: making one costs two seconds, a copy a tenth. It stays
 * between runs, beside what the server was compiled to; several that make it at once leave one.
 */
function newCluster(bin: string): string {
  const version = createHash('sha256').update(bin).digest('hex').slice(0, 12);
  const made = join(tmpdir(), `thidua-pg-new-${process.getuid?.() ?? 0}-${version}`);
  if (existsSync(made)) return made;
  const making = mkdtempSync(`${made}-`);
  chmodSync(making, 0o777);
  // Another language's order on purpose: the store's must not depend on it.
  const language = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=vi-VN'];
  const data = ['-D', join(making, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'];
  const [command, args] = asPostgres(join(bin, 'initdb'), [...data, ...language, '--no-sync']);
  execFileSync(command, args, { stdio: 'pipe', cwd: making });
  try {
    renameSync(making, made);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(made)) throw error;
  }
  return made;
}

export class TestPostgres {
  readonly #dir: string;
  readonly #bin = programs();
  readonly #durable: boolean;
  #keeper: ChildProcess | undefined;
  #pid = 0;
  #databases = 0;

  private constructor({ durable = false }: PostgresSettings) {
    this.#durable = durable;
    this.#dir = mkdtempSync(join(tmpdir(), 'thidua-pg-'));
    chmodSync(this.#dir, 0o777);
  }

  static async start(settings: PostgresSettings = {}): Promise<TestPostgres> {
    const postgres = new TestPostgres(settings);
    const data = join(newCluster(postgres.#bin), 'data');
    const [command, args] = asPostgres('cp', ['-a', data, postgres.#dir]);
    execFileSync(command, args, { stdio: 'pipe', cwd: postgres.#dir });
    await postgres.start();
    await postgres.ask(`create role ${ROLE} login`);
    return postgres;
  }

  /** Holds its socket. */
  get folder(): string {
    return this.#dir;
  }

  /** `DATABASE_URL` of a database, for the ordinary role or another. */
  url(database: string, role = ROLE): string {
    return `postgres:///${database}?host=${this.#dir}&user=${role}`;
  }

  /** Asks as superuser. */
  async ask(text: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.url(database, 'postgres') });
    // The server may be killed under it on purpose.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  /** @returns the name of a new, empty database of the ordinary role */
  async createDatabase(): Promise<string> {
    this.#databases += 1;
    const name = `t${this.#databases}`;
    await this.ask(`create database ${name} owner ${ROLE}`);
    return name;
  }

  /** Starts it again on the same data. */
  async start(): Promise<void> {
    const safety = this.#durable ? [] : ['fsync=off', 'full_page_writes=off'];
    const settings = [`unix_socket_directories=${this.#dir}`, 'listen_addresses=', 'max_connections=200'];
    const flags = [...settings, 'shared_buffers=64MB', ...safety].flatMap((setting) => ['-c', setting]);
    const server = [join(this.#bin, 'postgres'), '-D', join(this.#dir, 'data'), ...flags];
    const latest = Date.now() + STARTED_WITHIN_MS;
    for (;;) {
      const [command, args] = asPostgres('sh', ['-c', KEEPER, 'keeper', this.#dir, ...server]);
      const keeper = spawn(command, args, { cwd: this.#dir, stdio: ['pipe', 'pipe', 'inherit'] });
      this.#keeper = keeper;
      keeper.stdin.on('error', () => undefined);
      const [line] = (await once(keeper.stdout, 'data')) as [Buffer];
      this.#pid = Number(line.toString());
      if (await this.#answers(latest)) return;
      await this.#release('keep');
      // Processes of a server that was killed hold its memory for a moment.
      if (Date.now() > latest) throw new Error(`PostgreSQL does not start:\n${this.log()}`);
    }
  }

  async #answers(latest: number): Promise<boolean> {
    while (Date.now() < latest) {
      try {
        await this.ask('select 1');
        return true;
      } catch {
        if (!this.#isAlive()) return false;
        await pause(20);
      }
    }
    return false;
  }

  /** One that ended and that its keeper has not looked after yet counts as ended. */
  #isAlive(): boolean {
    try {
      return !readFileSync(`/proc/${this.#pid}/stat`, 'utf8').includes(') Z ');
    } catch {
      return false;
    }
  }

  async #release(word: 'keep' | 'remove'): Promise<void> {
    const keeper = this.#keeper;
    this.#keeper = undefined;
    if (keeper === undefined || keeper.exitCode !== null) return;
    const ended = once(keeper, 'exit');
    keeper.stdin?.end(`${word}\n`);
    await ended;
  }

  /** All its processes die at once: `SIGQUIT` for an immediate shutdown, `SIGKILL` as a power cut would. */
  async crash(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    process.kill(this.#pid, signal);
    while (this.#isAlive()) await pause(10);
    await this.#release('keep');
  }

  log(): string {
    const file = join(this.#dir, 'log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Stops it and removes everything. */
  async stop(): Promise<void> {
    await this.#release('remove');
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
