/** `drain --end`: after a restore, moves and scores reopen before their time. */
import { done, type Command } from './command.ts';

export const drain: Command = {
  usage: '--end',
  flags: [],
  switches: ['end'],
  positionals: 0,
  prepare: ({ switches }) => {
    if (!switches.has('end')) return '--end is missing';
    return async (core) => {
      const outcome = await core.endDrain();
      return done({ outcome }, [
        outcome === 'ended' ? 'moves and scores are open again' : 'nothing was waiting',
      ]);
    };
  },
};
