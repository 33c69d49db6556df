import { expect, test } from 'vitest';
import { createAutosaver } from '#client/form/autosaver.ts';
import { SaveFailure } from '#client/workspace.ts';

/** Saves that end when the test says so. */
function slowDisk() {
  const puts: { value: string; end: () => void; fail: (error: unknown) => void }[] = [];
  const save = (value: string): Promise<void> =>
    new Promise((resolve, reject) => {
      puts.push({ value, end: resolve, fail: reject });
    });
  return { puts, save };
}
const NEVER = 1_000_000;

test('only one put is under way, and the newest value wins', async () => {
  const { puts, save } = slowDisk();
  const saver = createAutosaver({ save, now: () => 7, delayMs: NEVER });
  saver.change('a');
  const done = saver.flush();
  saver.change('ab');
  saver.change('abc');
  expect(puts.map(({ value }) => value)).toEqual(['a']);
  puts[0]?.end();
  await Promise.resolve();
  await expect.poll(() => puts.length).toBe(2);
  expect(puts[1]?.value).toBe('abc');
  expect(saver.state().kind).toBe('dirty');
  puts[1]?.end();
  await done;
  expect(saver.state()).toEqual({ kind: 'saved', at: 7 });
  expect(saver.isDirty()).toBe(false);
});

test('what could not be saved stays, says why, and goes with the next try', async () => {
  const { puts, save } = slowDisk();
  const saver = createAutosaver({ save, now: () => 7, delayMs: NEVER });
  saver.change('a');
  const first = saver.flush();
  puts[0]?.fail(new SaveFailure('full'));
  await first;
  expect(saver.state()).toEqual({ kind: 'failed', reason: 'full' });
  saver.change('ab');
  expect(saver.state()).toEqual({ kind: 'failed', reason: 'full' });
  const second = saver.flush();
  puts[1]?.end();
  await second;
  expect(puts[1]?.value).toBe('ab');
  expect(saver.state().kind).toBe('saved');
});

test('a change is put by itself soon after the last keystroke', async () => {
  const saved: string[] = [];
  const saver = createAutosaver({
    save: async (value: string) => void saved.push(value),
    now: () => 7,
    delayMs: 1,
  });
  saver.change('a');
  saver.change('ab');
  await expect.poll(() => saved).toEqual(['ab']);
});
