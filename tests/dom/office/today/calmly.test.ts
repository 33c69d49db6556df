import { expect, test } from 'vitest';
import { calmly } from '#client/features/office/today/calmly.ts';

/** A clock that moves when somebody waits or reads, and notes the waits. */
function hours() {
  let at = 1000;
  const waits: number[] = [];
  return {
    waits,
    pass: (ms: number) => void (at += ms),
    watch: {
      now: () => at,
      wait: async (ms: number) => {
        waits.push(ms);
        at += ms;
      },
    },
  };
}

test('the first read begins at once, the next rests four times as long as the last one took', async () => {
  const { waits, pass, watch } = hours();
  let reads = 0;
  const read = calmly(async () => {
    pass(50);
    reads += 1;
    return reads;
  }, watch);
  expect(await read()).toBe(1);
  expect(waits).toEqual([]);
  expect(await read()).toBe(2);
  expect(waits).toEqual([200]);
  // Half of the rest has gone by itself.
  pass(100);
  expect(await read()).toBe(3);
  expect(waits).toEqual([200, 100]);
  // All of it has.
  pass(200);
  expect(await read()).toBe(4);
  expect(waits).toEqual([200, 100]);
});

test('a small commune does not wait, and a large one never longer than four seconds', async () => {
  const quick = hours();
  const readQuick = calmly(async () => 'rows', quick.watch);
  for (let turn = 0; turn < 5; turn++) await readQuick();
  expect(quick.waits).toEqual([]);

  const slow = hours();
  const readSlow = calmly(async () => slow.pass(30_000), slow.watch);
  await readSlow();
  await readSlow();
  expect(slow.waits).toEqual([4000]);
});

test('what was read is what stands when the rest is over, and a failing read is told and counts for nothing', async () => {
  const { waits, pass, watch } = hours();
  let rows = 'earlier';
  const read = calmly(
    async () => {
      if (rows === 'broken') throw new Error('the disk is gone');
      pass(10);
      return rows;
    },
    {
      ...watch,
      wait: async (ms) => watch.wait(ms).then(() => void (rows = rows === 'earlier' ? 'later' : rows)),
    },
  );
  expect(await read()).toBe('earlier');
  expect(await read()).toBe('later');
  pass(40);
  rows = 'broken';
  await expect(read()).rejects.toThrow('the disk is gone');
  rows = 'later';
  expect(await read()).toBe('later');
  expect(waits).toEqual([40]);
});
