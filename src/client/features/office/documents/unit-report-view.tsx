/** A unit's own report as the office has it: the paper the unit takes on its phone, drawn from what it sent. */
import { useMemo, useState } from 'react';
import { Printer } from 'lucide-react';
import { Link } from 'wouter';
import { printed } from '#domain/papers/lay-out.ts';
import { unitReport } from '#domain/papers/unit-report.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { takePaper } from '#client/documents/take-paper.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { unitReportWords } from '#client/messages/unit-report.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import { usePatient } from '../patiently.ts';
import shared from '../shared.module.css';
import { useDesk } from '../today/office-desk.tsx';
import styles from './documents.module.css';
import { PaperPage } from './paper-page.tsx';
import { DOCUMENTS_PATH } from './paths.ts';
import { isVerified, readUnitReport } from './unit-report-facts.ts';
import type { Papers } from './use-papers.ts';

const TABLES = ['rows', 'outbox'] as const;

export function UnitReportView({ papers, unitId }: { papers: Papers; unitId: string }) {
  const workspace = useWorkspace();
  const desk = useDesk()?.desk;
  const unit = papers.units.find(({ id }) => id === unitId);
  const paper = usePatient(
    async () => (desk === undefined || unit === undefined ? null : readUnitReport(workspace, desk, unit)),
    [workspace, desk, unit],
    TABLES,
  );
  const [said, setSaid] = useState('');
  const drawn = useMemo(() => paper && unitReport(paper.facts, paper.head), [paper]);
  if (paper === undefined) return <p role="status">{words.loading}</p>;
  if (paper === null || drawn === null || drawn === undefined || unit === undefined)
    return <EmptyState title={words.unitReport.gone} />;
  const title = fill(words.unitReport.title, { name: unit.name });
  const take = async (): Promise<void> => {
    setSaid(words.exporting);
    const name = await takePaper(drawn.document, papers.facts.campaign.year);
    setSaid(name === null ? words.exportFailed : fill(words.exported, { name }));
  };
  return (
    <article className={styles.view} aria-label={title}>
      <div className={`${styles.top} ${styles.noPrint}`}>
        <Link className={styles.back} href={DOCUMENTS_PATH}>
          ← {words.back}
        </Link>
        <h2>{title}</h2>
        <div className={shared.ways}>
          <button type="button" className={controls.mainButton} onClick={() => void take()}>
            {words.export}
          </button>
          <button type="button" className={controls.button} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
        </div>
        <p role="status">{said}</p>
        <p>
          {words.unitReport.text} {words.unitReport.blank}
        </p>
        {!isVerified(unit) && <p>{words.unitReport.sent}.</p>}
        {paper.facts.paragraphs.length === 0 && <p>{words.unitReport.noWords}</p>}
        {drawn.stale.length > 0 && (
          <ul className={styles.missing}>
            {drawn.stale.map((figure) => (
              <li key={`${figure.heading} ${figure.figure}`}>{fill(unitReportWords.stale, { ...figure })}</li>
            ))}
          </ul>
        )}
      </div>
      <PaperPage document={printed(drawn.document)} title={title} />
    </article>
  );
}
