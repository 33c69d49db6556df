/** Số liệu báo cáo: what the commune tells upwards, counted from the forms and registers on this machine. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { broadcastSum } from '#domain/exemplars/broadcasts.ts';
import { inspectionSum, registerSum } from '#domain/report/register-sums.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeReport as words } from '#client/messages/office-report.ts';
import type { Workspace } from '#client/workspace.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { exemplarSum } from '../exemplars/read-exemplars.ts';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { readRegisters } from '../registers/read-registers.ts';
import sheet from '../sheet.module.css';
import { useDesk } from '../today/office-desk.tsx';
import { when } from '../when.ts';
import { reportSums, type PillarCache } from './report-forms.ts';
import {
  reportSections,
  reportTable,
  reportText,
  rowWords,
  type ReportFacts,
  type ReportSection,
} from './report-rows.ts';
import type { Which } from '../campaign-for.ts';
import { useWhich } from '../which-campaign.tsx';
import styles from './report.module.css';
import { takeTable } from './take-table.ts';

const TABLES = ['rows', 'meta', 'outbox'] as const;

type OwnWork = Omit<ReportFacts, 'sums' | 'feedback'>;

async function readOwnWork(
  workspace: Workspace,
  which: Which,
): Promise<OwnWork & { contactAt: number | null }> {
  const [registers, samples, exemplars, bulletins, { contactAt }] = await Promise.all([
    readRegisters(workspace, which),
    workspace.rows('recheckSample'),
    workspace.rows('exemplar'),
    workspace.rows('bulletin'),
    workspace.syncState(),
  ]);
  const hamletIds = registers.hamlets.map(({ id }) => id);
  const sumOf = (kind: 'training' | 'event' | 'proposal') =>
    registerSum(
      registers.entries.flatMap(({ value }) => (value.kind === kind ? [value] : [])),
      hamletIds,
    );
  const ours = <Value extends { campaignId: string }>(rows: readonly { value: Value }[]): Value[] =>
    rows.map(({ value }) => value).filter(({ campaignId }) => campaignId === registers.campaignId);
  const drawn = ours(samples);
  return {
    hamlets: hamletIds.length,
    training: sumOf('training'),
    event: sumOf('event'),
    proposal: sumOf('proposal'),
    samples: {
      draws: drawn.length,
      chosen: new Set(drawn.flatMap(({ chosen }) => chosen)).size,
    },
    exemplars: exemplarSum(ours(exemplars)),
    broadcasts: broadcastSum(ours(bulletins)),
    inspections: inspectionSum(registers.inspections.map(({ value }) => value)),
    contactAt: contactAt ?? null,
  };
}

export function ReportPage() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const { chosen, day } = useWhich();
  const own = useLive(() => readOwnWork(workspace, { chosen, day }), [workspace, chosen, day], TABLES);
  const [cache] = useState((): PillarCache => new Map());
  const desk = seam?.desk;
  const sections = useMemo(() => {
    if (desk === undefined || own === undefined) return undefined;
    const { feedback, feedbackReply } = desk.rows;
    const ours = feedback.filter(({ campaignId }) => campaignId === desk.campaign?.id);
    const done = new Set(feedbackReply.flatMap(({ id, state }) => (state === 'read' ? [] : [id])));
    return reportSections({
      ...own,
      sums: reportSums(desk, cache),
      feedback: { all: ours.length, answered: ours.filter(({ id }) => done.has(id)).length },
    });
  }, [desk, own, cache]);
  if (desk === undefined || own === undefined || sections === undefined)
    return (
      <main className={frame.body} id="noi-dung">
        <h1>{words.title}</h1>
        <p role="status">{words.loading}</p>
      </main>
    );
  if (desk.campaign === undefined)
    return (
      <main className={frame.body} id="noi-dung">
        <h1>{words.title}</h1>
        <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      </main>
    );
  const heading = fill(words.heading, { campaign: desk.campaign.shortTitle || desk.campaign.title });
  const asOf = own.contactAt === null ? words.neverPulled : fill(words.asOf, { when: when(own.contactAt) });
  return <Paper heading={heading} asOf={asOf} sections={sections} />;
}

interface PaperProps {
  heading: string;
  asOf: string;
  sections: readonly ReportSection[];
}

function Paper({ heading, asOf, sections }: PaperProps) {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const isDone = await copyText(reportText(heading, asOf, sections));
    setSaid(isDone ? words.copied : words.copyFailed);
  };
  const take = async (): Promise<void> => {
    const name = await takeTable(reportTable(heading, asOf, sections), heading, 'xlsx');
    setSaid(name === null ? words.exportFailed : fill(words.exported, { name }));
  };
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          <button type="button" className={controls.button} onClick={() => void take()}>
            {words.export}
          </button>
          <button type="button" className={controls.chip} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
          <button type="button" className={controls.mainButton} onClick={() => void copy()}>
            {words.copy}
          </button>
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <div className={styles.paper}>
          <p role="status">{said}</p>
          <h2>{heading}</h2>
          <p>{asOf}</p>
          {sections.map((section) => (
            <Section key={section.title} section={section} />
          ))}
          <p className={shared.soft}>{words.awards}</p>
        </div>
      </main>
    </>
  );
}

function Section({ section: { title, rows, note } }: { section: ReportSection }) {
  const { columns } = words;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className={sheet.tablewrap}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col" className={styles.what}>
                {columns.what}
              </th>
              <th scope="col" className={sheet.right}>
                {columns.n}
              </th>
              <th scope="col" className={sheet.right}>
                {columns.d}
              </th>
              <th scope="col" className={sheet.right}>
                {columns.percent}
              </th>
              <th scope="col" className={styles.source}>
                {columns.source}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { n, d, percent } = rowWords(row);
              return (
                <tr key={row.what}>
                  <th scope="row">
                    {row.what}
                    {row.note !== undefined && <span className={sheet.why}>{row.note}</span>}
                  </th>
                  <td className={sheet.right}>{n}</td>
                  <td className={sheet.right}>{d}</td>
                  <td className={sheet.right}>{percent}</td>
                  <td className={styles.source}>
                    <Link href={row.source.href}>{row.source.word}</Link>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {note !== undefined && <p className={sheet.note}>{note}</p>}
    </section>
  );
}
