/** All families of the commune, or of one hamlet; which hamlet stands in the address. */
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { hasEndedBy } from '#domain/standing.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { householdSchema } from '#protocol/entities.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { placesWords as all } from '#client/messages/office-places.ts';
import { hasEnded } from '#client/subject/household-gone.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { Frame } from './frame.tsx';
import { familyFields, hamletField, HouseholdAside } from './household-aside.tsx';
import { MoveAsks } from './move-asks.tsx';
import { importPathOf } from './paths.ts';
import { householdFacts } from './place-facts.ts';
import { PlaceList, type ListColumn, type ListItem } from './place-list.tsx';
import { RecordDialog, textOf } from './record-dialog.tsx';
import { keyOfWords, usePlaces, today, type Places } from './read-places.ts';
import styles from './places.module.css';
import { withoutGaps } from './without-gaps.ts';

const words = all.household;

interface Item extends ListItem {
  row: Places['households'][number];
  hamlet: string;
}

/** In Vietnamese name order; sorting ten thousand names is done once per change, not per key. */
function itemsOf({ households, hamletName }: Places): Item[] {
  const items = households.map((row): Item => {
    const { householder, code, phone, hamletId } = row.value;
    const hamlet = hamletName(hamletId);
    return {
      id: row.id,
      name: householder,
      key: keyOfWords(householder, code, phone, hamlet),
      isEnded: hasEnded(row.value),
      row,
      hamlet,
    };
  });
  return sortedByName(items, ({ name }) => name);
}

const columns: readonly ListColumn<Item>[] = [
  { head: words.hamlet, cell: ({ hamlet }) => hamlet },
  { head: words.code, cell: ({ row }) => <span className={sheet.code}>{row.value.code ?? words.new}</span> },
  { head: all.phone, wide: true, cell: ({ row }) => row.value.phone ?? '' },
];

function Households({ places }: { places: Places }) {
  const workspace = useWorkspace();
  const [search, setSearch] = useSearchParams();
  const hamletId = search.get('xom') ?? '';
  const everything = useMemo(() => itemsOf(places), [places]);
  const items = useMemo(
    () => (hamletId === '' ? everything : everything.filter(({ row }) => row.value.hamletId === hamletId)),
    [everything, hamletId],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const item = everything.find(({ id }) => id === chosen);
  return (
    <Frame
      actions={
        <>
          <button type="button" className={controls.button} onClick={() => setAdding(true)}>
            {words.add}
          </button>
          <Link className={controls.mainButton} href={importPathOf('household')}>
            {all.import}
          </Link>
        </>
      }
    >
      <StaleOf
        entity="household"
        schema={householdSchema}
        titleOf={({ householder }) => householder}
        factsOf={(value) => householdFacts(value, places.hamletName)}
      />
      <MoveAsks places={places} />
      <div className={styles.desk}>
        <PlaceList
          label={all.tabs.households}
          head={words.householder}
          items={items}
          columns={columns}
          chosen={chosen}
          onChoose={setChosen}
          more={
            <select
              className={controls.select}
              aria-label={words.hamlet}
              value={hamletId}
              onChange={({ target }) =>
                setSearch(target.value === '' ? {} : { xom: target.value }, { replace: true })
              }
            >
              <option value="">{words.allHamlets}</option>
              {places.hamlets.map(({ id, value }) => (
                <option key={id} value={id}>
                  {hasEndedBy(value, today(clock.now()))
                    ? `${value.name} (${all.ended.toLowerCase()})`
                    : value.name}
                </option>
              ))}
            </select>
          }
        />
        <aside className={styles.aside}>
          {item ? (
            <HouseholdAside key={item.id} row={item.row} places={places} />
          ) : (
            <EmptyState title={all.nobody} />
          )}
        </aside>
      </div>
      <RecordDialog
        open={isAdding}
        title={words.add}
        fields={[hamletField(places), ...familyFields]}
        initial={{ hamletId }}
        onClose={() => setAdding(false)}
        onSave={async (values) => {
          const id = workspace.newId();
          const value = withoutGaps({
            id,
            hamletId: textOf(values, 'hamletId') ?? '',
            householder: textOf(values, 'householder') ?? '',
            phone: textOf(values, 'phone'),
          });
          await workspace.putRecord('household', id, value, 0);
          setChosen(id);
          return null;
        }}
      />
    </Frame>
  );
}

export function HouseholdsPage() {
  const places = usePlaces();
  return places ? (
    <Households places={places} />
  ) : (
    <Frame>
      <p role="status">{common.loading}</p>
    </Frame>
  );
}
