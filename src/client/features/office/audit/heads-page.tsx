/** The head of the log's chain at the end of each day, and how anybody checks it against a copy. */
import { useEffect, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { fill } from '#client/messages/fill.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import { problems } from '#protocol/problem-words.ts';
import type { LogHeads } from '#protocol/log.ts';
import type { Workspace } from '#client/workspace.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import styles from './audit.module.css';

type Heads =
  | { kind: 'reading' }
  | { kind: 'read'; days: LogHeads['days'] }
  | { kind: 'trouble'; title: string; text: string };

const shownDay = (day: string): string => formatDate(noonOf(day));

async function readHeads(workspace: Workspace): Promise<Heads> {
  const reply = await workspace.readLogHeads();
  switch (reply.kind) {
    case 'read':
      return { kind: 'read', days: reply.value.days };
    case 'unreachable':
      return { kind: 'trouble', title: words.offlineTitle, text: words.offline };
    case 'refused':
      return { kind: 'trouble', title: words.refusedTitle, text: problems[reply.problem].title };
  }
}

export function HeadsPage() {
  const workspace = useWorkspace();
  const [heads, setHeads] = useState<Heads>({ kind: 'reading' });
  const [pasted, setPasted] = useState('');
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const next = await readHeads(workspace);
      if (!isOver) setHeads(next);
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [workspace]);

  if (heads.kind === 'reading') return <p role="status">{words.reading}</p>;
  if (heads.kind === 'trouble')
    return (
      <Notice tone="wait" title={heads.title}>
        {heads.text}
      </Notice>
    );
  const code = pasted.replace(/\s/gu, '');
  const found = heads.days.find(({ log }) => log === code);
  return (
    <section className={styles.heads} aria-label={words.headsTitle}>
      <h2>{words.headsTitle}</h2>
      <p>{words.headsExplain}</p>
      <ol className={styles.how}>
        {words.headsHow.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <TextField
        label={words.headCheck}
        value={pasted}
        onChange={setPasted}
        autoComplete="off"
        spellCheck={false}
      />
      <p role="status">
        {code !== '' &&
          (found === undefined ? words.headMissing : fill(words.headFound, { date: shownDay(found.date) }))}
      </p>
      {heads.days.length === 0 ? (
        <EmptyState title={words.emptyTitle} />
      ) : (
        <div className={sheet.tablewrap}>
          <table className={shared.table} aria-label={words.headsTitle}>
            <thead>
              <tr>
                <th scope="col">{words.headColumns.date}</th>
                <th scope="col" className={sheet.right}>
                  {words.headColumns.entries}
                </th>
                <th scope="col" className={sheet.right}>
                  {words.headColumns.rev}
                </th>
                <th scope="col">{words.headColumns.log}</th>
              </tr>
            </thead>
            <tbody>
              {heads.days.map(({ date, entries, rev, log }) => (
                <tr key={date} data-chosen={log === code || undefined}>
                  <th scope="row">{shownDay(date)}</th>
                  <td className={sheet.right} data-head={words.headColumns.entries}>
                    {formatNumber(entries)}
                  </td>
                  <td className={sheet.right} data-head={words.headColumns.rev}>
                    {formatNumber(rev)}
                  </td>
                  <td className={styles.code}>{log}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
