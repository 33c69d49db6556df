/** A warning on the console is a fault nobody looked at: it fails the test unless the test said it would come. */
import { afterEach, beforeEach } from 'vitest';

let expected: RegExp[] = [];

/** Announces that this test makes the code complain, e.g. when a component is made to throw. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}

const said = (args: unknown[]): string =>
  args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' ');

export function guardConsole(): void {
  const original = { error: console.error, warn: console.warn };
  let unexpected: string[] = [];
  beforeEach(() => {
    expected = [];
    unexpected = [];
    for (const level of ['error', 'warn'] as const) {
      console[level] = (...args: unknown[]) => {
        const text = said(args);
        if (!expected.some((pattern) => pattern.test(text))) unexpected.push(`console.${level}: ${text}`);
      };
    }
  });
  afterEach(() => {
    Object.assign(console, original);
    if (unexpected.length > 0) throw new Error(`unexpected output\n${unexpected.join('\n')}`);
  });
}
