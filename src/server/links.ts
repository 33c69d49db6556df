/** Links as the operator sees them. A secret stands in the fragment only, which no browser sends to a server. */
import { spellCode } from '#protocol/code.ts';
import type { Role } from '#protocol/policy-roles.ts';
import type { IssuedCode } from './core-types.ts';

const purposes: Record<Role, string> = {
  household: 'household slip',
  hamletHead: 'hamlet-head enrolment',
  hamletHelper: 'hamlet-helper enrolment',
  unitContact: 'unit enrolment',
  officer: 'officer set-up (one use)',
  cultureOfficer: 'culture-officer set-up (one use)',
  chair: 'chair set-up (one use)',
};

export const linkOf = (origin: string, { path, fragment }: Pick<IssuedCode, 'path' | 'fragment'>): string =>
  `${origin}${path}#${fragment}`;

/** Two lines for a console: what the link is for, with its typed form, and the link. */
export const linkLines = (origin: string, issued: IssuedCode): string[] => {
  const until = issued.expiresAt === undefined ? '' : `, until ${new Date(issued.expiresAt).toISOString()}`;
  return [
    `${purposes[issued.role]} · ${issued.title}: ${linkOf(origin, issued)}`,
    `  or typed: ${spellCode(issued.typed)}${until}`,
  ];
};
