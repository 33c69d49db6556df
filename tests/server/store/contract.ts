/** What every store must do, whatever is behind it. */
import { afterEach, expect, test } from 'vitest';
import { StoreBusyError, type Store, type Transaction } from '#server/store/store.ts';
import { aCommune, gate, makeCommune, publish, type Kit, type TestDatabase } from './kit.ts';

const planted = new Error('planted');
const unlessPlanted = (error: unknown): void => {
  if (error !== planted) throw error;
};
const stumble =
  (hash: string) =>
  ({ stumble: table }: Transaction) =>
    table.put(hash, 1);
const stumbled = (store: Store, hashes: readonly string[]): Promise<number[]> =>
  store.read(({ stumble: table }) => Promise.all(hashes.map((hash) => table.times(hash))));
const feedIds = (store: Store): Promise<string[]> =>
  store.read(async ({ feed }) => (await feed.page('office', 0, 1000)).map(({ id }) => id));

const TEXTS = [
  'Xóm Đầm Mụ',
  'xóm đầm mụ',
  'e\u0301',
  'é',
  '10',
  '9',
  '',
  'a',
  'B',
  'ß',
  '👩‍🌾',
  '\u{FFFF}',
  'it\'s "quoted" \\ $1 ?',
  '\n\t\u0001',
];
const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

export function storeContract(name: string, kit: Kit): void {
  const made: TestDatabase[] = [];
  const database = async (): Promise<TestDatabase> => {
    const fresh = await kit.make();
    made.push(fresh);
    return fresh;
  };
  const oneStore = async (): Promise<Store> => (await database()).open();
  afterEach(async () => {
    for (const each of made.splice(0)) await each.dispose();
  });

  test(`${name}: text, nulls and the largest numbers come back as they went in`, async () => {
    const store = await oneStore();
    await makeCommune(store);
    const row = { ...aCommune, rev: Number.MAX_SAFE_INTEGER, drain_until: null };
    await store.write(({ commune }) => commune.save(row));
    expect(await store.read(({ commune }) => commune.find())).toEqual({
      commune_id: 'xa-1',
      // A commune made by this build has known these rules from its first operation.
      rules_from: 0,
      key_mark: null,
      second_from: 0,
      family_from: 0,
      ...row,
    });
    for (const [at, text] of TEXTS.entries()) {
      const comment = { comment_id: `c${at}`, assessment_id: 'a', criterion_id: null };
      await store.write((tables) =>
        tables.comment.insert({ ...comment, text, by_name: text, by_role: 'officer', at: -1 }),
      );
    }
    const back = await store.read((tables) => tables.comment.of('a'));
    expect(new Set(back.map(({ text }) => text))).toEqual(new Set(TEXTS));
    expect(back.every(({ text, by_name: by, at }) => text === by && at === -1)).toBe(true);
  });

  test(`${name}: keys are told apart and ordered by their bytes, whatever the language`, async () => {
    const store = await oneStore();
    for (const key of TEXTS) await store.write(stumble(key));
    expect(await stumbled(store, TEXTS)).toEqual(TEXTS.map(() => 1));
    const score = { submission_id: 's', points: 5, reason_code: 'ok', reason: '', by_name: '', by_role: '' };
    for (const criterion_id of TEXTS)
      await store.write((tables) => tables.score.add({ ...score, criterion_id, op_id: 'o', at: 0 }));
    const alive = await store.read((tables) => tables.score.alive('s'));
    expect(alive.map(({ criterion_id: id }) => id)).toEqual(TEXTS.toSorted(inBytes));
  });

  test(`${name}: sums and counts are numbers`, async () => {
    const store = await oneStore();
    const row = { device_id: 'd', code: 'LIMIT', body: '', received_at: 5 };
    for (const seq of [1, 2])
      await store.write(({ quarantine }) =>
        quarantine.insert({ ...row, op_hash: `${seq}`, seq, bytes: 2 ** 40 }),
      );
    expect(await store.read(({ quarantine }) => quarantine.bytesSince('d', 0))).toBe(2 ** 41);
    expect(await store.read(({ quarantine }) => quarantine.bytesSince('d', 5))).toBe(0);
    await makeCommune(store);
    await store.write(publish('x'));
    expect(await store.read(({ audit }) => audit.officeRows())).toEqual(new Map([['hamlet', 1]]));
  });

  test(`${name}: a statement that fails under a savepoint takes back that part alone`, async () => {
    const store = await oneStore();
    await makeCommune(store);
    await store.write(async (transaction) => {
      await stumble('before')(transaction);
      const again = transaction.savepoint(async () => {
        await stumble('lost')(transaction);
        await transaction.savepoint(() => stumble('lost too')(transaction));
        await transaction.commune.create(aCommune);
      });
      // The key is taken: the database's own refusal, as it is.
      await expect(again).rejects.toThrow(/unique|duplicate/i);
      await stumble('after')(transaction);
    });
    expect(await stumbled(store, ['before', 'lost', 'lost too', 'after'])).toEqual([1, 0, 0, 1]);
  });

  test(`${name}: of those that share a commit, the one that fails takes back only itself`, async () => {
    const store = await oneStore();
    await makeCommune(store);
    const outcomes = await Promise.allSettled([
      store.write(stumble('a')),
      store.write(async (transaction) => {
        await stumble('b')(transaction);
        await transaction.commune.create(aCommune);
      }),
      store.write(stumble('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stumbled(store, ['a', 'b', 'c'])).toEqual([1, 0, 1]);
  });

  test(`${name}: others read what is committed, at once when it is, and never before`, async () => {
    const shared = await database();
    const [here, there] = [await shared.open(), await shared.open()];
    await makeCommune(here);
    const { opened, open } = gate();
    const inside = gate();
    const writing = here.write(
      publish('x', async () => {
        inside.open();
        await opened;
      }),
    );
    await inside.opened;
    expect(await feedIds(there)).toEqual([]);
    open();
    await writing;
    expect(await feedIds(there)).toEqual(['x']);
  });

  test(`${name}: a job that throws leaves nothing, also what it wrote last`, async () => {
    const store = await oneStore();
    const writing = store.write(async (transaction) => {
      await stumble('a')(transaction);
      throw planted;
    });
    await writing.catch(unlessPlanted);
    expect(await stumbled(store, ['a'])).toEqual([0]);
  });

  test(`${name}: two processes never take the same revision`, async () => {
    const shared = await database();
    const processes = [await shared.open(), await shared.open()];
    const [first] = processes;
    if (first === undefined) throw new Error('none');
    await makeCommune(first);
    const each = 20;
    const taken = await Promise.all(
      processes.flatMap((store, at) =>
        Array.from({ length: each }, async (_, index) => store.write(publish(`${at}.${index}`))),
      ),
    );
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2 * each }, (_, at) => at + 1));
    expect((await first.read(({ commune }) => commune.find()))?.rev).toBe(2 * each);
  });

  test(`${name}: whoever waits too long for another process is told that it is busy, and comes back`, async () => {
    const shared = await database();
    const [slow, quick] = [await shared.open(), await shared.open({ lockWaitMs: 30 })];
    await makeCommune(slow);
    const { opened, open } = gate();
    const inside = gate();
    const holding = slow.write(
      publish('slow', async () => {
        inside.open();
        await opened;
      }),
    );
    await inside.opened;
    await expect(quick.write(publish('quick'))).rejects.toThrow(StoreBusyError);
    // Reading goes on meanwhile.
    expect(await feedIds(quick)).toEqual([]);
    open();
    await holding;
    await quick.write(publish('quick'));
    expect(await feedIds(quick)).toEqual(['slow', 'quick']);
  });

  test(`${name}: two communes in one database never see each other`, async () => {
    const shared = await database();
    const [here, there] = [await shared.open(), await shared.open({ communeId: 'xa-2' })];
    await makeCommune(here);
    await here.write(publish('x'));
    expect(await there.read(({ commune }) => commune.find())).toBeUndefined();
    expect(await feedIds(there)).toEqual([]);
  });

  test(`${name}: several processes may open a new database at the same time`, async () => {
    const shared = await database();
    const all = await Promise.all([1, 2, 3].map(() => shared.open()));
    for (const store of all) expect(await store.read(({ commune }) => commune.find())).toBeUndefined();
  });

  test(`${name}: a database written by a newer program is not opened`, async () => {
    const shared = await database();
    await (await shared.open()).close();
    await shared.setVersion(99);
    await expect(shared.open()).rejects.toThrow('newer version');
  });
}
