/** Where each role is at home, and which part of the app is whose. */
import type { Role } from '#protocol/policy-roles.ts';
import { isOfficePath, OFFICE_HOME } from './office-paths.ts';

export type Part = 'household' | 'hamlet' | 'unit' | 'office';

export const partOf = (role: Role): Part => {
  switch (role) {
    case 'household':
      return 'household';
    case 'hamletHead':
    case 'hamletHelper':
      return 'hamlet';
    case 'unitContact':
      return 'unit';
    case 'officer':
    case 'cultureOfficer':
    case 'chair':
      return 'office';
  }
};

const homes: Record<Part, string> = {
  household: '/p',
  hamlet: '/xom',
  unit: '/don-vi',
  office: OFFICE_HOME,
};

export const homeOf = (role: Role): string => homes[partOf(role)];

/** The part a path belongs to; null where several roles may be. */
export function partAt(path: string): Part | null {
  const first = path.split('/')[1] ?? '';
  if (first === 'xom' || first === 'cac-ho') return 'hamlet';
  if (first === 'don-vi') return 'unit';
  if (isOfficePath(path)) return 'office';
  return first === 'p' || first === 'du-lieu' ? 'household' : null;
}
