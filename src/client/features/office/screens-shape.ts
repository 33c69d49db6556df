/** What a screen of the office is: its address, its place in the rail, and whose it is. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Role } from '#protocol/policy-roles.ts';
import type { Counts } from './today/counts.ts';

/** The rail's sections in their order, one of them open at a time; seven screens are what one holds in 650 px. */
export const sections = ['daily', 'awards', 'public', 'setup', 'machines'] as const;
export type Section = (typeof sections)[number];

export type OfficeRole = Extract<Role, 'officer' | 'cultureOfficer' | 'chair'>;

export interface Screen {
  /** As it stands in the address; what follows it is the screen's own. */
  path: string;
  word: string;
  icon: LucideIcon;
  section: Section;
  /** Named whatever section is open. */
  isAlways?: true;
  /** Absent where the app around the office draws it. */
  Page?: ComponentType;
  /** Which of the counts stands beside the word. */
  count?: keyof Counts;
  /** Whose rail names it; everybody's where absent. The search finds it for all: reading is anybody's of the office. */
  roles?: readonly OfficeRole[];
}

/** Whose rail names a screen, where it is not everybody's. */
export const OFFICER = ['officer'] as const;
export const OFFICERS = ['officer', 'cultureOfficer'] as const;
export const WITH_CHAIR = ['officer', 'chair'] as const;
