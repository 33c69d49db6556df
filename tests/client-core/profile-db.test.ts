/** What the platform does to a phone's database: newer windows, older windows, broken connections, a full disk. */
import { Dexie, type TableSchema } from 'dexie';
import { forceCloseDatabase, IDBDatabase, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createGuard } from '#client/db/guard.ts';
import { readUnopened } from '#client/db/rare/read-unopened.ts';
import { openProfileDb, profileDbName } from '#client/db/profile-db.ts';
import { openWorkspace } from '#client/open-workspace.ts';
import { databasePlatform, openStore } from '#client/sync/open-store.ts';
import { SaveFailure, type Workspace } from '#client/workspace.ts';
import { expectConsole } from '../support/console.ts';
import { ASSESSMENT, aDraft } from './makers.ts';
import { aProfile, createPhone, quietHooks, untilTrue, type Phone } from './surroundings.ts';

const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network'));
const input = { selfScore: 100, signedOffBy: 'Ông Ánh' };

async function openTab(phone: Phone, hooks = quietHooks): Promise<Workspace> {
  const opened = await openWorkspace(aProfile(), phone.tab(noNetwork), hooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened.workspace;
}

/** Resolves once the raw request did. */
const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(new Error('raw request failed', { cause: request.error })),
    );
  });

const schemaText = ({ primKey, indexes }: TableSchema): string =>
  [primKey, ...indexes].map(({ src }) => src).join(',');

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'saved',
    (error: unknown) => error,
  );

afterEach(() => {
  vi.restoreAllMocks();
});

test('two tabs that seal at once give one sequence without holes', async () => {
  const phone = createPhone(31);
  const [a, b] = [await openTab(phone), await openTab(phone)];
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => (index % 2 ? a : b).comment(ASSESSMENT, `ý ${index}`)),
  );
  const rows = await a.outbox();
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
  expect(await b.outbox()).toEqual(rows);
  await Promise.all([a.close(), b.close()]);
});

test('pressing Gửi in two tabs at once, or twice in one, makes one submission', async () => {
  const phone = createPhone(32);
  const [a, b] = [await openTab(phone), await openTab(phone)];
  const draft = aDraft({ answers: { A1: true } });
  await a.saveDraft(draft);
  const sent = await Promise.all([a.submit(draft, input), b.submit(draft, input), a.submit(draft, input)]);
  expect(new Set(sent.map(({ opId }) => opId)).size).toBe(1);
  expect((await a.outbox()).map(({ kind }) => kind)).toEqual(['assessment.submit']);
  expect((await a.draft(ASSESSMENT))?.status).toBe('sent');
  await Promise.all([a.close(), b.close()]);
});

test('an autosave that was under way when the form was sent does not open it again', async () => {
  const phone = createPhone(33);
  const workspace = await openTab(phone);
  const draft = aDraft({ answers: { A1: true }, updatedAt: 7 });
  await workspace.saveDraft(draft);
  await workspace.submit(draft, input);
  await workspace.saveDraft(draft);
  expect((await workspace.draft(ASSESSMENT))?.status).toBe('sent');
  await workspace.saveDraft({ ...draft, answers: { A1: false }, updatedAt: 1 });
  expect(await workspace.draft(ASSESSMENT)).toMatchObject({ status: 'open', answers: { A1: false } });
  await workspace.close();
});

test('a database of a newer version is left alone', async () => {
  const phone = createPhone(34);
  const tab = phone.tab(noNetwork);
  const newer = new Dexie(profileDbName('p1'), { indexedDB: phone.indexedDB, IDBKeyRange });
  const older = await openProfileDb('p1', databasePlatform(tab), quietHooks);
  if (older.kind !== 'open') throw new Error(older.kind);
  older.db.close();
  newer.version(3).stores({
    ...Object.fromEntries(older.db.tables.map(({ name, schema }) => [name, schemaText(schema)])),
    holograms: 'id',
  });
  await newer.open();
  await newer.table('drafts').put(aDraft());
  newer.close();
  expect((await openWorkspace(aProfile(), tab, quietHooks)).kind).toBe('outdated');
  // What waits there can leave all the same, and looking for it makes no database where there is none.
  expect(await readUnopened(phone.indexedDB, 'p1')).toEqual({ identity: undefined, waiting: [] });
  await expect(readUnopened(phone.indexedDB, 'nobody')).rejects.toThrow('abort');
  expect((await phone.indexedDB.databases()).map(({ name }) => name)).not.toContain('thidua-nobody');
  await newer.open();
  expect(await newer.table('drafts').toArray()).toEqual([aDraft()]);
  expect(newer.backendDB().version).toBe(30);
  newer.close();
});

test('a database whose floor excludes this build is left alone, and one without a floor gets it', async () => {
  const phone = createPhone(35);
  const tab = phone.tab(noNetwork);
  const first = await openProfileDb('p1', databasePlatform(tab), quietHooks);
  if (first.kind !== 'open') throw new Error(first.kind);
  expect(await first.db.table('meta').get('schemaFloor')).toEqual({ minReader: 1, minWriter: 1 });
  await first.db.table('meta').put({ minReader: 1, minWriter: 3 }, 'schemaFloor');
  first.db.close();
  expect((await openProfileDb('p1', databasePlatform(tab), quietHooks)).kind).toBe('outdated');
});

test('an upgrade in another window flushes, closes and says so; nothing is written after it', async () => {
  const phone = createPhone(36);
  const flush = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const onOutdated = vi.fn<() => void>();
  const workspace = await openTab(phone, { ...quietHooks, flush, onOutdated });
  await workspace.saveDraft(aDraft());
  const upgrade = phone.indexedDB.open(profileDbName('p1'), 30);
  const upgraded = await settled(upgrade);
  expect(flush).toHaveBeenCalledOnce();
  expect(onOutdated).toHaveBeenCalledOnce();
  const failure = await failureOf(workspace.saveDraft(aDraft({ updatedAt: 2 })));
  expect(failure).toBeInstanceOf(SaveFailure);
  expect(failure).toMatchObject({ reason: 'outdated' });
  upgraded.close();
});

test('a window that will not close its older version is told of, and never a wait without end', async () => {
  expectConsole(/blocked by other connection/);
  const phone = createPhone(37);
  const tab = phone.tab(noNetwork);
  const old = await settled(phone.indexedDB.open(profileDbName('p1'), 5));
  const onBlocked = vi.fn<() => void>();
  const opening = openWorkspace(aProfile(), tab, { ...quietHooks, onBlocked });
  await untilTrue(() => onBlocked.mock.calls.length > 0);
  expect(phone.timers.waiting()).toEqual([8000]);
  phone.timers.fireNext();
  expect((await opening).kind).toBe('blocked');
  old.close();
});

test('a connection the browser closed is opened again, and the save goes through', async () => {
  const phone = createPhone(38);
  const tab = phone.tab(noNetwork);
  const opened = await openProfileDb('p1', databasePlatform(tab), quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { db } = opened;
  const guard = createGuard({
    after: databasePlatform(tab).after,
    isOutdated: () => false,
    reopen: async () => {
      db.close({ disableAutoOpen: true });
      await db.open();
    },
  });
  // Its declared type asks for the class in place of an instance.
  Reflect.apply(forceCloseDatabase, undefined, [db.backendDB()]);
  await guard(async () => db.table('drafts').put(aDraft()));
  expect(await db.table('drafts').count()).toBe(1);
});

test('a full disk is named, also when it shows only at the commit', async () => {
  const phone = createPhone(39);
  const opened = await openStore('p1', phone.tab(noNetwork), quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    const { transaction } = this;
    request.addEventListener('success', () => {
      if ('_abort' in transaction && typeof transaction._abort === 'function')
        transaction._abort('QuotaExceededError');
    });
    return request;
  });
  const failure = await failureOf(opened.store.saveDraft(aDraft(), undefined));
  expect(failure).toBeInstanceOf(SaveFailure);
  expect(failure).toMatchObject({ reason: 'full' });
  vi.restoreAllMocks();
  expect(await opened.store.drafts()).toEqual([]);
});

test('a write is told done only when it is on disk', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const opened = await openStore('p1', createPhone(41).tab(noNetwork), quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  transaction.mockClear();
  await opened.store.saveDraft(aDraft(), undefined);
  expect(transaction.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
    ['readwrite', { durability: 'strict' }],
  ]);
});

test('a call that never settles ends after eight seconds, and a broken one after one more try', async () => {
  const timers = createPhone(40).timers;
  const after = (ms: number, run: () => void): (() => void) => {
    const handle = timers.set(ms, run);
    return () => timers.clear(handle);
  };
  const reopen = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const guard = createGuard({ after, reopen, isOutdated: () => false });
  const hanging = failureOf(guard(() => new Promise(() => {})));
  timers.fireNext();
  expect(await hanging).toMatchObject({ reason: 'timeout' });
  const lost = Object.assign(new Error('Connection to Indexed Database server lost'), {
    name: 'UnknownError',
  });
  expect(await failureOf(guard(() => Promise.reject(lost)))).toMatchObject({ reason: 'lost', cause: lost });
  expect(reopen).toHaveBeenCalledOnce();
  // A bug is not dressed up as a broken disk.
  const bug = new TypeError('bug');
  expect(await failureOf(guard(() => Promise.reject(bug)))).toBe(bug);
});
