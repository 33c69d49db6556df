/**
 * `erase`: takes a submission away for good, with its photos, or a word from the public, with its answer; hashes stay in
 * every chain.
 */
import type { ServerCore } from '../core-types.ts';
import { done, failed, type Command, type Outcome } from './command.ts';

async function eraseSubmission(core: ServerCore, submission: string): Promise<Outcome> {
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
}

async function eraseFeedback(core: ServerCore, feedback: string): Promise<Outcome> {
  const outcome = await core.eraseFeedback(feedback);
  switch (outcome.kind) {
    case 'erased':
      return done({ feedback, ...outcome }, [
        `erased: the words and ${outcome.operations} writings of their answer; a restore erases them again`,
      ]);
    case 'alreadyErased':
      return done({ feedback, ...outcome }, [`${feedback} was erased before`]);
    case 'unknownFeedback':
      return failed({ feedback, ...outcome }, [`no words from the public under ${feedback}`]);
  }
}

export const erase: Command = {
  usage: '--submission ID | --feedback CODE|ID',
  flags: ['submission', 'feedback'],
  positionals: 0,
  prepare: ({ flags: { submission, feedback } }) => {
    if (submission !== undefined && feedback !== undefined) return 'one of --submission and --feedback';
    if (submission !== undefined) return (core) => eraseSubmission(core, submission);
    if (feedback !== undefined) return (core) => eraseFeedback(core, feedback);
    return '--submission ID or --feedback CODE is missing';
  },
};
