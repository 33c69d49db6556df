/**
 * Meetings of hamlets, read back from the votes that were taken in them: an award keeps the vote on itself, so names with
 * the same hamlet, day, place, chair and secretary were voted on in one meeting. Pure.
 */
import type { AwardLine } from './award-lines.ts';
import type { PaperFacts } from './facts.ts';
import type { SourceVillageVote } from './sources.ts';

export interface VillageMeeting extends Omit<SourceVillageVote, 'votes'> {
  /** The first of its awards by id: what its paper is about. */
  id: string;
  /** "Xóm Đình 6", as the awards name it. */
  hamlet: string;
  lines: readonly (AwardLine & { villageVote: SourceVillageVote })[];
}

/** In the order of their days. Names that were voted down are in it: the meeting was held. */
export function villageMeetings({ awards }: Pick<PaperFacts, 'awards'>): VillageMeeting[] {
  const found = new Map<string, VillageMeeting>();
  for (const line of [...awards.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { villageVote, position, id } = line;
    if (villageVote === undefined) continue;
    const { votes: _, ...about } = villageVote;
    const { date, place, chair, secretary, households } = about;
    const key = JSON.stringify([position, date, place, chair, secretary, households]);
    const known = found.get(key) ?? { ...about, id, hamlet: position, lines: [] };
    found.set(key, { ...known, lines: [...known.lines, { ...line, villageVote }] });
  }
  return [...found.values()].sort((a, b) => (a.date + a.id < b.date + b.id ? -1 : 1));
}

/** The meeting that voted on this award. */
export const villageMeetingOf = (
  facts: Pick<PaperFacts, 'awards'>,
  awardId: string,
): VillageMeeting | undefined =>
  facts.awards.get(awardId)?.villageVote === undefined
    ? undefined
    : villageMeetings(facts).find(({ lines }) => lines.some(({ id }) => id === awardId));
