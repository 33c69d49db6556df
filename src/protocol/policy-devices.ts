/** Who makes codes from a screen, and who has a say about which devices (`protocol.md` §6). Part of the one table. */
import type { CodeRequest, DeviceActRequest } from './devices.ts';
import type { Relation } from './policy.ts';
import type { Role } from './policy-roles.ts';

type IssuedRole = CodeRequest['role'];
type Way = CodeRequest['way'];
type Act = DeviceActRequest['act'];

export interface CodeRule {
  by: Role;
  /** How the hamlet or unit stands to who asks. */
  relation: Relation;
  ways: readonly Way[];
}

/** The office's own codes are the operator's to make, families' are slips. */
export const codePolicy: Record<IssuedRole, readonly CodeRule[]> = {
  hamletHead: [{ by: 'officer', relation: 'commune', ways: ['screen', 'sent'] }],
  hamletHelper: [
    { by: 'officer', relation: 'commune', ways: ['screen', 'sent'] },
    // A head lets in who stands beside.
    { by: 'hamletHead', relation: 'own', ways: ['screen'] },
  ],
  unitContact: [{ by: 'officer', relation: 'commune', ways: ['screen', 'sent'] }],
};

export interface DeviceRule {
  by: Role;
  relation: Relation;
  acts: readonly Act[];
}

const officer: readonly DeviceRule[] = [
  { by: 'officer', relation: 'commune', acts: ['approve', 'decline', 'revoke'] },
];

/** By the role of the device acted on. Nobody acts on the office's: they are the operator's. */
export const devicePolicy: Record<Role, readonly DeviceRule[]> = {
  household: officer,
  hamletHead: officer,
  hamletHelper: [...officer, { by: 'hamletHead', relation: 'own', acts: ['revoke'] }],
  unitContact: officer,
  officer: [],
  cultureOfficer: [],
  chair: [],
};

export const codeAllowed = (role: IssuedRole, by: Role, relation: Relation | null, way: Way): boolean =>
  codePolicy[role].some((rule) => rule.by === by && rule.relation === relation && rule.ways.includes(way));

export const actAllowed = (act: Act, on: Role, by: Role, relation: Relation | null): boolean =>
  devicePolicy[on].some((rule) => rule.by === by && rule.relation === relation && rule.acts.includes(act));
