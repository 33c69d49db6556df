/** A phone's standing in words and a glyph, and what its marks mean. */
import { formatDate } from '#domain/vietnamese/format.ts';
import type { DeviceRow } from '#protocol/office-rows.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDevices as words } from '#client/messages/devices-office.ts';
import { silentDays, standingOf, type DeviceStanding } from '#client/subject/devices/standing.ts';
import type { GlyphState } from '#client/ui/glyph.tsx';

export const standingGlyphs: Record<DeviceStanding, GlyphState> = {
  waiting: 'queued',
  working: 'received',
  silent: 'setAside',
  expired: 'withdrawn',
  revoked: 'withdrawn',
};

export function standingWords(device: DeviceRow, now: number): string {
  const standing = standingOf(device, now);
  const word = standing === 'revoked' && device.flag === DECLINED ? 'declined' : standing;
  return fill(words.states[word], {
    days: silentDays(device, now),
    date: formatDate((standing === 'expired' ? device.expiresAt : device.revokedAt) ?? now),
  });
}

/** Cut off while it waited: said by its standing. */
const DECLINED = 'declined';

const flagWords: Readonly<Record<string, string>> = {
  forked: words.flags.forked,
  successor: words.flags.successor,
  succeeded: words.flags.succeeded,
};

/** What an officer should know of it beside its standing. */
export function flagsOf({ flag, sharedPhone }: Pick<DeviceRow, 'flag' | 'sharedPhone'>): string[] {
  const known =
    flag === undefined || flag === DECLINED
      ? []
      : [Object.hasOwn(flagWords, flag) ? (flagWords[flag] ?? '') : fill(words.flags.other, { flag })];
  return [...known, ...(sharedPhone === undefined ? [] : [words.flags.shared])];
}
