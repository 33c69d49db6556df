/** The commune's hamlets: numbers with their source, heads, and how many families are listed in each. */
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { hasEndedBy } from '#domain/standing.ts';
import { hamletSchema } from '#protocol/family-rows.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { hasEnded } from '#client/subject/household-gone.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { Frame } from './frame.tsx';
import { HamletAside } from './hamlet-aside.tsx';
import { HamletDialog } from './hamlet-dialog.tsx';
import { importPathOf, MERGE_PATH } from './paths.ts';
import { hamletFacts } from './place-facts.ts';
import { PlaceList, type ListColumn, type ListItem } from './place-list.tsx';
import { keyOfWords, usePlaces, today, type Places } from './read-places.ts';
import styles from './places.module.css';
import { withoutGaps } from './without-gaps.ts';

interface Item extends ListItem {
  row: Places['hamlets'][number];
  listed: number;
}

function itemsOf({ hamlets, households }: Places): Item[] {
  const listed = new Map<string, number>();
  for (const { value } of households)
    if (!hasEnded(value)) listed.set(value.hamletId, (listed.get(value.hamletId) ?? 0) + 1);
  return hamlets.map((row) => ({
    id: row.id,
    name: row.value.name,
    key: keyOfWords(row.value.name, row.value.headName, row.value.formerCommune),
    isEnded: hasEndedBy(row.value, today(clock.now())),
    row,
    listed: listed.get(row.id) ?? 0,
  }));
}

const shown = (count: number | undefined): string =>
  count === undefined ? words.hamlet.noCount : formatNumber(count);
const columns: readonly ListColumn<Item>[] = [
  { head: words.hamlet.households, right: true, cell: ({ row }) => shown(row.value.households) },
  { head: words.hamlet.people, right: true, wide: true, cell: ({ row }) => shown(row.value.people14plus) },
  { head: words.hamlet.listed, right: true, cell: ({ listed }) => formatNumber(listed) },
  { head: words.hamlet.head, wide: true, cell: ({ row }) => row.value.headName ?? '' },
];

function Hamlets({ places }: { places: Places }) {
  const workspace = useWorkspace();
  const items = useMemo(() => itemsOf(places), [places]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const item = items.find(({ id }) => id === chosen);
  const id = useMemo(() => (isAdding ? workspace.newId() : ''), [isAdding, workspace]);
  const order = Math.max(0, ...places.hamlets.map(({ value }) => value.order)) + 1;
  return (
    <Frame
      actions={
        <>
          <button type="button" className={controls.button} onClick={() => setAdding(true)}>
            {words.hamlet.add}
          </button>
          <Link className={controls.button} href={MERGE_PATH}>
            {words.merge}
          </Link>
          <Link className={controls.mainButton} href={importPathOf('hamlet')}>
            {words.import}
          </Link>
        </>
      }
    >
      <StaleOf
        entity="hamlet"
        schema={hamletSchema}
        titleOf={({ name }) => name}
        factsOf={(value) => hamletFacts(value, places.hamletName)}
      />
      <div className={styles.desk}>
        <PlaceList
          label={words.tabs.hamlets}
          head={words.hamlet.name}
          items={items}
          columns={columns}
          chosen={chosen}
          onChoose={setChosen}
        />
        <aside className={styles.aside}>
          {item ? (
            <HamletAside key={item.id} row={item.row} places={places} listed={item.listed} />
          ) : (
            <EmptyState title={words.nobody} />
          )}
        </aside>
      </div>
      <HamletDialog
        open={isAdding}
        isNew
        hamlet={{ id, name: '', order, validFrom: today(clock.now()) }}
        onClose={() => setAdding(false)}
        onSave={async (hamlet) => {
          await workspace.putRecord('hamlet', hamlet.id, withoutGaps(hamlet), 0);
          setChosen(hamlet.id);
        }}
      />
    </Frame>
  );
}

export function HamletsPage() {
  const places = usePlaces();
  return places ? (
    <Hamlets places={places} />
  ) : (
    <Frame>
      <p role="status">{common.loading}</p>
    </Frame>
  );
}
