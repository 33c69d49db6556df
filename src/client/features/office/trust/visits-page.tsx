/** Phúc tra: visits planned and made, newest first. */
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import filters from '../filters.module.css';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { visitPath, VISIT_NEW, VISITS_TAB } from './paths.ts';
import { isSeenMark, type Visit } from './read-trust.ts';
import { TrustFrame, useNews, type TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';
import { findingsWords, visitDay } from './visit-words.ts';

const words = trustWords.visits;
const views = ['all', 'planned', 'confirmed', 'differs'] as const;

const addressOf = ({ value }: Visit): string =>
  [value.sampleId !== undefined && words.fromSample, value.signal !== undefined && words.fromSignal]
    .filter((each) => each !== false)
    .join(', ');

export function VisitsPage({ seam }: { seam: TrustSeam }) {
  const workspace = useWorkspace();
  const { rows, subjects, canVisit } = seam;
  const params = new URLSearchParams(useSearch());
  const view = views.find((each) => each === params.get('xem')) ?? 'all';
  const [, navigate] = useLocation();
  const news = useNews();
  const visits = useMemo(() => rows.visits.filter((visit) => !isSeenMark(visit)), [rows.visits]);
  const shown = visits.filter(({ value }) => view === 'all' || value.conclusion === view);
  const keys = useMemo(
    () =>
      canVisit
        ? [{ keys: ['p'], does: trustWords.keys.visit, act: () => navigate(visitPath(VISIT_NEW)) }]
        : [],
    [canVisit, navigate],
  );
  useScreenKeys(keys);
  const end = ({ id, rev, value }: Visit): void =>
    void news.tell(workspace.putRecord('inspection', id, null, rev), {
      words: words.ended,
      undo: () => workspace.putRecord('inspection', id, value, rev),
    });
  const nameOf = ({ value }: Visit): string => subjects.nameOf(value.subjectKind, value.subjectId) ?? '';
  return (
    <TrustFrame
      seam={seam}
      explain={words.explain}
      news={news}
      actions={
        <>
          <button type="button" className={controls.button} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {trustWords.print}
          </button>
          {canVisit && (
            <Link className={controls.mainButton} href={visitPath(VISIT_NEW)}>
              {words.act}
            </Link>
          )}
        </>
      }
    >
      <div className={filters.filters} role="group" aria-label={words.filterName}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className={controls.chip}
            aria-pressed={view === each}
            onClick={() =>
              navigate(each === 'all' ? VISITS_TAB : `${VISITS_TAB}?xem=${each}`, { replace: true })
            }
          >
            {words.filters[each]}
          </button>
        ))}
        <span className={filters.count}>{fill(words.found, { n: shown.length })}</span>
      </div>
      {visits.length === 0 && (
        <EmptyState title={words.emptyTitle}>
          <p>{words.empty}</p>
        </EmptyState>
      )}
      {visits.length > 0 && shown.length === 0 && <EmptyState title={words.emptyFilter} />}
      {shown.length > 0 && (
        <div className={`${sheets.tablewrap} ${styles.scroll}`}>
          <table className={shared.table} aria-label={trustWords.tabs.visits}>
            <thead>
              <tr>
                <th scope="col">{words.columns.date}</th>
                <th scope="col">{words.columns.who}</th>
                <th scope="col">{words.columns.conclusion}</th>
                <th scope="col">{words.columns.findings}</th>
                <th scope="col">{words.columns.by}</th>
                {canVisit && (
                  <th scope="col" className={styles.screen}>
                    <span className={frame.hidden}>{words.end}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((visit) => (
                <tr key={visit.id}>
                  <td data-head={words.columns.date}>{visitDay(visit.value)}</td>
                  <th scope="row">
                    <Link href={visitPath(visit.id)}>{nameOf(visit)}</Link>
                    <span className={sheets.why}>{addressOf(visit)}</span>
                  </th>
                  <td data-head={words.columns.conclusion}>{words.conclusions[visit.value.conclusion]}</td>
                  <td data-head={words.columns.findings}>{findingsWords(visit.value)}</td>
                  <td data-head={words.columns.by}>{visit.value.inspectors}</td>
                  {canVisit && (
                    <td className={styles.screen}>
                      <button
                        type="button"
                        className={controls.textButton}
                        aria-label={fill(words.endNamed, { name: nameOf(visit) })}
                        onClick={() => end(visit)}
                      >
                        {words.end}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </TrustFrame>
  );
}
