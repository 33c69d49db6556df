/**
 * The server's log: one JSON object a line, of the facts named here and no others: a fact without a name here does not
 * compile. Names, codes, answers, addresses and the words of errors have no place in it, so they cannot get in (an
 * error's words may quote what a person typed).
 */
import type { LogThreshold } from './config.ts';

/** `alarm` = somebody must look at it today. */
const levels = ['alarm', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof levels)[number];

export const factNames = [
  'bytes',
  /** A store that cannot write: SQLite's own words. */
  'cause',
  /** Problem or verdict code. */
  'code',
  /** A phone's key thumbprint: what an operator revokes it by. */
  'device',
  /** An error's stack; its class and its frames are written, its words are not. */
  'error',
  'hash',
  'kind',
  'last',
  'logId',
  'method',
  'ms',
  /** A route's pattern, never the path asked for: a receipt code stands in the path. */
  'route',
  'seq',
  'status',
] as const;
type FactName = (typeof factNames)[number];

export type LogFacts = Readonly<Partial<Record<FactName, string | number | boolean>>>;
/** How server code speaks to the log: an event's name and a few facts. */
export type Log = (level: LogLevel, event: string, facts?: LogFacts) => void;

const FRAME = /^ {4}at [^\n]+:\d+:\d+\)?$/;
const FRAMES_MAX = 6;

/** `RangeError: <words>\n    at f (file:1:2)` → `RangeError | at f (file:1:2)`. */
function withoutWords(stack: string): string {
  const [className = 'unknown'] = /^[A-Za-z]+/.exec(stack) ?? [];
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  return [className, ...frames.slice(0, FRAMES_MAX).map((line) => line.trim())].join(' | ');
}

/**
 * An error for the log: its stack without its words, which may quote what a person wrote, and may look like a frame.
 */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.name).replace(error.message, '') : typeof error;

/** SQLite says "database is locked", "database or disk is full"; anything longer or else is not its own. */
const isPlainCause = (text: string): boolean => /^[A-Za-z/ ]{1,60}$/.test(text);

function sayable(name: FactName, value: string | number | boolean): string | number | boolean | undefined {
  if (name === 'error') return withoutWords(String(value));
  if (name === 'cause') return isPlainCause(String(value)) ? value : undefined;
  return value;
}

const thresholds: Record<LogThreshold, number> = { silent: -1, error: 0, warn: 1, info: 2, debug: 3 };

/** A log that writes lines at `threshold` and worse. `write` gets whole lines; `now` stamps them (ms). */
export function createLog(threshold: LogThreshold, write: (line: string) => void, now: () => number): Log {
  const most = thresholds[threshold];
  return (level, event, facts = {}) => {
    if (levels.indexOf(level) > most) return;
    const line: Record<string, unknown> = { time: new Date(now()).toISOString(), level, event };
    for (const name of factNames) {
      const value = facts[name];
      if (value !== undefined) line[name] = sayable(name, value);
    }
    write(`${JSON.stringify(line)}\n`);
  };
}
