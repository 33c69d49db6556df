/** `/nhieu-nam`: the years of the movement beside each other, and the commune handed over to its successor. */
import { Link, Route, Switch, useLocation } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { seriesWords as words } from '#client/messages/office-series.ts';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { useDesk } from '../today/office-desk.tsx';
import { ComparePage } from './compare-page.tsx';
import { HandOverPage } from './hand-over-page.tsx';
import { HAND_OVER_PATH, SERIES_PATH } from './paths.ts';
import { readSeries } from './read-series.ts';

const TABLES = ['rows', 'outbox'] as const;

export function SeriesApp() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const read = useLive(() => readSeries(workspace), [workspace], TABLES);
  const [at] = useLocation();
  const isHandOver = at.startsWith(HAND_OVER_PATH);
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <nav className={shared.tabs} aria-label={words.tabsName}>
          <Link href={SERIES_PATH} aria-current={isHandOver ? undefined : 'page'}>
            {words.tabs.compare}
          </Link>
          <Link href={HAND_OVER_PATH} aria-current={isHandOver ? 'page' : undefined}>
            {words.tabs.handOver}
          </Link>
        </nav>
        {seam === undefined || read === undefined ? (
          <p role="status">{words.loading}</p>
        ) : (
          <Switch>
            <Route path={HAND_OVER_PATH}>
              <HandOverPage seam={seam} read={read} />
            </Route>
            <Route>
              <ComparePage seam={seam} read={read} />
            </Route>
          </Switch>
        )}
      </main>
    </>
  );
}
