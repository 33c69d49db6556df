/** One commune for one story: the product's server in a process of its own, its first links, and its database. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@playwright/test';
import type { Role } from '#protocol/policy-roles.ts';
import { ServerProcess, type PrintedLink, type ServerOptions } from '../../support/server-process.ts';
import { root } from '../../support/source-files.ts';

/**
 * A port is let go while its server is stopped in a story: each worker has a range of its own, and two runs on one
 * machine begin at different places in it.
 */
const PORTS_EACH = 10;
const FIRST_PORT =
  Number(process.env['TEST_PORT'] ?? 8370) + PORTS_EACH * Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
const PORTS = [FIRST_PORT + (process.pid % 5), FIRST_PORT + PORTS_EACH - 1] as const;
/** What the line of a role's link begins with. */
const LABELS: Partial<Record<Role, RegExp>> = {
  officer: /^officer set-up/,
  hamletHead: /^hamlet-head enrolment/,
  household: /^household slip/,
  unitContact: /^unit enrolment/,
  chair: /^chair set-up/,
};
const FIRST_LINKS = 3;

/** `TEST_DIST=folder` looks at another build than `dist`, e.g. while that one is being made anew. */
const dist = process.env['TEST_DIST'];
const onOtherDist = (options: Partial<ServerOptions>): Partial<ServerOptions> =>
  dist === undefined || options.entry !== undefined
    ? options
    : {
        ...options,
        entry: 'tests/support/planted-server.entry.ts',
        args: [...(options.args ?? []), '--dist', dist],
      };

/** Fifty starts of one program: what it was compiled to is kept between them. */
const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'thi-dua-so-compiled') };

export class World {
  readonly server: ServerProcess;
  readonly origin: string;
  readonly #links: readonly PrintedLink[];
  readonly #folders: string[] = [];

  private constructor(server: ServerProcess, links: readonly PrintedLink[]) {
    this.server = server;
    this.origin = server.origin;
    this.#links = links;
  }

  static async start(options: Omit<ServerOptions, 'ports'> = {}): Promise<World> {
    const server = await ServerProcess.start({
      ports: PORTS,
      ...onOtherDist(options),
      env: { ...COMPILED, ...options.env },
    });
    await expect.poll(() => server.links.length).toBeGreaterThanOrEqual(FIRST_LINKS);
    return new World(server, server.links);
  }

  /** The link printed for a role at the first start (the demo prints one for every role). */
  link(role: Role): string {
    const found = this.#links.find(({ label }) => LABELS[role]?.test(label));
    if (found === undefined) throw new Error(`no link for ${role} was printed`);
    return found.url;
  }

  /** A folder for one browser profile, removed with the world. */
  profileFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-profile-'));
    this.#folders.push(folder);
    return folder;
  }

  /** The operator's tool on this world's data, also while the server serves; its one JSON document. */
  admin(...args: string[]): Record<string, unknown> {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'src/server/admin/main.ts'), ...args, '--json'],
      {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: this.server.dataDir, PUBLIC_ORIGIN: this.origin },
      },
    );
    if (status !== 0) throw new Error(`admin ${args.join(' ')} ended with ${status}:\n${stderr}${stdout}`);
    const value: unknown = JSON.parse(stdout);
    if (typeof value !== 'object' || value === null) throw new Error(`admin printed no object: ${stdout}`);
    return { ...value };
  }

  /** A link from the operator's tool. */
  issue(...args: string[]): string {
    return String(this.admin(...args)['link']);
  }

  /** Rows straight from the store's file, read-only. */
  query(sql: string, ...values: string[]): Record<string, unknown>[] {
    const database = new DatabaseSync(join(this.server.dataDir, 'thidua.sqlite'), { readOnly: true });
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  }

  count(sql: string, ...values: string[]): number {
    return Number(Object.values(this.query(sql, ...values)[0] ?? {})[0]);
  }

  async dispose(): Promise<void> {
    await this.server.dispose();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
