/** `restore`: a new life of the database out of an archive, with the server stopped. */
import { readFile } from 'node:fs/promises';
import { restore as restoreArchive } from '../backup/restore.ts';
import { done, failed, type Command } from './command.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Phones are asked to come within two days (`protocol.md` §9). */
const DRAIN_HOURS = '48';
const MARK = /^[A-Za-z0-9_-]{43}$/;

const instant = (ms: number): string => new Date(ms).toISOString();

export const restore: Command = {
  usage: '--from FILE [--identity FILE] [--key=MARK] [--accept-loss] [--drain-hours N]',
  flags: ['from', 'identity', 'key', 'drain-hours'],
  switches: ['accept-loss'],
  positionals: 0,
  prepare: ({ flags, switches }) => {
    const { from, identity, key } = flags;
    if (from === undefined) return '--from FILE is missing';
    if (key !== undefined && !MARK.test(key)) return '--key must be the 43 characters after "commune key:"';
    const drain = flags['drain-hours'] ?? DRAIN_HOURS;
    if (!/^\d{1,3}$/.test(drain)) return '--drain-hours must be a number of hours';
    return {
      offline: async (place, parts) => {
        const outcome = await restoreArchive(parts, place, {
          file: from,
          recovery: identity === undefined ? null : await readFile(identity, 'utf8'),
          mark: key ?? null,
          acceptLoss: switches.has('accept-loss'),
          drainMs: Number(drain) * HOUR_MS,
        });
        if (outcome.kind === 'refused') return failed(outcome, [`NOTHING WAS RESTORED: ${outcome.cause}`]);
        return done(outcome, [
          `restored backup ${outcome.backup} of ${instant(outcome.madeAt)}`,
          ...Object.entries(outcome.counts).map(([name, count]) => `${name}: ${count}`),
          `from the journal: ${outcome.enrolled} devices, ${outcome.codes} codes, ${outcome.revoked} revocations, ${outcome.erased} erasures`,
          ...outcome.forgotten.map((id) => `forgotten, because younger: ${id}`),
          ...(outcome.setAside === null ? [] : [`what was there before: ${outcome.setAside}`]),
          ...outcome.remarks,
          `moves and scores wait until ${instant(outcome.drainUntil)}, while phones hand back what is missing (drain --end)`,
        ]);
      },
    };
  },
};
