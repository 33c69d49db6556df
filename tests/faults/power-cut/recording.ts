/** What a run of the writer asked of the disk, call by call, as `strace` saw it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../support/source-files.ts';
import { ACKNOWLEDGED, DATABASE } from './names.ts';

export type Call =
  | { kind: 'write'; file: string; at: number; bytes: Buffer }
  | { kind: 'truncate'; file: string; size: number }
  | { kind: 'create' | 'remove'; file: string }
  /** Of a file, or with the empty name of the folder: then what was created and removed is kept. */
  | { kind: 'sync'; file: string }
  /** The writer told somebody that these are stored. */
  | { kind: 'acknowledge'; ids: string[] };

/** The log's shared memory is made anew after a crash; nothing of it needs the disk. */
const FILES = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-journal`];

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** A call that another thread's interrupted in the log is put together again, where it ended. */
function wholeLines(log: string): string[] {
  const begun = new Map<string, string>();
  return log.split('\n').flatMap((line) => {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(rest)?.[1];
    if (unfinished !== undefined) {
      begun.set(thread, unfinished);
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    return [resumed === undefined ? rest : `${begun.get(thread) ?? ''}${resumed}`];
  });
}

/** `name(arguments) = result`; calls that failed changed nothing. */
function callsOf(line: string, folder: string): Call[] {
  const [, name = '', given = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? [];
  if (name === '' || result.startsWith('-')) return [];
  const path = unhex(
    /^(?:AT_FDCWD(?:<[^>]*>)?, )?(?:\d+<|")((?:\\x[0-9a-f]{2})+)/.exec(given)?.[1] ?? '',
  ).toString();
  const file = path === folder ? '' : basename(path);
  if (path !== folder && path !== join(folder, file)) return [];
  if (file === ACKNOWLEDGED) {
    const text = unhex(/, "((?:\\x[0-9a-f]{2})*)"/.exec(given)?.[1] ?? '').toString();
    return name === 'write' ? [{ kind: 'acknowledge', ids: text.split('\n').filter((id) => id !== '') }] : [];
  }
  if (file !== '' && !FILES.includes(file)) return [];
  switch (name) {
    case 'pwrite64': {
      const [, hex = '', length = '', at = ''] = /, "((?:\\x[0-9a-f]{2})*)", (\d+), (\d+)$/.exec(given) ?? [];
      const bytes = unhex(hex);
      if (bytes.length !== Number(length) || result !== length)
        throw new Error(`a write in part: ${line.slice(0, 80)}`);
      return [{ kind: 'write', file, at: Number(at), bytes }];
    }
    case 'ftruncate':
      return [{ kind: 'truncate', file, size: Number(/, (\d+)$/.exec(given)?.[1]) }];
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'sync', file }];
    case 'openat':
      return given.includes('O_CREAT') ? [{ kind: 'create', file }] : [];
    case 'unlink':
    case 'unlinkat':
      return [{ kind: 'remove', file }];
    default:
      throw new Error(`a call this recording does not know: ${line.slice(0, 80)}`);
  }
}

const CALLS =
  'openat,unlink,unlinkat,rename,renameat2,pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,ftruncate,fallocate';

/** Runs the writer in `folder` and says what it did. `weak`: the control, which flushes too seldom. */
export function record(folder: string, writes: number, mode: 'full' | 'weak'): Call[] {
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  const log = join(real, 'strace.log');
  const watched = ['', ...FILES, ACKNOWLEDGED].flatMap((name) => [
    '-P',
    name === '' ? real : join(real, name),
  ]);
  const writer = join(root, 'tests/faults/power-cut/writer.entry.ts');
  const options = ['-f', '-y', '-xx', '-s', '1000000', '-e', `trace=${CALLS}`, ...watched, '-o', log];
  // It ends by killing itself; what it did is in the log.
  const ended = spawnSync('strace', [...options, process.execPath, writer, real, String(writes), mode], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ended.error !== undefined) throw ended.error;
  const calls = wholeLines(readFileSync(log, 'latin1')).flatMap((line) => callsOf(line, real));
  const acknowledged = calls.flatMap((call) => (call.kind === 'acknowledge' ? call.ids : []));
  if (acknowledged.length < writes)
    throw new Error(`${acknowledged.length} of ${writes} writes were recorded`);
  return calls;
}
