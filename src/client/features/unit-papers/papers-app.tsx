/** Hồ sơ: the papers of a unit or a hamlet, each on a page of its own. */
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { nominationWords, paperWords } from '#client/messages/unit.ts';
import { unitReportWords } from '#client/messages/unit-report.ts';
import { LoadingPage, NoSetPage } from '#client/subject/home-page.tsx';
import {
  lastYearPath,
  narrativePath,
  nominationPath,
  nominationsPath,
  papersPath,
  planPath,
  reportFilePath,
} from '#client/subject/papers-path.ts';
import { readLastYear } from './last-year.ts';
import { LastYearPage } from './last-year-page.tsx';
import { NarrativePage } from './narrative-page.tsx';
import { NominationPage } from './nomination-page.tsx';
import { NominationsPage } from './nominations-page.tsx';
import { NoPaper, PapersPage } from './papers-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { readPapers, type OwnPapers } from './read-papers.ts';

const NEW = 'moi';
const ReportFilePage = lazy(async () => ({
  default: (await import('./report/report-file-page.tsx')).ReportFilePage,
}));

export function PapersApp({ home }: { home: string }) {
  const workspace = useWorkspace();
  const [path] = useLocation();
  const rows = useLive(() => readPapers(workspace), [workspace]);
  const lastYear = useLive(() => readLastYear(workspace), [workspace]);
  const title = home === '/don-vi' ? paperWords.titleUnit : paperWords.titleHamlet;
  if (rows === undefined || lastYear === undefined) return <LoadingPage title={title} />;
  const { owner } = rows;
  // Before the commune's campaign is on this phone there is nothing a paper could belong to.
  if (owner === null) return <NoSetPage title={title} home={home} />;
  const own: OwnPapers = { ...rows, owner };
  const mayWrite = rows.sheet.profile.role !== 'hamletHelper';

  if (path === planPath(home) && owner.subjectKind === 'unit') return <PlanPage rows={own} home={home} />;
  if (path === reportFilePath(home) && owner.subjectKind === 'unit')
    return (
      <Suspense fallback={<LoadingPage title={unitReportWords.title} />}>
        <ReportFilePage rows={own} home={home} />
      </Suspense>
    );
  if (path === narrativePath(home)) return <NarrativePage rows={own} home={home} mayWrite={mayWrite} />;
  if (path === nominationsPath(home)) return <NominationsPage rows={own} home={home} mayWrite={mayWrite} />;
  if (path === lastYearPath(home) && lastYear !== null)
    return <LastYearPage rows={own} home={home} lastYear={lastYear} />;
  if (path.startsWith(`${nominationsPath(home)}/`)) {
    const id = path.slice(nominationPath(home, '').length);
    const row = own.nominations.find((each) => each.id === id);
    if (row !== undefined || (id === NEW && mayWrite))
      return (
        <NominationPage
          key={id}
          rows={own}
          home={home}
          mayWrite={mayWrite}
          {...(row !== undefined && { row })}
        />
      );
    return (
      <NoPaper
        title={nominationWords.goneTitle}
        text={nominationWords.gone}
        to={nominationsPath(home)}
        label={nominationWords.toList}
      />
    );
  }
  if (path === papersPath(home)) return <PapersPage rows={own} home={home} lastYear={lastYear} />;
  return <NoPaper title={title} text={nominationWords.gone} to={papersPath(home)} label={title} />;
}
