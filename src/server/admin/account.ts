/**
 * `account`: who works in the office, and the operator's word on them. `end`: nobody does under this name any more ·
 * `reset`: every key and password of theirs is taken away, and a new link is printed, for whoever lost them.
 */
import type { ServerCore } from '../core-types.ts';
import type { AccountSummary } from '../session/commands.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { done, failed, type Command, type Outcome } from './command.ts';
import { tellIssued } from './issue.ts';

/** Links that are sent live three days (`protocol.md` §6). */
const SENT_LINK_MS = 72 * 60 * 60 * 1000;
const acts = ['list', 'end', 'reset'] as const;
type Act = (typeof acts)[number];
const isAct = (text: string): text is Act => acts.some((act) => act === text);

const instant = (ms: number): string => new Date(ms).toISOString();

const lineOf = (account: AccountSummary): string =>
  [
    account.accountId,
    account.role,
    account.name,
    `${account.passkeys} passkeys`,
    account.hasPassword ? 'password' : 'no password',
    ...(account.usedAt === undefined ? [] : [`used ${instant(account.usedAt)}`]),
    ...(account.endedAt === undefined ? [] : [`ended ${instant(account.endedAt)}`]),
  ].join('  ');

async function resetAccount(core: ServerCore, origin: string, account: AccountSummary): Promise<Outcome> {
  await core.resetAccount(account.accountId);
  const role = roleSchema.parse(account.role);
  if (role === 'household') throw new Error('a household has no account');
  const issued = await core.createEnrolCode({ role, personName: account.name, ttlMs: SENT_LINK_MS });
  return tellIssued(origin, issued, account.name);
}

export const account: Command = {
  usage: 'list | end ACCOUNT_ID | reset ACCOUNT_ID',
  flags: [],
  positionals: 2,
  prepare: ({ positionals: [act = '', id] }) => {
    if (!isAct(act)) return `one of ${acts.join(', ')} is missing`;
    if (act === 'list')
      return async (core) => {
        const all = await core.listAccounts();
        return done(
          { accounts: all },
          all.length === 0 ? ['nobody works in the office yet'] : all.map(lineOf),
        );
      };
    if (id === undefined) return 'ACCOUNT_ID is missing (see: account list)';
    return async (core, origin) => {
      const found = (await core.listAccounts()).find(({ accountId }) => accountId === id);
      if (found === undefined)
        return failed({ accountId: id, outcome: 'unknownAccount' }, [`no account ${id}`]);
      if (found.endedAt !== undefined)
        return failed({ accountId: id, outcome: 'endedBefore' }, [`${id} was ended before`]);
      if (act === 'reset') return resetAccount(core, origin, found);
      return done({ accountId: id, outcome: await core.endAccount(id) }, [`ended ${id}`]);
    };
  },
};
