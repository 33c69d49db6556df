/**
 * The product's own server in a process of its own, as `npm start` runs it, on a folder of its own: for the stories in
 * which it is stopped, killed and started again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './source-files.ts';

export interface ServerOptions {
  /** First and last port to try; each suite has its own range. */
  ports: readonly [number, number];
  /** Kept after `dispose` when given; processes that share a database share it too. */
  dataDir?: string;
  /** Rows in this PostgreSQL database (`TestPostgres.url`) instead of in a file of the folder. */
  databaseUrl?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Another entry than the product's, for servers with planted faults. */
  entry?: string;
}

export interface PrintedLink {
  /** The line it was printed on, without the link. */
  label: string;
  url: string;
}

const STARTED_WITHIN_MS = 60_000;
const LINK = /https?:\/\/\S+\/(?:ghep|p)#\S+/;

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, () => resolve(true));
  });
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
};

async function freePort([first, last]: readonly [number, number]): Promise<number> {
  for (let port = first; port <= last; port++) if (await isFree(port)) return port;
  throw new Error(`no free port from ${first} to ${last}`);
}

export class ServerProcess {
  readonly port: number;
  readonly origin: string;
  readonly dataDir: string;
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #output = '';

  private constructor(port: number, options: ServerOptions) {
    this.port = port;
    this.origin = `${options.env?.['TLS_CERT'] === undefined ? 'http' : 'https'}://localhost:${port}`;
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
    this.#options = options;
  }

  /** Started, and answering. */
  static async start(options: ServerOptions): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(options.ports), options);
    await server.start();
    return server;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** All it has written since its last start. */
  get output(): string {
    return this.#output;
  }

  /** Links to open that it printed at its last start, in order. */
  get links(): PrintedLink[] {
    return this.#output.split('\n').flatMap((line) => {
      const url = LINK.exec(line)?.[0];
      return url === undefined ? [] : [{ label: line.replace(url, '').trim(), url }];
    });
  }

  /** The printed link whose line says this. */
  link(label: RegExp): string {
    const found = this.links.find((link) => label.test(link.label));
    if (found === undefined) throw new Error(`no link ${String(label)} in:\n${this.#output}`);
    return found.url;
  }

  /** Starts it again, on the same folder and port; `more`: variables of this start alone. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    if (this.#child !== undefined) throw new Error('already running');
    const { args = [], databaseUrl = '', env = {}, entry = 'src/server/main.ts' } = this.#options;
    this.#output = '';
    const child = spawn(process.execPath, [join(root, entry), ...args], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        DATABASE_URL: databaseUrl,
        ...env,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
    child.once('exit', () => (this.#child = undefined));
    await this.#answering();
  }

  async #answering(): Promise<void> {
    const latest = Date.now() + STARTED_WITHIN_MS;
    while (Date.now() < latest) {
      if (this.#child === undefined) throw new Error(`the server ended at its start:\n${this.#output}`);
      try {
        const reply = await fetch(`${this.origin}/healthz`);
        await reply.body?.cancel();
        // The links are printed after it listens, this line after the links.
        if (reply.ok && /^listening on/m.test(this.#output)) return;
      } catch {
        // Not listening yet.
      }
      await pause(50);
    }
    throw new Error(`the server does not answer:\n${this.#output}`);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Settles when it is not running: killed by somebody, or by what is planted in it. */
  async ended(): Promise<void> {
    if (this.#child !== undefined) await once(this.#child, 'exit');
  }

  /** As a power cut would: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops it and starts it on the same folder and port, with these variables beside its own. */
  async restart(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop();
    await this.start(env);
  }

  /** Stops it and removes its folder, unless the folder was given. */
  async dispose(): Promise<void> {
    await this.stop();
    if (this.#options.dataDir === undefined) rmSync(this.dataDir, { recursive: true, force: true });
  }
}
