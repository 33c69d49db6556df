/** Máy và mã ghép: who waits for the commune's word on top, then every phone with its standing. Read here, also offline. */
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { common } from '#client/messages/common.ts';
import { officeDevices as words } from '#client/messages/devices-office.ts';
import { standingOf, type DeviceStanding } from '#client/subject/devices/standing.ts';
import { useNow } from '#client/subject/use-now.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import filters from '../filters.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { usePatient } from '../patiently.ts';
import { PlaceList, type ListColumn, type ListItem } from '../places/place-list.tsx';
import places from '../places/places.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import { DeviceAside } from './device-aside.tsx';
import { standingGlyphs, standingWords } from './device-words.ts';
import styles from './devices.module.css';
import { ISSUE_PATH } from './paths.ts';
import { capital, readDevices, type DeviceItem, type Devices } from './read-devices.ts';
import { useActs } from './use-acts.ts';
import { WaitingPhones } from './waiting-phones.tsx';

const ROWS = ['rows'] as const;
const { list } = words;
const shownFilters = ['all', 'working', 'silent', 'expired', 'revoked'] as const;
type Filter = (typeof shownFilters)[number];

type Listed = ListItem & DeviceItem & { standing: DeviceStanding };

export function DevicesPage() {
  const workspace = useWorkspace();
  const canAct = workspace.profile.role === 'officer';
  const devices = usePatient(() => readDevices(workspace), [workspace], ROWS);
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {canAct && (
          <div className={frame.headRight}>
            <Link className={controls.mainButton} href={ISSUE_PATH}>
              {words.issue}
            </Link>
          </div>
        )}
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {devices === undefined ? (
          <p role="status">{common.loading}</p>
        ) : (
          <Desk devices={devices} canAct={canAct} />
        )}
      </main>
    </>
  );
}

interface Choice {
  filter: Filter;
  hamletId: string;
  withFamilies: boolean;
}

const fits = ({ device, hamletId, standing }: Listed, choice: Choice): boolean =>
  (choice.withFamilies || device.role !== 'household') &&
  (choice.hamletId === '' || hamletId === choice.hamletId) &&
  (choice.filter === 'all' || standing === choice.filter);

const columnsAt = (now: number): readonly ListColumn<Listed>[] => [
  {
    head: list.columns.place,
    cell: ({ role, place }) => capital(`${place}, ${role}`),
  },
  {
    head: list.columns.state,
    cell: ({ device, standing }) => (
      <span className={sheet.state}>
        <Glyph state={standingGlyphs[standing]} />
        {standingWords(device, now)}
      </span>
    ),
  },
  { head: list.columns.seen, wide: true, cell: ({ device }) => when(device.seenAt) },
  { head: list.columns.waiting, right: true, wide: true, cell: ({ device }) => formatNumber(device.waiting) },
];

function Desk({ devices: { items, hamlets }, canAct }: { devices: Devices; canAct: boolean }) {
  const now = useNow();
  const acts = useActs();
  const [choice, setChoice] = useState<Choice>({ filter: 'all', hamletId: '', withFamilies: false });
  const [chosen, setChosen] = useState<string | null>(null);
  const change = (part: Partial<Choice>): void => setChoice((before) => ({ ...before, ...part }));
  const listed = useMemo(
    () => items.map((item): Listed => ({ ...item, isEnded: false, standing: standingOf(item.device, now) })),
    [items, now],
  );
  const waiting = listed.filter(({ standing }) => standing === 'waiting');
  const found = useMemo(() => listed.filter((item) => fits(item, choice)), [listed, choice]);
  const columns = useMemo(() => columnsAt(now), [now]);
  const item = listed.find(({ id }) => id === chosen);
  return (
    <div className={styles.page}>
      <p role="status" className={acts.isRefused ? styles.flag : undefined}>
        {acts.doing === null ? acts.news : words.waiting.doing}
      </p>
      {!canAct && <p className={sheet.note}>{words.readOnly}</p>}
      <WaitingPhones items={waiting} acts={acts} canAct={canAct} />
      <div className={places.desk}>
        <PlaceList
          label={list.name}
          asSheets
          head={list.head}
          items={found}
          columns={columns}
          chosen={chosen}
          onChoose={setChosen}
          empty={
            items.length === 0 ? <EmptyState title={list.emptyTitle}>{list.emptyText}</EmptyState> : undefined
          }
          more={<Filters choice={choice} hamlets={hamlets} change={change} />}
        />
        <aside className={places.aside}>
          {item === undefined ? (
            <EmptyState title={list.chooseOne} />
          ) : (
            <DeviceAside key={item.id} item={item} now={now} acts={acts} canAct={canAct} />
          )}
        </aside>
      </div>
    </div>
  );
}

interface FiltersProps {
  choice: Choice;
  hamlets: Devices['hamlets'];
  change: (part: Partial<Choice>) => void;
}

const Filters = ({ choice, hamlets, change }: FiltersProps) => (
  <>
    <div className={filters.chips} role="group" aria-label={list.filterName}>
      {shownFilters.map((filter) => (
        <button
          key={filter}
          type="button"
          className={controls.chip}
          aria-pressed={choice.filter === filter}
          onClick={() => change({ filter })}
        >
          {list.filters[filter]}
        </button>
      ))}
    </div>
    <select
      className={controls.select}
      aria-label={list.hamlet}
      value={choice.hamletId}
      onChange={({ target }) => change({ hamletId: target.value })}
    >
      <option value="">{list.everywhere}</option>
      {hamlets.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
    <label className={places.check}>
      <input
        type="checkbox"
        checked={choice.withFamilies}
        onChange={({ target }) => change({ withFamilies: target.checked })}
      />
      {list.families}
    </label>
  </>
);
