/** Sổ theo dõi: what the standing office did itself, kept line by line. Written and read here, also offline. */
import { Printer, Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayOf } from '#domain/day.ts';
import { matches } from '#domain/vietnamese/search-key.ts';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { officeRegisters as words } from '#client/messages/office-registers.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import filters from '../filters.module.css';
import { Explain } from '../help/explain.tsx';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import { takeTable } from '../report/take-table.ts';
import { StaleNotices } from '../stale-notices.tsx';
import { useWhich } from '../which-campaign.tsx';
import { entryFacts } from './entry-facts.ts';
import { EntryForm, type EntryValues } from './entry-form.tsx';
import { EntryTable, InspectionTable } from './register-tables.tsx';
import {
  readRegisters,
  registerTabs,
  type EntryKind,
  type Line,
  type Registers,
  type RegisterTab,
} from './read-registers.ts';
import { registerTable, sumWords } from './register-table.ts';
import styles from './registers.module.css';

const ROWS = ['rows', 'outbox'] as const;
const PATH = '/so-theo-doi';
const RECHECK_PATH = '/kiem-tra-lai';
const paths: Record<RegisterTab, string> = {
  training: PATH,
  event: `${PATH}/su-kien`,
  proposal: `${PATH}/giai-phap`,
  inspection: `${PATH}/kiem-tra`,
};

export function RegistersPage() {
  const workspace = useWorkspace();
  const { chosen, day } = useWhich();
  const registers = useLive(() => readRegisters(workspace, { chosen, day }), [workspace, chosen, day], ROWS);
  const [at] = useLocation();
  const tab = registerTabs.find((each) => paths[each] === at) ?? 'training';
  return registers === undefined ? (
    <main className={frame.body} id="noi-dung">
      <h1>{words.title}</h1>
      <p role="status">{words.loading}</p>
    </main>
  ) : (
    <Register key={tab} tab={tab} registers={registers} />
  );
}

type Asked = { kind: 'add' } | { kind: 'edit'; line: Line<RegisterEntry> } | null;

function Register({ tab, registers }: { tab: RegisterTab; registers: Registers }) {
  const workspace = useWorkspace();
  const canWrite = workspace.profile.role === 'officer' && registers.campaignId !== '';
  const [asked, setAsked] = useState<Asked>(null);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<{ words: string; ended?: RegisterEntry }>({ words: '' });
  const field = useRef<HTMLInputElement>(null);
  const canAdd = canWrite && tab !== 'inspection';
  const keys = useMemo(
    () => [
      { keys: ['/'], does: officeHelp.keys.slash, act: () => field.current?.focus() },
      ...(canAdd ? [{ keys: ['t'], does: words.keys.add, act: () => setAsked({ kind: 'add' }) }] : []),
    ],
    [canAdd],
  );
  useScreenKeys(keys);

  const before = asked?.kind === 'edit' ? asked.line.value : null;
  const live = before === null ? undefined : registers.entries.find(({ id }) => id === before.id);
  const stale = registers.stale.filter(({ own, row }) => (own ?? row?.value)?.kind === tab);
  const kind: EntryKind = tab === 'inspection' ? 'training' : tab;
  const lines = registers.entries.filter(({ value, key }) => value.kind === tab && matches(key, typed));
  const inspections = registers.inspections.filter(({ key }) => matches(key, typed));
  const all =
    tab === 'inspection'
      ? registers.inspections.length
      : registers.entries.filter(({ value }) => value.kind === tab).length;
  const found = tab === 'inspection' ? inspections.length : lines.length;

  const save = async (values: EntryValues): Promise<void> => {
    // On what stands now, which the form has shown: a line that was taken out meanwhile comes back as a new one.
    const id = live?.id ?? workspace.newId();
    const value = { id, campaignId: registers.campaignId, kind, ...values };
    await workspace.putRecord('registerEntry', id, value, live?.rev ?? 0);
    setSaid({ words: words.saved });
  };
  const tell = async (done: Promise<void>, next: typeof said): Promise<void> => {
    try {
      await done;
      setSaid(next);
    } catch {
      setSaid({ words: words.failed });
    }
  };
  const end = ({ id, rev, value }: Line<RegisterEntry>): void => {
    const next = { words: fill(words.ended, { title: value.title }), ended: value };
    setEndedRev(rev);
    void tell(workspace.putRecord('registerEntry', id, null, rev), next);
  };
  const [endedRev, setEndedRev] = useState(0);
  const restore = (value: RegisterEntry): void =>
    void tell(workspace.putRecord('registerEntry', value.id, value, endedRev), {
      words: fill(words.undone, { title: value.title }),
    });
  const take = async (): Promise<void> => {
    const name = await takeTable(
      registerTable(registers, tab),
      `${words.tabs[tab]} ${registers.year}`,
      'xlsx',
    );
    setSaid({ words: name === null ? words.exportFailed : fill(words.exported, { name }) });
  };
  const { ended } = said;
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          <button type="button" className={controls.button} disabled={all === 0} onClick={() => void take()}>
            {words.export}
          </button>
          <button type="button" className={controls.chip} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
          {canAdd && (
            <button type="button" className={controls.mainButton} onClick={() => setAsked({ kind: 'add' })}>
              {words.add[kind]}
            </button>
          )}
          {tab === 'inspection' && (
            <Link className={controls.mainButton} href={RECHECK_PATH}>
              {words.inspectionForm}
            </Link>
          )}
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <nav className={shared.tabs} aria-label={words.tabsName}>
          {registerTabs.map((each) => (
            <Link key={each} href={paths[each]} aria-current={each === tab ? 'page' : undefined}>
              {words.tabs[each]}
            </Link>
          ))}
        </nav>
        <p role="status" className={shared.ways}>
          {said.words}
          {ended !== undefined && (
            <Button small kind="quiet" onClick={() => restore(ended)}>
              {words.undo}
            </Button>
          )}
        </p>
        {canWrite && (
          <StaleNotices
            lines={stale}
            titleOf={({ title }) => title}
            factsOf={(value) => entryFacts(value, registers)}
            put={(id, value, rev) => workspace.putRecord('registerEntry', id, value, rev)}
          />
        )}
        {all === 0 ? (
          <EmptyState title={words.empty[tab]}>{words.emptyText[tab]}</EmptyState>
        ) : (
          <>
            <p className={styles.sum}>{sumWords(registers, tab)}</p>
            <div className={filters.filters}>
              <label className={filters.find}>
                <Search aria-hidden="true" size={18} strokeWidth={2.25} />
                <input
                  ref={field}
                  type="search"
                  value={typed}
                  placeholder={words.search}
                  aria-label={words.search}
                  autoComplete="off"
                  onChange={({ target }) => setTyped(target.value)}
                />
              </label>
            </div>
            {found === 0 ? (
              <EmptyState title={words.noMatch} />
            ) : tab === 'inspection' ? (
              <InspectionTable lines={inspections} />
            ) : (
              <EntryTable
                kind={tab}
                lines={lines}
                registers={registers}
                {...(canWrite && { onEdit: (line) => setAsked({ kind: 'edit', line }), onEnd: end })}
              />
            )}
          </>
        )}
        <EntryForm
          open={asked !== null}
          kind={kind}
          before={before}
          live={live?.value}
          today={dayOf(clock.now())}
          registers={registers}
          onSave={save}
          onClose={() => setAsked(null)}
        />
      </main>
    </>
  );
}
