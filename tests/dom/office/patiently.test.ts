import { expect, test } from 'vitest';
import { patiently } from '#client/features/office/patiently.ts';
import { SaveFailure } from '#client/workspace.ts';

const failing = (times: number, error: unknown) => {
  let asked = 0;
  return async (): Promise<number> => {
    asked += 1;
    if (asked <= times) throw error;
    return asked;
  };
};

test('a read that took too long is asked again', async () => {
  expect(await patiently(failing(2, new SaveFailure('timeout')))).toBe(3);
});

test('one that never ends, or fails for another reason, is a failure', async () => {
  await expect(patiently(failing(100, new SaveFailure('timeout')))).rejects.toThrow('timeout');
  await expect(patiently(failing(1, new SaveFailure('outdated')))).rejects.toThrow('outdated');
  await expect(patiently(failing(1, new TypeError('a bug')))).rejects.toThrow('a bug');
});
