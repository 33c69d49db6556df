/** Offices, unions, schools, the health station, enterprises and cooperatives of the commune. */
import { useMemo } from 'react';
import { hasEndedBy } from '#domain/standing.ts';
import { sectorSchema } from '#domain/criteria.ts';
import { unitTypeOf } from '#domain/import/plan-places.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { unitSchema, type Unit } from '#protocol/entities.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { placesWords as all } from '#client/messages/office-places.ts';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { DatedPage, type DatedItem } from './dated-page.tsx';
import { Frame } from './frame.tsx';
import { importPathOf } from './paths.ts';
import { unitFacts } from './place-facts.ts';
import type { ListColumn } from './place-list.tsx';
import { textOf, type DialogField } from './record-dialog.tsx';
import { keyOfWords, usePlaces, today, type Places } from './read-places.ts';
import { withoutGaps } from './without-gaps.ts';

const words = all.unit;
const fields: readonly DialogField[] = [
  { id: 'name', label: words.name, type: 'text', required: true },
  {
    id: 'sector',
    label: words.sector,
    type: 'select',
    required: true,
    none: words.chooseSector,
    options: Object.entries(words.sectors).map(([value, label]) => ({ value, label })),
  },
  { id: 'headName', label: words.head, type: 'text' },
  { id: 'contactPhone', label: all.phone, type: 'phone' },
  { id: 'validFrom', label: all.hamlet.from, type: 'day', required: true },
];
const columns: readonly ListColumn<DatedItem<Unit>>[] = [
  { head: words.sector, cell: ({ value }) => words.sectors[value.sector] },
  { head: words.code, cell: ({ value }) => <span className={sheet.code}>{value.code ?? ''}</span> },
  { head: words.head, wide: true, cell: ({ value }) => value.headName ?? '' },
];

const itemsOf = ({ units }: Places): DatedItem<Unit>[] =>
  sortedByName(
    units.map(({ id, rev, value }) => ({
      id,
      rev,
      value,
      name: value.name,
      key: keyOfWords(value.name, value.code, value.headName, words.sectors[value.sector]),
      isEnded: hasEndedBy(value, today(clock.now())),
    })),
    ({ name }) => name,
  );

export function UnitsPage() {
  const workspace = useWorkspace();
  const places = usePlaces();
  const items = useMemo(() => (places ? itemsOf(places) : []), [places]);
  if (!places)
    return (
      <Frame>
        <p role="status">{common.loading}</p>
      </Frame>
    );
  return (
    <DatedPage<Unit>
      label={all.tabs.units}
      head={words.name}
      addWord={words.add}
      importHref={importPathOf('unit')}
      above={<StaleOf entity="unit" schema={unitSchema} titleOf={({ name }) => name} factsOf={unitFacts} />}
      items={items}
      columns={columns}
      fields={fields}
      valuesOf={(value) => ({ ...value })}
      recordOf={(values, before) => {
        const sector = sectorSchema.parse(textOf(values, 'sector'));
        const subtype = before?.sector === sector ? before.subtype : unitTypeOf(sector);
        return {
          ...(before ?? { id: workspace.newId() }),
          name: textOf(values, 'name') ?? '',
          sector,
          subtype,
          headName: textOf(values, 'headName'),
          contactPhone: textOf(values, 'contactPhone'),
          validFrom: textOf(values, 'validFrom') ?? today(clock.now()),
        };
      }}
      write={(value, rev) => workspace.putRecord('unit', value.id, withoutGaps(value), rev)}
      facts={(value) => [
        { name: words.code, text: value.code ?? all.household.new },
        { name: words.sector, text: words.sectors[value.sector] },
        { name: words.head, text: value.headName ?? '' },
        { name: all.phone, text: value.contactPhone ?? '' },
      ]}
    />
  );
}
