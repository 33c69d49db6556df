/** `enrol`: a link that binds one phone or browser to a role. It is shown once; only its hash is kept. */
import { bindingKindOf, roleSchema } from '#protocol/policy-roles.ts';
import type { Command, Given } from './command.ts';
import { tellIssued } from './issue.ts';

/** Links that are sent live three days (`protocol.md` §6). */
const SENT_LINK_MS = 72 * 60 * 60 * 1000;

/** The one flag that names whom a role is bound to; the office has none. */
const subjectFlag = { hamlet: 'hamlet', unit: 'unit', office: undefined, household: undefined } as const;

function readSubject({ flags }: Given, wanted: 'hamlet' | 'unit' | undefined): { subject?: string } | string {
  for (const name of ['hamlet', 'unit'] as const) {
    if (name === wanted && flags[name] === undefined) return `this role needs --${name}`;
    if (name !== wanted && flags[name] !== undefined) return `this role has no --${name}`;
  }
  const subject = wanted === undefined ? undefined : flags[wanted];
  return subject === undefined ? {} : { subject };
}

export const enrol: Command = {
  usage: '--role ROLE [--hamlet NAME | --unit CODE] [--name PERSON]',
  flags: ['role', 'hamlet', 'unit', 'name'],
  positionals: 0,
  prepare: (given) => {
    const parsed = roleSchema.safeParse(given.flags['role']);
    if (!parsed.success) return `--role must be one of ${roleSchema.options.join(', ')}`;
    const role = parsed.data;
    if (role === 'household') return 'a household gets a slip: slip --household CODE';
    const target = readSubject(given, subjectFlag[bindingKindOf[role]]);
    if (typeof target === 'string') return target;
    const personName = given.flags['name'];
    const request = { role, ttlMs: SENT_LINK_MS, ...target, ...(personName !== undefined && { personName }) };
    return async (core, origin) =>
      tellIssued(origin, await core.createEnrolCode(request), target.subject ?? 'the office');
  },
};
