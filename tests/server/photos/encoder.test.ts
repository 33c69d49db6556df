/** The process that decodes may hang, swell, die or lie; the server goes on, and says what is true of the picture. */
import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createEncoder, type EncoderOptions } from '#server/photos/encoder.ts';
import { aJpeg, hashOf, noise } from './pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'thidua-encoder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = new URL('../../support/planted-encoder.entry.ts', import.meta.url);
const planted = (more: Partial<EncoderOptions> = {}) => createEncoder({ entry, width: 1, ...more });
const text = (what: string): Uint8Array => Buffer.from(what);

test('a decoder that hangs is killed, and its picture refused', async () => {
  const encoder = planted({ timeMs: 150 });
  expect(await encoder.encode(text('hang'))).toEqual({ kind: 'refused', fault: 'tooHeavy' });
  // Control: the next one is not refused with it.
  expect(await encoder.encode(text('answer'))).toEqual({ kind: 'refused', fault: 'damaged' });
  await encoder.close();
});

test('a decoder that grows past its bound is killed, and its picture refused', async () => {
  const encoder = planted({ memoryBytes: 160 * 1024 * 1024 });
  expect(await encoder.encode(text('swell'))).toEqual({ kind: 'refused', fault: 'tooHeavy' });
  expect(await encoder.encode(text('answer'))).toEqual({ kind: 'refused', fault: 'damaged' });
  await encoder.close();
});

test('a decoder that dies once is tried again, one that dies twice over a picture is not', async () => {
  const encoder = planted();
  expect(await encoder.encode(text(`die-once ${join(folder, 'died')}`))).toEqual({
    kind: 'refused',
    fault: 'damaged',
  });
  expect(await encoder.encode(text('die'))).toEqual({ kind: 'refused', fault: 'tooHeavy' });
  await encoder.close();
});

test('what a decoder says is checked like what a stranger says', async () => {
  const encoder = planted();
  expect(await encoder.encode(text('lie'))).toEqual({ kind: 'refused', fault: 'tooHeavy' });
  await encoder.close();
});

test('where no process can be had nothing is decided, and a full queue says so at once', async () => {
  const none = createEncoder({ entry: new URL('file:///nowhere/encode.ts') });
  expect(await none.encode(text('answer'))).toEqual({ kind: 'full' });
  await none.close();

  const encoder = planted({ queue: 1 });
  const first = encoder.encode(text('hang'));
  const second = encoder.encode(text('hang'));
  expect(await encoder.encode(text('answer'))).toEqual({ kind: 'full' });
  await encoder.close();
  // A server that stops has not judged what it had in hand.
  expect(await Promise.all([first, second])).toEqual([{ kind: 'full' }, { kind: 'full' }]);
});

/** Decoding processes of this process, from the system's list. */
const living = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return (
          parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('encode-child.ts')
        );
      } catch {
        // It ended while the list was read.
        return false;
      }
    });
/** Of test files that ran here before. */
const foreign = new Set(living());
const decoders = (): number[] => living().filter((pid) => !foreign.has(pid));

test('a real decoder killed at any moment costs a retry, never a picture', async () => {
  const encoder = createEncoder({ width: 1 });
  const small = await aJpeg(1);
  expect(await encoder.encode(small)).toMatchObject({ kind: 'encoded', w: 64, h: 48 });
  const [idle = 0, ...others] = decoders();
  expect(others).toEqual([]);
  process.kill(idle, 'SIGKILL');
  expect(await encoder.encode(small)).toMatchObject({ kind: 'encoded' });
  const working = encoder.encode(await aJpeg(2, 1500, 1500));
  for (const pid of decoders()) process.kill(pid, 'SIGKILL');
  expect(await working).toMatchObject({ kind: 'encoded', w: 1500 });
  await encoder.close();
  expect(decoders()).toEqual([]);
});

test('pictures in a row share a process, and a refused one takes its process with it', async () => {
  const encoder = createEncoder({ width: 1 });
  await encoder.encode(await aJpeg(1));
  const before = decoders();
  await encoder.encode(await aJpeg(2));
  expect(decoders()).toEqual(before);
  const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise(5, 5)]);
  expect(await encoder.encode(broken)).toEqual({ kind: 'refused', fault: 'damaged' });
  expect(decoders()).toEqual([]);
  // The same bytes give the same picture, whichever process met them.
  const [one, two] = [await encoder.encode(await aJpeg(3)), await encoder.encode(await aJpeg(3))];
  if (one.kind !== 'encoded' || two.kind !== 'encoded') throw new Error('not encoded');
  expect(hashOf(one.full)).toBe(hashOf(two.full));
  await encoder.close();
});
