/** Văn bản: every paper of the campaign by step, and the one that was opened as the page it will be. */
import { useLocation, useSearch } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import styles from './documents.module.css';
import { PaperList } from './paper-list.tsx';
import { PaperView } from './paper-view.tsx';
import { paperAt, unitReportAt } from './paths.ts';
import { StalePapers } from './stale-papers.tsx';
import { UnitReportView } from './unit-report-view.tsx';
import { usePapers } from './use-papers.ts';

export function DocumentsPage() {
  const papers = usePapers();
  const workspace = useWorkspace();
  const [at] = useLocation();
  // Khen thưởng asks by what a paper is about.
  const about = new URLSearchParams(useSearch()).get('ve');
  const isReady = papers !== undefined && papers !== 'none';
  const asked =
    paperAt(at) ??
    (isReady && about !== null ? papers.names.find(({ aboutId }) => aboutId === about) : null) ??
    null;
  const name = isReady && asked !== null ? papers.named(asked) : asked;
  const drawn = isReady && name !== null ? papers.draw(name) : null;
  const unitId = unitReportAt(at);
  return (
    <>
      <header className={`${frame.head} ${styles.noPrint}`}>
        <h1>{words.title}</h1>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {papers === undefined && <p role="status">{words.loading}</p>}
        {papers === 'none' && <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
        {isReady && (
          <div className={styles.desk} data-open={name !== null || unitId !== null || undefined}>
            <PaperList papers={papers} open={name} openUnit={unitId} />
            <div>
              <StalePapers papers={papers} />
              {unitId !== null && <UnitReportView key={unitId} papers={papers} unitId={unitId} />}
              {name !== null && drawn === null && <EmptyState title={words.gone} />}
              {drawn !== null && (
                <PaperView
                  key={`${drawn.name.kind} ${drawn.name.aboutId}`}
                  papers={papers}
                  drawn={drawn}
                  canWrite={workspace.profile.role === 'officer'}
                />
              )}
            </div>
          </div>
        )}
      </main>
    </>
  );
}
