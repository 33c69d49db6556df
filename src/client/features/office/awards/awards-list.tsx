/** All awards of the campaign, the path above them, and the next thing to do. */
import { Download, Printer } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords as words } from '#client/messages/office-awards.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import { takeTable } from '../report/take-table.ts';
import shared from '../shared.module.css';
import type { TableFormat } from '../sheets/write-table.ts';
import { useAwards } from './award-desk.tsx';
import { AwardFilters } from './award-filters.tsx';
import { awardsTable } from './award-sheet.ts';
import { AwardTable } from './award-table.tsx';
import styles from './awards.module.css';
import { standing, totalAmount, type AwardEntry } from './entries.ts';
import { passes } from './filter.ts';
import { Frame } from './frame.tsx';
import { OneAside } from './one-aside.tsx';
import { NOMINATE_PATH, SHORTLIST_PATH } from './paths.ts';
import { StepDialog } from './step-dialog.tsx';
import { NextCard, QuotaLine, StepRow } from './step-row.tsx';
import { useAwardFilter } from './use-award-filter.ts';

const NOBODY: ReadonlySet<string> = new Set();
const idInFocus = (): string =>
  document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['id'] ?? '') : '';

interface ManyBarProps {
  shown: readonly AwardEntry[];
  chosen: ReadonlySet<string>;
  onAll: () => void;
  onNone: () => void;
  onStep: () => void;
}

function ManyBar({ shown, chosen, onAll, onNone, onStep }: ManyBarProps) {
  const { list } = words;
  return (
    <div className={`${shared.ways} ${styles.screenOnly}`}>
      <b role="status">{fill(list.chosen, { n: chosen.size })}</b>
      <button type="button" className={controls.button} onClick={onAll}>
        {fill(list.chooseAll, { n: shown.length })}
      </button>
      {chosen.size > 0 && (
        <>
          <button type="button" className={controls.button} onClick={onNone}>
            {list.chooseNone}
          </button>
          <button type="button" className={controls.button} onClick={onStep}>
            {list.stepMany}
          </button>
        </>
      )}
    </div>
  );
}

function Ways({ shown }: { shown: readonly AwardEntry[] }) {
  const { campaign, canWrite, say } = useAwards();
  const take = async (format: TableFormat): Promise<void> => {
    const name = fill(words.list.title, { year: campaign.year });
    if ((await takeTable(awardsTable(shown, campaign.year), name, format)) === null)
      say({ words: words.exportFailed });
  };
  const icon = { className: frame.icon, 'aria-hidden': true, strokeWidth: 2.25 } as const;
  return (
    <>
      {canWrite && (
        <>
          <Link className={controls.button} href={SHORTLIST_PATH}>
            {words.list.shortlist}
          </Link>
          <Link className={controls.button} href={NOMINATE_PATH}>
            {words.list.nominate}
          </Link>
        </>
      )}
      {shown.length > 0 && (
        <>
          <button type="button" className={controls.button} onClick={() => void take('xlsx')}>
            <Download {...icon} />
            {words.exportXlsx}
          </button>
          <button type="button" className={controls.button} onClick={() => void take('csv')}>
            {words.exportCsv}
          </button>
          <button type="button" className={controls.button} onClick={() => window.print()}>
            <Printer {...icon} />
            {words.print}
          </button>
        </>
      )}
    </>
  );
}

export function AwardsList() {
  const { entries, byId, canWrite } = useAwards();
  const { filter, change, clear, openId, open } = useAwardFilter();
  const [wanted, setWanted] = useState(NOBODY);
  const [isStepping, setStepping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const shown = entries.filter((entry) => passes(filter, entry));
  const chosen = new Set([...wanted].filter((id) => byId.has(id)));
  const opened = byId.get(openId);
  const toggle = (id: string): void =>
    setWanted((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const keys = useMemo(
    () => [
      {
        keys: ['ArrowUp', 'ArrowDown'],
        does: officeHelp.keys.rows,
        act: () => document.querySelector<HTMLElement>('#noi-dung [data-row-link]')?.focus(),
      },
      { keys: ['Enter'], does: words.keys.open },
      { keys: ['/'], does: officeHelp.keys.slash, act: () => field.current?.focus() },
      ...(canWrite
        ? [
            {
              keys: ['x'],
              does: words.keys.pick,
              act: () => {
                const id = idInFocus();
                if (id !== '') toggle(id);
              },
            },
            { keys: ['b'], does: words.keys.step, act: () => setStepping(true) },
          ]
        : []),
    ],
    [canWrite],
  );
  useScreenKeys(keys);
  const money = totalAmount(standing(shown));
  return (
    <Frame explain={words.explain} ways={<Ways shown={shown} />}>
      <NextCard />
      <StepRow chosen={filter.step} />
      {entries.length === 0 ? (
        <EmptyState title={words.list.emptyTitle}>{words.list.empty}</EmptyState>
      ) : (
        <>
          <QuotaLine />
          <AwardFilters
            filter={filter}
            change={change}
            clear={clear}
            shown={shown.length}
            all={entries.length}
            field={field}
          />
          {canWrite && shown.length > 0 && (
            <ManyBar
              shown={shown}
              chosen={chosen}
              onAll={() => setWanted(new Set([...wanted, ...shown.map(({ id }) => id)]))}
              onNone={() => setWanted(NOBODY)}
              onStep={() => setStepping(true)}
            />
          )}
          {shown.length === 0 ? (
            <p>{words.list.none}</p>
          ) : (
            <div className={opened ? shared.desk : undefined}>
              <div>
                <AwardTable
                  entries={shown}
                  chosen={chosen}
                  openId={openId}
                  onToggle={toggle}
                  onOpen={(id) => open(id === openId ? '' : id)}
                />
                {money !== null && (
                  <p className={styles.total}>
                    {fill(words.list.moneyTotal, { money: formatNumber(money) })}
                  </p>
                )}
              </div>
              {opened && <OneAside key={opened.id} entry={opened} onClose={() => open('')} />}
            </div>
          )}
        </>
      )}
      {isStepping && chosen.size > 0 && (
        <StepDialog
          entries={entries.filter(({ id }) => chosen.has(id))}
          onClose={() => setStepping(false)}
          onDone={() => {
            setStepping(false);
            setWanted(NOBODY);
          }}
        />
      )}
    </Frame>
  );
}
