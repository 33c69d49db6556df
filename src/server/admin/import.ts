/** `import`: a rescue file (`.thidua`) of a phone without a network, brought to the machine. */
import { readFile } from 'node:fs/promises';
import { problems } from '#protocol/problem-words.ts';
import { done, failed, type Command } from './command.ts';

export const importFile: Command = {
  usage: 'FILE',
  flags: [],
  positionals: 1,
  prepare: ({ positionals: [file] }) => {
    if (file === undefined) return 'FILE is missing';
    return async (core) => {
      const outcome = await core.importRescueFile(new Uint8Array(await readFile(file)));
      if (outcome.kind === 'refused')
        return failed({ file, ...outcome }, [`not taken, nothing changed: ${problems[outcome.code].title}`]);
      const { taken, known, needsLook } = outcome.response;
      return done({ file, taken, known, needsLook }, [
        `taken: ${taken}, known before: ${known}, to be looked at: ${needsLook}`,
      ]);
    };
  },
};
