/**
 * `erase`: takes a submission away for good, with its photos, a word from the public, with its answer, or all
 * of a family; hashes stay in every chain.
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

async function eraseHousehold(core: ServerCore, household: string): Promise<Outcome> {
  const [outcome = { kind: 'unknownHousehold' as const }] = await core.eraseHouseholds([household]);
  switch (outcome.kind) {
    case 'erased':
      return done({ household, ...outcome }, [
        `erased: all of ${household}: ${outcome.operations} entries of the log, ${outcome.photos} photos; ${outcome.devices} phones cut off; a restore erases it again`,
      ]);
    case 'alreadyErased':
      return done({ household, ...outcome }, [`${household} was erased before`]);
    case 'unknownHousehold':
      return failed({ household, ...outcome }, [`no household ${household}`]);
  }
}

export const erase: Command = {
  usage: '--submission ID | --feedback CODE|ID | --household CODE|ID',
  flags: ['submission', 'feedback', 'household'],
  positionals: 0,
  prepare: ({ flags: { submission, feedback, household } }) => {
    if ([submission, feedback, household].filter((given) => given !== undefined).length > 1)
      return 'one of --submission, --feedback and --household';
    if (household !== undefined) return (core) => eraseHousehold(core, household);
    if (submission !== undefined) return (core) => eraseSubmission(core, submission);
    if (feedback !== undefined) return (core) => eraseFeedback(core, feedback);
    return '--submission ID, --feedback CODE or --household CODE is missing';
  },
};
