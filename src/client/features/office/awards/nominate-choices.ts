/** What a nomination may be about. Pure. */
import type { RecipientKind } from '#domain/awards/workflow.ts';
import { compareNames } from '#domain/vietnamese/name-order.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Desk } from '../today/desk.ts';
import { hamletWords, subjectName } from './recipient.ts';

export interface Option {
  value: string;
  label: string;
}

type Places = Pick<Desk, 'hamlets' | 'units' | 'households' | 'hamletNames'>;

/** Hamlets and units, or families by their given name. */
export function subjectsFor(desk: Places, kind: RecipientKind): Option[] {
  if (kind === 'household')
    return [...desk.households.values()]
      .sort((a, b) => compareNames(a.householder, b.householder))
      .map(({ id, householder, hamletId }) => ({
        value: id,
        label: `${householder}, ${hamletWords(desk.hamletNames.get(hamletId) ?? '')}`,
      }));
  return [
    ...desk.hamlets.map(({ id, name }) => ({ value: id, label: hamletWords(name) })),
    ...desk.units.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** People hamlets and units put forward themselves. */
export const sourcesFor = (
  nominations: readonly StoredRow<'nomination'>[],
  desk: Places,
): (Option & { owner: string })[] =>
  nominations.map(({ id, value }) => {
    const owner = subjectName(desk, 'collective', value.subjectId);
    return { value: id, label: `${value.personName} (${owner})`, owner };
  });
