/** Hôm nay, the office's home: what waits for me, where everybody stands, and who has not sent. */
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { daysLeft } from '#domain/deadline.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Commune, Deadline } from '#protocol/entities.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeToday as words } from '#client/messages/office-today.ts';
import { Checklist } from './checklist-panel.tsx';
import { ChairPage } from '../awards/chair-page.tsx';
import { Explain } from '../help/explain.tsx';
import { SearchButton } from '../help/search-seam.tsx';
import frame from '../office.module.css';
import { KeyCard } from '../session/key-card.tsx';
import { FamiliesPanel } from './families-panel.tsx';
import { NoticePage } from './notice-page.tsx';
import { useDesk, type DeskSeam } from './office-desk.tsx';
import { NOTICE_PATH } from './paths.ts';
import { Queue } from './queue.tsx';
import styles from './today.module.css';
import { UnsentPanel } from './unsent-panel.tsx';
import { WaitSheet } from './wait-sheet.tsx';
import type { Wait } from './wait.ts';
import { WherePanel } from './where-panel.tsx';

const ROWS = ['rows'] as const;

export function TodayPage() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const commune = useLive(async () => (await workspace.rows('commune'))[0]?.value, [workspace], ROWS);
  if (seam === undefined)
    return (
      <main className={frame.body} id="noi-dung">
        <p role="status">{words.loading}</p>
      </main>
    );
  return (
    <Switch>
      <Route path={NOTICE_PATH}>
        <NoticePage seam={seam} commune={commune} />
      </Route>
      <Route>
        {workspace.profile.role === 'chair' ? (
          <ChairPage seam={seam} title={fill(words.title, { day: dayWords(seam.now) })} />
        ) : (
          <Today seam={seam} commune={commune} />
        )}
      </Route>
    </Switch>
  );
}

const HOURS_OF_ZONE = 7;

/** "thứ Tư 05/11/2025". */
function dayWords(now: number): string {
  const weekday = new Date(now + HOURS_OF_ZONE * 3_600_000).getUTCDay();
  return `${words.weekdays[weekday] ?? ''} ${formatDate(now)}`;
}

function DeadlineWords({ deadline, now }: { deadline: Deadline | undefined; now: number }) {
  if (deadline === undefined) return null;
  const days = daysLeft(now, deadline.cutoffAt);
  const left = days === 0 ? words.over : days === 1 ? words.lastDay : fill(words.daysLeft, { n: days });
  return (
    <p>
      {fill(words.deadline, { kind: words.kinds[deadline.subjectKind], phrase: deadline.phrase })}
      <b>{left}</b>
    </p>
  );
}

function Today({ seam, commune }: { seam: DeskSeam; commune: Commune | undefined }) {
  const [opened, setOpened] = useState<Wait | null>(null);
  const { desk, waits, now } = seam;
  const phone = commune?.phone ?? '';
  const isBeginning = waits.length === 0 || desk.rows.submission.length === 0;
  return (
    <>
      <header className={frame.head}>
        <h1>{fill(words.title, { day: dayWords(now) })}</h1>
        <DeadlineWords deadline={desk.deadlines.get('hamlet')} now={now} />
        <div className={frame.headRight}>
          <SearchButton />
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <div className={styles.two}>
          <Queue waits={waits} now={now} onOpen={setOpened} isEmpty={desk.campaign === undefined} />
          <aside className={styles.side}>
            <KeyCard />
            {/* While nobody has sent, what is to be made ready comes first. */}
            {isBeginning && <Checklist seam={seam} />}
            <WherePanel kind="hamlet" standings={desk.hamlets} />
            <UnsentPanel seam={seam} kind="hamlet" phone={phone} />
            <FamiliesPanel seam={seam} />
            {desk.units.length > 0 && <WherePanel kind="unit" standings={desk.units} />}
            <UnsentPanel seam={seam} kind="unit" phone={phone} />
            {!isBeginning && <Checklist seam={seam} />}
          </aside>
        </div>
        <WaitSheet wait={opened} seam={seam} phone={phone} onClose={() => setOpened(null)} />
      </main>
    </>
  );
}
