/** What a command of the operator's tool is. One file each beside this one. */
import type { RestorePlace } from '../backup/put-in-place.ts';
import type { ServerCore } from '../core-types.ts';
import type { CoreDeps } from '../sync/deps.ts';

/** What stands on the command line after the command's name. */
export interface Given {
  /** Values of the flags the command names, as typed; absent when not given. */
  flags: Readonly<Record<string, string | undefined>>;
  /** Those of the command's switches that were given. */
  switches: ReadonlySet<string>;
  positionals: readonly string[];
}

/** `done`: exit 0 · `failed`: exit 1. `value` is the one JSON document of `--json`; `lines` say the same to a person. */
export interface Outcome {
  kind: 'done' | 'failed';
  value: unknown;
  lines: readonly string[];
}

/** What is left to do once the command line is understood. Links start with `origin`. */
export type Task = (core: ServerCore, origin: string) => Promise<Outcome>;

/** The same for what must not open the store the usual way: it may be damaged, or not be there. */
export interface OfflineTask {
  offline: (place: RestorePlace, parts: Pick<CoreDeps, 'clock' | 'newId'>) => Promise<Outcome>;
}

export interface Command {
  /** One line after the command's name. */
  usage: string;
  flags: readonly string[];
  /** Flags without a value. */
  switches?: readonly string[];
  /** Words after the command, at most. */
  positionals: number;
  /** The task, or in one line why the command line is none. Nothing is opened before. */
  prepare: (given: Given) => Task | OfflineTask | string;
}

export const done = (value: unknown, lines: readonly string[]): Outcome => ({ kind: 'done', value, lines });
export const failed = (value: unknown, lines: readonly string[]): Outcome => ({
  kind: 'failed',
  value,
  lines,
});
