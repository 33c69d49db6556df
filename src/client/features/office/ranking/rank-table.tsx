/** The ranking as a table. The name's link carries focus: ↑ ↓ walk the rows, Enter opens the form. */
import { useRef, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { RankedSubject } from '#domain/ranking/rank-group.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import { stateWords } from '#client/messages/states.ts';
import { cx } from '#client/ui/cx.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { submissionPath } from '../paths.ts';
import sheets from '../sheet.module.css';
import type { GroupView, RankedForm } from './group-view.ts';
import { gradeWords, rankWords, scoreWords } from './rank-words.ts';
import { axisOf, SpanCell, SpanHatch, SpanHead, type Axis } from './span-cell.tsx';
import styles from './ranking.module.css';

const { columns } = words;

interface RowProps {
  form: RankedForm;
  axis: Axis;
  isTied: boolean;
  /** Absent where it is not ranked; then `why` is there. */
  subject?: RankedSubject;
  why?: string;
  onKey: (event: KeyboardEvent) => void;
}

function Row({ form, axis, isTied, subject, why, onKey }: RowProps) {
  const { name, sheet, submission, families, state } = form;
  const all = sheet.criteria.length;
  return (
    <tr className={cx(isTied && styles.tied)}>
      <td className={styles.rank}>{subject ? rankWords(subject) : '—'}</td>
      <th scope="row">
        <Link href={submissionPath(submission.id)} data-row-link="" onKeyDown={onKey}>
          {name}
        </Link>
      </th>
      <td className={cx(sheets.right, sheet.low === sheet.high && styles.strong)}>{scoreWords(sheet)}</td>
      <td className={styles.chart}>
        <SpanCell axis={axis} low={sheet.low} high={sheet.high} />
      </td>
      {form.set.subjectKind !== 'household' && (
        <td className={cx(sheets.right, styles.wide)}>
          {sheet.graded}/{all}
        </td>
      )}
      {families ? (
        <td className={cx(sheets.right, styles.wide)}>
          {families.sent}/{families.total}
        </td>
      ) : (
        <td className={styles.wide}>
          <span className={sheets.state}>
            <Glyph state={state} />
            <span>{stateWords[state]}</span>
          </span>
        </td>
      )}
      <td>
        {why ?? gradeWords(form)}
        {isTied && (
          <>
            , <b className={styles.tiedWord}>{words.tied}</b>
          </>
        )}
      </td>
    </tr>
  );
}

const WALK: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

export function RankTable({ view }: { view: GroupView }) {
  const { group, forms, ranking } = view;
  const body = useRef<HTMLTableSectionElement>(null);
  const axis = axisOf([...forms.values()].flatMap(({ sheet }) => [sheet.low, sheet.high]));
  const tied = new Set(ranking.ties.flatMap(({ members }) => members.map(({ subjectId }) => subjectId)));
  const onKey = (event: KeyboardEvent): void => {
    const walk = WALK[event.key];
    if (walk === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const now = links.findIndex((link) => link === document.activeElement);
    if (now === -1) return;
    event.preventDefault();
    links[walk(now, links.length - 1)]?.focus();
  };
  const row = (subjectId: string, more: Pick<RowProps, 'subject' | 'why'>) => {
    const form = forms.get(subjectId);
    return (
      form && (
        <Row key={subjectId} form={form} axis={axis} isTied={tied.has(subjectId)} onKey={onKey} {...more} />
      )
    );
  };
  return (
    <div className={cx(sheets.tablewrap, styles.wrap)}>
      <SpanHatch />
      <table className={styles.table} aria-label={words.tableName}>
        <thead>
          <tr>
            <th scope="col">{columns.rank}</th>
            <th scope="col">{columns[group.kind]}</th>
            <th scope="col" className={sheets.right}>
              {columns.score}
            </th>
            <th scope="col" className={styles.chart}>
              <span className="spoken-only">{words.chartName}</span>
              <SpanHead axis={axis} />
            </th>
            {group.kind !== 'household' && (
              <th scope="col" className={cx(sheets.right, styles.wide)}>
                {columns.graded}
              </th>
            )}
            <th scope="col" className={cx(group.kind === 'hamlet' && sheets.right, styles.wide)}>
              {group.kind === 'hamlet' ? columns.families : columns.state}
            </th>
            <th scope="col">{columns.grade}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {ranking.ranked.map((subject) => row(subject.subjectId, { subject }))}
          {ranking.excluded.map(({ subjectId, why }) => row(subjectId, { why: words.notRanked[why] }))}
        </tbody>
      </table>
    </div>
  );
}
