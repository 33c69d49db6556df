/** Nhật ký: the commune's log as people read it. Lives at the commune, so it needs the network, and says so. */
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { problems } from '#protocol/problem-words.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import filters from '../filters.module.css';
import { Explain } from '../help/explain.tsx';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import { takeTable } from '../report/take-table.ts';
import type { TableFormat } from '../sheets/write-table.ts';
import { when } from '../when.ts';
import { AuditList } from './audit-list.tsx';
import { auditTable } from './audit-table.ts';
import styles from './audit.module.css';
import { EntryAside } from './entry-aside.tsx';
import { FilterBar } from './filter-bar.tsx';
import { HeadsPage } from './heads-page.tsx';
import { filterIn, filterNames, isFiltering, type LogFilter } from './log-query.ts';
import { readNames, type Names } from './read-names.ts';
import { troubleOf, useLog, type LogSeam, type LogTrouble } from './use-log.ts';

const ROWS = ['rows'] as const;
const PATH = '/nhat-ky';
const HEADS = 'ma-ngay';

const troubleWords = (trouble: LogTrouble, readAt: number | undefined): { title: string; text: string } => {
  switch (trouble.kind) {
    case 'offline':
      return {
        title: words.offlineTitle,
        text: readAt === undefined ? words.offline : fill(words.offlineKept, { when: when(readAt) }),
      };
    case 'refused':
      return {
        title: words.refusedTitle,
        text:
          trouble.problem === 'not-allowed'
            ? words.notYours
            : fill(words.refused, { why: problems[trouble.problem].title }),
      };
    case 'failed':
      return { title: words.offlineTitle, text: words.failed };
  }
};

const addressOf = (filter: LogFilter): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== '')
      params.set(Object.entries(filterNames).find(([key]) => key === name)?.[1] ?? name, value);
  const text = params.toString();
  return text === '' ? PATH : `${PATH}?${text}`;
};

export function AuditPage() {
  const workspace = useWorkspace();
  const names = useLive(() => readNames(workspace), [workspace], ROWS);
  const [path, navigate] = useLocation();
  const isHeads = path === `${PATH}/${HEADS}`;
  return (
    <>
      {names === undefined ? (
        <Frame isHeads={isHeads} go={navigate}>
          <p role="status">{words.reading}</p>
        </Frame>
      ) : isHeads ? (
        <Frame isHeads go={navigate}>
          <HeadsPage />
        </Frame>
      ) : (
        <Log names={names} />
      )}
    </>
  );
}

interface FrameProps {
  isHeads: boolean;
  go: (path: string) => void;
  ways?: ReactNode;
  children: ReactNode;
}

const Frame = ({ isHeads, go, ways, children }: FrameProps) => (
  <>
    <header className={frame.head}>
      <h1>{words.title}</h1>
      <div className={`${frame.headRight} ${shared.ways}`}>
        {ways}
        <button
          type="button"
          className={controls.button}
          onClick={() => go(isHeads ? PATH : `${PATH}/${HEADS}`)}
        >
          {isHeads ? words.headsClose : words.headsOpen}
        </button>
      </div>
      <Explain text={words.explain} />
    </header>
    <main className={frame.body} id="noi-dung">
      {children}
    </main>
  </>
);

function Log({ names }: { names: Names }) {
  const workspace = useWorkspace();
  const search = useSearch();
  const [, navigate] = useLocation();
  const filter = useMemo(() => filterIn(new URLSearchParams(search)), [search]);
  const isBackwards = filter.from !== '' && filter.to !== '' && filter.from > filter.to;
  const log = useLog(filter);
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement | null>(null);
  const aside = useRef<HTMLElement>(null);
  const keys = useMemo(
    () => [
      { keys: ['/'], does: officeHelp.keys.slash, act: () => field.current?.focus() },
      { keys: ['ArrowDown', 'ArrowUp'], does: officeHelp.keys.rows },
      { keys: ['Enter'], does: words.keys.open },
    ],
    [],
  );
  useScreenKeys(keys);
  const onField = useCallback((element: HTMLInputElement | null) => {
    field.current = element;
  }, []);
  const entries = log.read?.entries ?? [];
  const entry = entries.find(({ rev }) => rev === chosen);
  const take = async (format: TableFormat): Promise<void> => {
    // The commune notes that its log is taken away, and by whom; without that nothing is.
    const asked = await workspace.readLog({ limit: 1, take: 'table' });
    if (asked.kind !== 'read') {
      const { title, text } = troubleWords(troubleOf(asked), log.read?.readAt);
      return setSaid(`${title}. ${text}`);
    }
    const name = await takeTable(auditTable(entries, names, clock.now()), words.exportTitle, format);
    setSaid(name === null ? words.failed : fill(words.exported, { name }));
  };
  return (
    <Frame
      isHeads={false}
      go={navigate}
      ways={(['xlsx', 'csv'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className={controls.button}
          disabled={entries.length === 0}
          onClick={() => void take(format)}
        >
          {fill(words.export, { format: `.${format}` })}
        </button>
      ))}
    >
      <FilterBar
        filter={filter}
        names={names}
        onChange={(next) => navigate(addressOf(next), { replace: true })}
        onField={onField}
      />
      <p role="status" className={filters.count}>
        {isBackwards
          ? words.badDays
          : log.isReading
            ? words.reading
            : said || fill(words.shown, { n: formatNumber(entries.length) })}
      </p>
      <Trouble log={log} />
      {entries.length === 0 ? (
        !log.isReading && log.trouble === null && <Nothing isFiltered={isFiltering(filter)} />
      ) : (
        <div className={shared.desk}>
          <AuditList entries={entries} names={names} chosen={chosen} onChoose={setChosen} />
          {entry === undefined ? (
            <div className={shared.aside}>
              <EmptyState title={words.chooseOne} />
            </div>
          ) : (
            <EntryAside ref={aside} entry={entry} names={names} />
          )}
        </div>
      )}
      <More log={log} />
    </Frame>
  );
}

function Trouble({ log: { trouble, read, again } }: { log: LogSeam }) {
  if (trouble === null) return null;
  const { title, text } = troubleWords(trouble, read?.readAt);
  return (
    <Notice
      tone="wait"
      title={title}
      actions={
        <Button small onClick={again}>
          {words.again}
        </Button>
      }
    >
      {text}
    </Notice>
  );
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title={words.noMatchTitle}>{words.noMatchText}</EmptyState>
  ) : (
    <EmptyState title={words.emptyTitle} />
  );

function More({ log: { read, isReading, trouble, more, again } }: { log: LogSeam }) {
  if (read === null) return null;
  const { next, readAt, entries } = read;
  return (
    <div className={styles.foot}>
      {next === undefined ? (
        entries.length > 0 && <span>{words.end}</span>
      ) : (
        <>
          <button type="button" className={controls.mainButton} disabled={isReading} onClick={more}>
            {words.more}
          </button>
          <span className={shared.soft}>{fill(words.moreFrom, { rev: formatNumber(next) })}</span>
        </>
      )}
      <span className={shared.soft}>{fill(words.readAt, { when: when(readAt) })}</span>
      {trouble === null && (
        <button type="button" className={controls.textButton} disabled={isReading} onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  );
}
