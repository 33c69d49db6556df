/** Who is ranked with whom (`domain.md` §2.0): all hamlets, the households of one hamlet, the units of one sector. */
import { sectors } from '#domain/criteria-set.ts';
import type { Sector } from '#domain/criteria.ts';
import type { SubjectKind } from '#domain/criteria.ts';
import type { Desk } from '../today/desk.ts';

export interface Group {
  /** As a freeze names it. */
  id: string;
  kind: SubjectKind;
  sector?: Sector;
  hamletId?: string;
  /** Name of the hamlet of households. */
  hamletName?: string;
}

/** All groups of the commune, in its order; a sector only when it has a unit. */
export function groupsOf({ hamlets, units }: Pick<Desk, 'hamlets' | 'units'>): Group[] {
  const present = new Set(units.map(({ unit }) => unit?.sector));
  return [
    { id: 'hamlet', kind: 'hamlet' },
    ...sectors
      .filter((sector) => present.has(sector))
      .map((sector): Group => ({ id: `unit:${sector}`, kind: 'unit', sector })),
    ...hamlets.map(({ id, name }): Group => ({
      id: `household:${id}`,
      kind: 'household',
      hamletId: id,
      hamletName: name,
    })),
  ];
}
