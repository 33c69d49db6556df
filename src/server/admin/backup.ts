/** `backup`: one tested, encrypted archive, while the server serves. `backups`: which there are. */
import type { BackupSummary } from '../backup/backups.ts';
import { done, failed, type Command } from './command.ts';

const HOURS_MAX = 24 * 365;
const HOUR_MS = 60 * 60 * 1000;

export const NOT_SAFE =
  'this folder is on the same disk as the data: nothing in it counts as safe. Name a folder on another disk, or carry the file away and say so with --off-box';

const hours = (typed: string | undefined): number | null =>
  typed !== undefined && /^\d{1,4}$/.test(typed) && Number(typed) <= HOURS_MAX ? Number(typed) : null;

export const backup: Command = {
  usage: '--to DIR [--off-box] [--if-older-than HOURS]',
  flags: ['to', 'if-older-than'],
  switches: ['off-box'],
  positionals: 0,
  prepare: ({ flags, switches }) => {
    const { to } = flags;
    if (to === undefined) return '--to DIR is missing';
    const typed = flags['if-older-than'];
    const notSooner = hours(typed);
    if (typed !== undefined && notSooner === null) return `--if-older-than must be from 0 to ${HOURS_MAX}`;
    return async (core) => {
      const made = await core.backup({
        to,
        offBox: switches.has('off-box'),
        ifOlderThanMs: (notSooner ?? 0) * HOUR_MS,
      });
      switch (made.kind) {
        case 'made':
          return done(made, [
            `backup ${made.backupId}, tested by restoring it: ${made.file}`,
            ...Object.entries(made.counts).map(([name, count]) => `${name}: ${count}`),
            ...made.removed.map((file) => `removed ${file}`),
            ...(made.elsewhere ? [] : [NOT_SAFE]),
          ]);
        case 'fresh':
          return done(made, [`the newest backup is young enough: ${made.backupId}`]);
        case 'failed':
          return failed(made, [`NO BACKUP WAS MADE: ${made.cause}`]);
      }
    };
  },
};

const lineOf = ({
  backupId,
  madeAt,
  elsewhere,
  kept,
  verifiedAt,
  forgottenAt,
  place,
}: BackupSummary): string =>
  [
    backupId,
    new Date(madeAt).toISOString(),
    kept
      ? 'safe'
      : forgottenAt !== undefined
        ? 'forgotten'
        : verifiedAt === undefined
          ? 'untested'
          : 'not safe',
    ...(elsewhere ? [] : ['on the disk of the data']),
    place,
  ].join('  ');

export const backups: Command = {
  usage: '[--forget ID]',
  flags: ['forget'],
  positionals: 0,
  prepare:
    ({ flags: { forget } }) =>
    async (core) => {
      if (forget === undefined) {
        const all = await core.backups();
        return done({ backups: all }, all.length === 0 ? ['no backup was made'] : all.map(lineOf));
      }
      const outcome = await core.forgetBackup(forget);
      const value = { backupId: forget, outcome };
      if (outcome === 'unknownBackup') return failed(value, [`no backup ${forget}`]);
      return done(value, [
        outcome === 'forgotten'
          ? `forgotten: nothing counts as safe for it any more; its file may go`
          : `${forget} was forgotten before`,
      ]);
    },
};
