/**
 * One connection to PostgreSQL as the store uses it: opened when it is needed, and again after it was lost. What was
 * running when it was lost is told as busy; whether its commit arrived nobody knows, so nobody is told that it did.
 */
import { Client, escapeLiteral, types, type QueryConfig, type QueryResult } from 'pg';
import type { Connection } from '../group-commit.ts';
import type { Runner } from '../statement.ts';
import { StoreBusyError } from '../store.ts';
import { isLost, told } from './shortage.ts';

export interface SessionOptions {
  url: string;
  communeId: string;
  /** How long one statement may take. */
  statementMs: number;
  /** How long a statement waits for a lock of another process. */
  lockWaitMs: number;
}

/** A process that stands still inside a transaction holds up all others: after this its transaction is taken back. */
const IDLE_IN_TRANSACTION_MS = 30_000;
const CONNECT_MS = 10_000;
/** On top of the server's own limit: then the network, not the statement, is what takes so long. */
const NETWORK_MS = 10_000;

/** Whole numbers come as 64 bits, sums of them as `numeric`; ours all fit into a double. */
const NUMBERS: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC]);
const getTypeParser: typeof types.getTypeParser = (oid, format) =>
  NUMBERS.has(oid) ? Number : types.getTypeParser(oid, format);

/** PostgreSQL's text has no NUL. In an operation's body it stands escaped; elsewhere it says nothing. */
const storable = (value: string | number | null): string | number | null =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{FFFD}') : value;

export interface Session extends Connection {
  readonly communeId: string;
  runner: Runner;
  /** Any statements, one after the other; their last result. */
  ask(text: string, values?: readonly (string | number)[]): Promise<QueryResult>;
  /** Counts the connections there were: another number means that locks of the connection before are gone. */
  generation(): number;
  close(): Promise<void>;
}

export function createSession({ url, communeId, statementMs, lockWaitMs }: SessionOptions): Session {
  let client: Client | null = null;
  let generation = 0;
  /**
   * From before `begin` is sent until a commit or rollback has succeeded. The status that comes with an answer will not
   * do: after an error it comes later than the error.
   */
  let inside = false;
  /** Statements are prepared once a connection, under a name for each text. */
  const names = new Map<string, string>();
  const commune = escapeLiteral(communeId);
  // Row-level security shows this commune alone; for one transaction, so that a pooler between may share connections.
  const scope = `set local thidua.commune = ${commune}`;
  const lockCommune = `select commune_id from commune where commune_id = ${commune} for update`;

  const forget = (lost: Client): void => {
    if (client === lost) {
      client = null;
      inside = false;
    }
    // It is gone already; ending it only frees what is left on this side.
    lost.end().catch(() => undefined);
  };

  const open = async (): Promise<Client> => {
    const made = new Client({
      connectionString: url,
      application_name: 'thi-dua-so',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: statementMs,
      lock_timeout: lockWaitMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      query_timeout: statementMs === 0 ? 0 : statementMs + NETWORK_MS,
      types: { getTypeParser },
    });
    made.on('error', () => forget(made));
    try {
      await made.connect();
      // Whatever the database's default is, nobody is answered before the flush.
      await made.query(
        `select set_config('synchronous_commit', 'on', false)
         where current_setting('synchronous_commit') in ('off', 'local')`,
      );
    } catch (error) {
      forget(made);
      throw told(error);
    }
    client = made;
    generation += 1;
    return made;
  };
  let opening: Promise<Client> | null = null;
  /** Who asks while it is being opened waits for the same: a second would take the place of the first, and its locks. */
  const connect = async (): Promise<Client> => {
    if (client !== null) return client;
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  };

  let before: Promise<unknown> = Promise.resolve();
  const run = (on: Client, query: QueryConfig): Promise<QueryResult> => {
    // A job may ask several things at once; a connection answers one after the other.
    const asked = before.then(() => runNext(on, query));
    before = asked.catch(() => undefined);
    return asked;
  };
  const runNext = async (open: Client, query: QueryConfig): Promise<QueryResult> => {
    try {
      // Several statements in one text give several results.
      const result: QueryResult | QueryResult[] = await open.query(query);
      const last = Array.isArray(result) ? result.at(-1) : result;
      if (last === undefined) throw new Error('no result');
      return last;
    } catch (error) {
      if (isLost(error)) forget(open);
      throw told(error);
    }
  };

  /** Inside a transaction a connection is never replaced: what the lost one had begun is not in the new one. */
  const current = (): Client => {
    if (client === null || !inside) throw new StoreBusyError('transaction lost');
    return client;
  };

  const named = (text: string, values: readonly (string | number | null)[]): QueryConfig => {
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return { name, text, values: values.map(storable) };
  };

  return {
    communeId,
    runner: {
      all: async (text, values) => (await run(current(), named(text, values))).rows,
      run: async (text, values) => (await run(current(), named(text, values))).rowCount ?? 0,
    },
    begin: async (writes) => {
      const open = await connect();
      inside = true;
      if (!writes) return run(open, { text: `begin isolation level repeatable read, read only; ${scope}` });
      const locked = await run(open, { text: `begin; ${scope}; ${lockCommune}` });
      if (locked.rowCount !== 0) return locked;
      // The commune is not there yet: whoever makes it is the only one to, and whoever waited finds it made.
      await run(open, { text: `select pg_advisory_xact_lock(hashtextextended(${commune}, 0))` });
      return run(open, { text: lockCommune });
    },
    commit: async () => {
      const { command } = await run(current(), { text: 'commit' });
      inside = false;
      // After a failed statement PostgreSQL answers a commit by rolling back, and calls it no error.
      if (command !== 'COMMIT') throw new StoreBusyError('rolled back at the commit');
    },
    execute: async (text) => {
      const result = await run(current(), { text });
      if (text === 'rollback') inside = false;
      return result;
    },
    inTransaction: () => inside,
    ask: async (text, values = []) =>
      run(await connect(), values.length === 0 ? { text } : { text, values: [...values] }),
    generation: () => generation,
    close: async () => {
      const open = client;
      client = null;
      await open?.end();
    },
  };
}
