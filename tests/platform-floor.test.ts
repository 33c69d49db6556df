import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, isCode, root, type SourceFile } from './support/source-files.ts';

/**
 * The oldest browsers served are Chrome 100 and Safari 15.4. The language's own newer functions are kept out by the
 * `lib` of the type checker; these belong to the browser, whose types know no version.
 */
const TOO_NEW: readonly [name: RegExp, since: string][] = [
  [/\bAbortSignal\.timeout\b/, 'Chrome 103, Safari 16'],
  [/\bAbortSignal\.any\b/, 'Chrome 116, Safari 17.4'],
  // Asked for on the same line, it may be used where it is.
  [/^(?!.*typeof requestIdleCallback).*\brequestIdleCallback\b/m, 'not in Safari'],
  [/\bURL\.canParse\b/, 'Chrome 120, Safari 17'],
  [/\bPromise\.withResolvers\b/, 'Chrome 119, Safari 17.4'],
  [/\.(?:showPopover|togglePopover)\b/, 'Chrome 114, Safari 17'],
  [/\bstartViewTransition\b/, 'Chrome 111, Safari 18'],
  [/\.(?:toBase64|fromBase64|toHex|fromHex)\b/, 'Chrome 140, Safari 18.2'],
  [/\(\?<[=!]/, 'lookbehind: Safari 16.4'],
  [/\/[gimsuy]*v[gimsuy]*\.(?:test|exec)\b/, 'regular expressions with v: Chrome 112, Safari 17'],
];
const RUNS_IN_BROWSERS = ['domain', 'protocol', 'client', 'sw'];

const tooNew = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    TOO_NEW.filter(([name]) => name.test(text)).map(([name, since]) => `${path}: ${name.source} (${since})`),
  );

test('code that runs in browsers uses nothing newer than the oldest one served', () => {
  const files = RUNS_IN_BROWSERS.flatMap((folder) => filesBelow(`src/${folder}`)).filter(isCode);
  expect(files.length).toBeGreaterThan(80);
  expect(tooNew(files)).toEqual([]);
  expect(
    tooNew([{ path: 'planted.ts', text: 'fetch(url, { signal: AbortSignal.timeout(1) })' }]),
  ).toHaveLength(1);
});

test.each(RUNS_IN_BROWSERS)(
  'the type checker knows no language function in %s that an old phone lacks',
  (folder) => {
    const config: unknown = JSON.parse(readFileSync(join(root, `src/${folder}/tsconfig.json`), 'utf8'));
    expect(config).toHaveProperty('compilerOptions.lib.0', 'es2022');
  },
);
