/** `/han-nop`: every deadline of the campaign in order, the chosen one beside it. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { reportDeadlineSchema } from '#protocol/deadline-records.ts';
import { deadlineSchema } from '#protocol/family-rows.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { useDesk, type DeskSeam } from '../today/office-desk.tsx';
import styles from './deadlines.module.css';
import { DueAside } from './due-aside.tsx';
import { dueItems, dueNow, type DueItem } from './due-items.ts';
import { leftWords, reminderWords, sentWords, titleOf, untilWords } from './due-words.ts';
import { DEADLINES_PATH, deadlinePath, kindAt } from './paths.ts';
import type { EndedReport } from './report-acts.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { deadlineFacts, reportFacts } from './due-facts.ts';
import { UnsentPaper } from './unsent-paper.tsx';

const ROWS = ['rows'] as const;

export function DeadlinesPage() {
  const seam = useDesk();
  return seam === undefined ? (
    <main className={frame.body} id="noi-dung">
      <h1>{words.title}</h1>
      <p role="status">{words.loading}</p>
    </main>
  ) : (
    <Deadlines seam={seam} />
  );
}

/** The address names a kind of form or a report; without one the first that waits for a word is meant. */
function useChosen(items: readonly DueItem[]): DueItem | undefined {
  const [, ofKind] = useRoute(`${DEADLINES_PATH}/:kind`);
  const [, ofReport] = useRoute(`${DEADLINES_PATH}/bao-cao/:id`);
  const kind = kindAt(ofKind?.kind);
  const named = items.find((item) => (ofReport ? item.id === ofReport.id : item.kind === kind));
  return named ?? items.find((item) => dueNow(item) !== undefined) ?? items[0];
}

const pathOf = (item: DueItem): string =>
  deadlinePath(item.kind === 'report' ? { report: item.id } : item.kind);

function Deadlines({ seam }: { seam: DeskSeam }) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const { desk, now } = seam;
  const canWrite = workspace.profile.role === 'officer' && desk.campaign !== undefined;
  const items = dueItems(desk, now);
  const chosen = useChosen(items);
  const [isAdding, setAdding] = useState(false);
  const [ended, setEnded] = useState<EndedReport | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const restore = ({ report, rev }: EndedReport): void => {
    workspace.putRecord('reportDeadline', report.id, report, rev).then(
      () => setEnded(null),
      () => setFailed(true),
    );
  };
  const commune = useLive(async () => (await workspace.rows('commune'))[0]?.value, [workspace], ROWS);
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          {chosen !== undefined && chosen.kind !== 'report' && chosen.missing.length > 0 && (
            <button type="button" className={controls.chip} onClick={() => window.print()}>
              <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
              {words.print}
            </button>
          )}
          {canWrite && (
            <button type="button" className={controls.button} onClick={() => setAdding(true)}>
              {words.addReport}
            </button>
          )}
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {ended !== null && (
          <p role="status" className={shared.ways}>
            {fill(words.ended, { title: ended.report.title })}
            <button type="button" className={controls.textButton} onClick={() => restore(ended)}>
              {words.check.undo}
            </button>
          </p>
        )}
        {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
        <StaleOf
          entity="reportDeadline"
          schema={reportDeadlineSchema}
          titleOf={({ title }) => title}
          factsOf={reportFacts}
        />
        <StaleOf
          entity="deadline"
          schema={deadlineSchema}
          titleOf={({ subjectKind }) => words.kinds[subjectKind]}
          factsOf={deadlineFacts}
        />
        {chosen === undefined ? (
          <EmptyState
            title={words.none}
            action={
              <Link className={controls.button} href="/dot-thi-dua">
                {words.noneAct}
              </Link>
            }
          >
            {words.noneText}
          </EmptyState>
        ) : (
          <>
            <div className={`${shared.desk} ${styles.screen}`}>
              <List items={items} chosen={chosen} now={now} />
              <aside className={shared.aside}>
                <DueAside
                  key={chosen.id}
                  item={chosen}
                  desk={desk}
                  now={now}
                  phone={commune?.phone ?? ''}
                  onEnd={setEnded}
                />
              </aside>
            </div>
            {chosen.kind !== 'report' && <UnsentPaper item={chosen} year={desk.campaign?.year} now={now} />}
          </>
        )}
        {isAdding && (
          <ReportDialog
            before={null}
            campaignId={desk.campaign?.id ?? ''}
            onDone={(id) => navigate(deadlinePath({ report: id }))}
            onClose={() => setAdding(false)}
          />
        )}
      </main>
    </>
  );
}

const List = ({ items, chosen, now }: { items: readonly DueItem[]; chosen: DueItem; now: number }) => (
  <div className={sheet.tablewrap}>
    <table className={shared.table} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.phrase}</th>
          <th scope="col">{words.columns.left}</th>
          <th scope="col">{words.columns.sent}</th>
          <th scope="col">{words.columns.reminder}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} data-chosen={item === chosen || undefined}>
            <th scope="row">
              <Link
                href={pathOf(item)}
                className={styles.name}
                aria-current={item === chosen ? 'true' : undefined}
              >
                {titleOf(item)}
              </Link>
            </th>
            <td data-head={words.columns.phrase}>
              {item.phrase}
              <span className={sheet.why}>
                {fill(words.until, { until: untilWords(item.cutoffAt) })}
                {item.kind !== 'report' &&
                  item.deadline.graceDays > 0 &&
                  fill(words.grace, { n: item.deadline.graceDays })}
              </span>
            </td>
            <td data-head={words.columns.left}>{leftWords(item.cutoffAt, now)}</td>
            <td data-head={words.columns.sent}>{sentWords(item)}</td>
            <td data-head={words.columns.reminder}>
              {dueNow(item) === undefined ? reminderWords(item) : <b>{reminderWords(item)}</b>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
