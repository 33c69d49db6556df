/** Who receives, as it is printed, from the commune's own records. Pure. */
import type { RecipientKind } from '#domain/awards/workflow.ts';
import type { Award } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import type { Desk } from '../today/desk.ts';

const words = awardForms.shortlist;
type Names = Pick<Desk, 'hamletNames' | 'households' | 'units'>;

export const hamletWords = (name: string): string => fill(words.hamletName, { name });

/** '' = no longer among the commune's records. */
export function subjectName(
  { hamletNames, households, units }: Names,
  kind: RecipientKind,
  id: string,
): string {
  if (kind === 'household') {
    const family = households.get(id);
    return family === undefined ? '' : fill(words.householdName, { name: family.householder });
  }
  const hamlet = hamletNames.get(id);
  return hamlet === undefined ? (units.find((unit) => unit.id === id)?.name ?? '') : hamletWords(hamlet);
}

export function recipientFor(desk: Names, kind: RecipientKind, subjectId: string): Award['recipient'] {
  const isHamlet = desk.hamletNames.has(subjectId);
  const family = desk.households.get(subjectId);
  return {
    kind,
    name: subjectName(desk, kind, subjectId),
    position: family === undefined ? '' : hamletWords(desk.hamletNames.get(family.hamletId) ?? ''),
    subjectKind: kind === 'household' ? 'household' : isHamlet ? 'hamlet' : 'unit',
    subjectId,
  };
}
