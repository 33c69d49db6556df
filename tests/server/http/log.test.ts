import { expect, test } from 'vitest';
import { createLog } from '#server/log.ts';

function logged(
  write: (log: ReturnType<typeof createLog>) => void,
  threshold: 'warn' | 'debug' = 'debug',
): unknown[] {
  const lines: string[] = [];
  write(
    createLog(
      threshold,
      (line) => lines.push(line),
      () => 0,
    ),
  );
  return lines.map((line) => JSON.parse(line));
}

test('a line holds its named facts and nothing else', () => {
  const facts = { status: 200, route: '/api/v1/sync', name: 'Nguyễn Thị Lan', address: '10.0.0.1' };
  expect(logged((log) => log('info', 'request', facts))).toEqual([
    { time: '1970-01-01T00:00:00.000Z', level: 'info', event: 'request', status: 200, route: '/api/v1/sync' },
  ]);
});

test('an error is written as its class and its frames, without its words', () => {
  const error = new RangeError('Nguyễn Thị Lan\n    at home\nsố 0912345678');
  const [line] = logged((log) => log('alarm', 'failure', { error: error.stack ?? '' }));
  expect(line).toMatchObject({ error: expect.stringMatching(/^RangeError \| at .+log\.test\.ts:\d+:\d+/) });
  expect(JSON.stringify(line)).not.toMatch(/Lan|home|0912/);
});

test('a cause is written when it is the store speaking', () => {
  const causes = ['database or disk is full', 'UNIQUE constraint failed: device.label = Máy của Lan'];
  const lines = logged((log) => {
    for (const cause of causes) log('alarm', 'store-busy', { cause });
  });
  expect(lines).toMatchObject([{ cause: 'database or disk is full' }, {}]);
  expect(JSON.stringify(lines)).not.toContain('Lan');
});

test('what is below the level is not written', () => {
  const lines = logged((log) => {
    for (const level of ['alarm', 'warn', 'info', 'debug'] as const) log(level, level);
  }, 'warn');
  expect(lines).toMatchObject([{ event: 'alarm' }, { event: 'warn' }]);
});
