/**
 * A profile's rows at rest under a key of its own. IndexedDB ends a transaction behind any promise that is not its own,
 * and WebCrypto answers by such promises alone, so the rows are sealed by a cipher that answers at once; the key comes
 * from WebCrypto (`client/lock`). In the clear stay what the database sorts by (ids, scopes, kinds, verdicts) and the
 * device's standing, which names nobody.
 */
import { Dexie, type DBCore, type DBCoreCursor, type DBCoreTable } from 'dexie';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Chance } from '#protocol/ids.ts';
import type { Notes } from './tables.ts';
import { SEALED_FLOOR } from './vault-mark.ts';

export const VAULT_KEY_BYTES = 32;
const NONCE_BYTES = 24;

/** What the indexes of each table need; everything else of a row is in its box. */
const CLEAR: Readonly<Record<string, readonly string[]>> = {
  drafts: ['id'],
  outbox: ['seq', 'opId', 'assessmentId', 'kind', 'result'],
  receipts: ['opId'],
  rows: ['scope', 'entity', 'id', 'life'],
  photos: ['id'],
  photoBytes: ['key'],
};
/** Of `meta`, whose keys stand beside the values: rows of others that wait for their batch, forms that were opened. */
export const SEALED_NOTES: readonly unknown[] = ['aside', 'opened'] satisfies (keyof Notes)[];
const FLOOR = 'schemaFloor';
/** What code that holds the key reads in place of the mark. */
const OPEN_FLOOR = { minReader: 1, minWriter: 1 };

export interface Cipher {
  /** `about` is not hidden, but cannot be changed unseen. */
  seal(plain: Uint8Array, about: string): Uint8Array;
  /** @throws Error when the key or `about` is another, or a byte was changed */
  open(box: Uint8Array, about: string): Uint8Array;
}

export const createCipher = (key: Uint8Array, chance: Chance): Cipher => ({
  seal(plain, about) {
    const nonce = chance.bytes(NONCE_BYTES);
    const sealed = xchacha20poly1305(key, nonce, new TextEncoder().encode(about)).encrypt(plain);
    const box = new Uint8Array(NONCE_BYTES + sealed.length);
    box.set(nonce);
    box.set(sealed, NONCE_BYTES);
    return box;
  },
  open: (box, about) =>
    xchacha20poly1305(key, box.subarray(0, NONCE_BYTES), new TextEncoder().encode(about)).decrypt(
      box.subarray(NONCE_BYTES),
    ),
});

/** `seals`: what is put is sealed; otherwise it is put in the clear, for whoever turns the lock off. */
export interface VaultMode {
  cipher: Cipher;
  seals: boolean;
}

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;
const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value);
const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';

const aboutOf = (table: string, clear: Members): string => `${table}\n${JSON.stringify(clear)}`;

function boxed(table: string, value: unknown, { cipher, seals }: VaultMode): unknown {
  const names = CLEAR[table];
  if (!seals || names === undefined || !isMembers(value)) return value;
  const clear: Members = {};
  const rest: Members = {};
  for (const [name, member] of Object.entries(value)) (names.includes(name) ? clear : rest)[name] = member;
  const { bytes } = rest;
  const plain = isBuffer(bytes) ? new Uint8Array(bytes) : new TextEncoder().encode(JSON.stringify(rest));
  return { ...clear, box: cipher.seal(plain, aboutOf(table, clear)) };
}

/** A row that was never sealed comes as it is. */
function unboxed(table: string, value: unknown, { cipher }: VaultMode): unknown {
  if (!isMembers(value) || !isBytes(value['box'])) return value;
  const { box, ...clear } = value;
  if (!isBytes(box)) return value;
  const plain = cipher.open(box, aboutOf(table, clear));
  if (table === 'photoBytes') return { ...clear, bytes: plain.slice().buffer };
  const rest: unknown = JSON.parse(new TextDecoder().decode(plain));
  return { ...(isMembers(rest) ? rest : {}), ...clear };
}

function noteIn(key: unknown, value: unknown, { cipher, seals }: VaultMode): unknown {
  if (key === FLOOR) return seals ? SEALED_FLOOR : OPEN_FLOOR;
  if (!seals || !SEALED_NOTES.includes(key)) return value;
  return { box: cipher.seal(new TextEncoder().encode(JSON.stringify(value)), `meta\n${String(key)}`) };
}

function noteOut(key: unknown, value: unknown, { cipher }: VaultMode): unknown {
  if (key === FLOOR && value !== undefined) return OPEN_FLOOR;
  if (!isMembers(value) || !isBytes(value['box'])) return value;
  return JSON.parse(new TextDecoder().decode(cipher.open(value['box'], `meta\n${String(key)}`)));
}

const shownBy = (cursor: DBCoreCursor, open: (value: unknown) => unknown): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    done: { get: () => cursor.done },
    value: { get: () => open(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: { value: (key: unknown, own: unknown) => cursor.continuePrimaryKey(key, own) },
    advance: { value: (count: number) => cursor.advance(count) },
    start: { value: (onNext: () => void) => cursor.start(onNext) },
    stop: { value: (value?: unknown) => cursor.stop(value) },
    next: { value: () => cursor.next() },
    fail: { value: (error: Error) => cursor.fail(error) },
  });

function sealedTable(down: DBCoreTable, mode: VaultMode): DBCoreTable {
  const { name } = down;
  const isMeta = name === 'meta';
  const out = (value: unknown): unknown => unboxed(name, value, mode);
  return {
    ...down,
    mutate: (request) => {
      if (request.type !== 'add' && request.type !== 'put') return down.mutate(request);
      const values = request.values.map((value: unknown, index) =>
        isMeta ? noteIn(request.keys?.[index], value, mode) : boxed(name, value, mode),
      );
      return down.mutate({ ...request, values });
    },
    // `then`, not `await`: the transaction is to be found again behind it.
    get: (request) =>
      down.get(request).then((value: unknown) => (isMeta ? noteOut(request.key, value, mode) : out(value))),
    getMany: (request) =>
      down
        .getMany(request)
        .then((values: unknown[]) =>
          values.map((value, index) => (isMeta ? noteOut(request.keys[index], value, mode) : out(value))),
        ),
    query: (request) =>
      down
        .query(request)
        .then((answer) =>
          request.values === true && !isMeta ? { ...answer, result: answer.result.map(out) } : answer,
        ),
    openCursor: (request) =>
      down
        .openCursor(request)
        .then((cursor) =>
          cursor === null || request.values !== true || isMeta ? cursor : shownBy(cursor, out),
        ),
  };
}

const modes = new Map<string, VaultMode>();

Dexie.addons.push((db) => {
  const mode = modes.get(db.name);
  if (mode === undefined) return;
  const create = (down: DBCore): Partial<DBCore> => ({
    table: (name) => sealedTable(down.table(name), mode),
  });
  db.use({ stack: 'dbcore', name: 'vault', create });
});

/** From now on this database is opened by this key in this page; null = it is shut again. */
export function keyFor(database: string, mode: VaultMode | null): void {
  if (mode === null) modes.delete(database);
  else modes.set(database, mode);
}
