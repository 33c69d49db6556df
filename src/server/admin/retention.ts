/** `retention`: what has had its time and would go; with --now it goes (the server does it by itself every six hours). */
import { done, type Command } from './command.ts';

export const retention: Command = {
  usage: '[--now]',
  flags: [],
  switches: ['now'],
  positionals: 0,
  prepare:
    ({ switches }) =>
    async (core) => {
      const isDone = switches.has('now');
      const counts = isDone ? await core.retain() : await core.retentionDue();
      const lines = Object.entries(counts).map(([what, count]) => `${what}: ${count}`);
      return done({ done: isDone, ...counts }, [isDone ? 'gone:' : 'would go (--now does it):', ...lines]);
    },
};
