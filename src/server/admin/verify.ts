/** `verify`: does everything stored still add up? Counts, and what does not. */
import { done, failed, type Command } from './command.ts';

export const verify: Command = {
  usage: '',
  flags: [],
  positionals: 0,
  prepare: () => async (core) => {
    const report = await core.verify();
    const counts = Object.entries(report.counts).map(([name, count]) => `${name}: ${count}`);
    if (report.problems.length === 0) return done({ ok: true, ...report }, [...counts, 'everything adds up']);
    const wrong = report.problems.map(({ what, where }) => `NOT RIGHT: ${what} at ${where}`);
    return failed({ ok: false, ...report }, [...counts, ...wrong]);
  },
};
