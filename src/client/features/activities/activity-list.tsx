/** The log, newest month first, with counts by kind; each line opens its activity. */
import { ChevronRight, Plus, Printer } from 'lucide-react';
import { dayOf, monthOf } from '#domain/day.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { useNow } from '#client/subject/use-now.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { useBegun } from '#client/form/kept-words.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { keptPrefix, NEW } from './activity-draft.ts';
import { countKinds, dayWords, kindList, monthWords } from './activity-words.ts';
import { Feeds } from './feeds.tsx';
import { PrintedList } from './printed-list.tsx';
import { StaleActivities } from './stale-activities.tsx';
import type { ActivityRow, ActivityRows } from './read-activities.ts';
import type { Removal } from './use-removal.ts';
import styles from './activities.module.css';

function LogState({ rows: { activities, standing, stale } }: { rows: ActivityRows }) {
  if (activities.length === 0 && standing.size === 0) return null;
  const words = activityWords.state;
  const all = [...standing.values()];
  const waiting = all.filter((each) => each === 'waiting').length;
  if (all.includes('aside') && stale.length > 0)
    return <StateLine state="setAside" word={words.aside} sentence={words.staleMore} />;
  if (all.includes('aside'))
    return <StateLine state="setAside" word={words.aside} sentence={words.asideMore} href="/hang-cho" />;
  if (waiting > 0)
    return (
      <StateLine
        state="queued"
        word={fill(words.queued, { n: waiting })}
        sentence={words.queuedMore}
        href="/hang-cho"
      />
    );
  return <StateLine state="received" word={words.received} sentence={words.receivedMore} />;
}

interface LineProps {
  row: ActivityRow;
  rows: ActivityRows;
  list: string;
  /** Half changed, and not saved. */
  isBegun: boolean;
}

function Line({ row, rows, list, isBegun }: LineProps) {
  const { kind, date, title, people, minutes } = row.value;
  const standing = rows.standing.get(row.id);
  const figures = [
    people !== undefined && fill(activityWords.people, { n: formatNumber(people) }),
    minutes !== undefined && fill(activityWords.minutes, { n: formatNumber(minutes) }),
  ].filter((part) => part !== false);
  return (
    <li>
      <a className={styles.row} href={`${list}/${row.id}`}>
        <span>
          <span className={styles.when}>
            <b>{activityWords.kinds[kind]}</b> <span>{dayWords(date)}</span>
          </span>
          <span>{title}</span>
          {figures.length > 0 && <span className="soft">{figures.join(', ')}</span>}
          {standing !== undefined && (
            <b className={standing === 'aside' ? 'tone-lacquer' : 'tone-honey'}>
              {rows.stale.some(({ id }) => id === row.id) ? activityWords.stale : activityWords[standing]}
            </b>
          )}
          {isBegun && <b className="tone-honey">{activityWords.begunChange}</b>}
        </span>
        <ChevronRight />
      </a>
    </li>
  );
}

interface ActivityListProps {
  rows: ActivityRows;
  home: string;
  list: string;
  removal: Removal;
}

export function ActivityList({ rows, home, list, removal }: ActivityListProps) {
  const { activities, campaign } = rows;
  const today = dayOf(useNow());
  const begun = useBegun(keptPrefix(rows));
  const months = [...new Set(activities.map(({ value }) => monthOf(value.date)))];
  return (
    <>
      <div className="no-print">
        <Page
          head={
            <>
              <Bar title={activityWords.title} back={home} />
              <LogState rows={rows} />
            </>
          }
          foot={
            <Dock>
              {activities.length > 0 && (
                <Button icon={<Printer />} aria-label={activityWords.printSpoken} onClick={() => print()}>
                  {activityWords.print}
                </Button>
              )}
              <LinkButton kind="main" icon={<Plus />} href={`${list}/${NEW}`}>
                {activities.length > 0 ? activityWords.addMore : activityWords.add}
              </LinkButton>
            </Dock>
          }
        >
          <div role="status" className={styles.said}>
            {removal.words !== '' && (
              <Notice
                tone={removal.hasFailed ? 'hand' : 'plain'}
                actions={
                  removal.undo && <Button onClick={() => void removal.undo?.()}>{activityWords.undo}</Button>
                }
              >
                <p>{removal.words}</p>
              </Notice>
            )}
          </div>
          <StaleActivities rows={rows} />
          {begun.has(NEW) && (
            <Notice
              tone="wait"
              title={activityWords.begunTitle}
              actions={<LinkButton href={`${list}/${NEW}`}>{activityWords.goOn}</LinkButton>}
            >
              <p>{activityWords.begun}</p>
            </Notice>
          )}
          {activities.length === 0 && (
            <EmptyState title={activityWords.emptyTitle}>
              <p>{activityWords.empty}</p>
            </EmptyState>
          )}
          <Feeds rows={rows} />
          {months.map((month) => {
            const of = activities.filter(({ value }) => monthOf(value.date) === month);
            return (
              <section key={month} className={styles.month} aria-labelledby={`thang-${month}`}>
                <h2 id={`thang-${month}`}>{monthWords(month)}</h2>
                <p className="soft">{kindList(countKinds(of))}</p>
                {campaign !== undefined && !month.startsWith(`${campaign.year}-`) && (
                  <p className="soft">{fill(activityWords.otherYear, { year: campaign.year })}</p>
                )}
                <ul className={styles.list}>
                  {of.map((row) => (
                    <Line key={row.id} row={row} rows={rows} list={list} isBegun={begun.has(row.id)} />
                  ))}
                </ul>
              </section>
            );
          })}
        </Page>
      </div>
      <PrintedList rows={rows} today={today} />
    </>
  );
}
