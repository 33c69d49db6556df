/** The operator's command line, understood before anything is opened. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { account } from './account.ts';
import { backup, backups } from './backup.ts';
import type { Command, OfflineTask, Task } from './command.ts';
import { devices } from './devices.ts';
import { drain } from './drain.ts';
import { enrol } from './enrol.ts';
import { erase } from './erase.ts';
import { importFile } from './import.ts';
import { inventory } from './inventory.ts';
import { restore } from './restore.ts';
import { retention } from './retention.ts';
import { revoke } from './revoke.ts';
import { seedDemo } from './seed-demo.ts';
import { slip } from './slip.ts';
import { verify } from './verify.ts';

const commands: Record<string, Command> = {
  enrol,
  slip,
  'seed-demo': seedDemo,
  import: importFile,
  backup,
  backups,
  restore,
  drain,
  verify,
  devices,
  revoke,
  account,
  erase,
  inventory,
  retention,
};

export const usage = [
  'usage: npm run --silent admin -- COMMAND [--json]',
  ...Object.entries(commands).map(([name, command]) => `  ${`${name} ${command.usage}`.trim()}`),
].join('\n');

export type CommandLine =
  | { kind: 'task'; task: Task | OfflineTask; json: boolean }
  | { kind: 'misused'; line: string };

const misused = (line: string): CommandLine => ({ kind: 'misused', line: line.split('\n')[0] ?? '' });

const optionsOf = (command: Command): ParseArgsOptionsConfig =>
  Object.fromEntries([
    ...command.flags.map((name) => [name, { type: 'string' } as const]),
    ...[...(command.switches ?? []), 'json'].map((name) => [name, { type: 'boolean' } as const]),
  ]);

/** A device's id or a key's mark (43 characters of base64url) whose first character is a hyphen: one in 64 is so. */
const ID_WITH_HYPHEN = /^-[A-Za-z0-9_-]{42}$/;

/** Such an id is no option: it goes to the flag before it, or behind the `--` where only words of the command stand. */
function withIdsApart(args: readonly string[], flags: readonly string[]): string[] {
  const options: string[] = [];
  const ids: string[] = [];
  for (const arg of args) {
    const before = options.at(-1);
    if (!ID_WITH_HYPHEN.test(arg)) options.push(arg);
    else if (before !== undefined && flags.some((flag) => before === `--${flag}`))
      options.splice(-1, 1, `${before}=${arg}`);
    else ids.push(arg);
  }
  return ids.length === 0 ? options : [...options, '--', ...ids];
}

/** Never throws: what is not understood is one line. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const [name, ...args] = argv;
  if (name === undefined) return misused('which command?');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return misused(`no command "${name}"`);
  try {
    const { values, positionals } = parseArgs({
      args: withIdsApart(args, command.flags),
      options: optionsOf(command),
      allowPositionals: true,
    });
    if (positionals.length > command.positionals)
      return misused(`"${positionals.join(' ')}" was not understood`);
    const flags: Record<string, string> = {};
    for (const flag of command.flags) {
      const value = values[flag];
      if (typeof value === 'string') flags[flag] = value;
    }
    const switches = new Set((command.switches ?? []).filter((name) => values[name] === true));
    const task = command.prepare({ flags, switches, positionals });
    return typeof task === 'string' ? misused(task) : { kind: 'task', task, json: values['json'] === true };
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
}
