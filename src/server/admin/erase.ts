/** `erase`: takes a submission away for good, with its photos; its hash stays in every chain. */
import { done, failed, type Command } from './command.ts';

export const erase: Command = {
  usage: '--submission ID',
  flags: ['submission'],
  positionals: 0,
  prepare: ({ flags: { submission } }) => {
    if (submission === undefined) return '--submission ID is missing';
    return async (core) => {
      const outcome = await core.eraseSubmission(submission);
      switch (outcome.kind) {
        case 'erased':
          return done({ submission, ...outcome }, [
            `erased: ${outcome.operations} operations, ${outcome.photos} photos; a restore erases them again`,
          ]);
        case 'alreadyErased':
          return done({ submission, ...outcome }, [`${submission} was erased before`]);
        case 'unknownSubmission':
          return failed({ submission, ...outcome }, [`no submission ${submission}`]);
      }
    };
  },
};
