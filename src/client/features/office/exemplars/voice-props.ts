import type { Role } from '#protocol/policy-roles.ts';
import type { DeskSeam } from '../today/office-desk.tsx';
import type { Voices } from './read-exemplars.ts';

/** What both parts of the screen are drawn from. */
export interface VoiceProps {
  seam: DeskSeam;
  voices: Voices;
}

export const canWriteIn = (role: Role): boolean => role === 'officer' || role === 'cultureOfficer';
