/** What the sender and others laid beside one answer: words, photos, papers, an authority's figure, the log, visits. */
import { noonOf } from '#domain/day.ts';
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { PaperList } from '../../papers/paper-list.tsx';
import { Evidence } from '../../photos/evidence.tsx';
import sheets from '../../sheet.module.css';
import type { ReviewRows } from '../read/review-rows.ts';
import type { CriterionView } from '../view/criteria-view.ts';
import { supportWords } from '../view/support-words.ts';
import styles from './pane.module.css';

const { pane: words, flags } = reviewWords;
const dateOf = (isoDate: string): string => formatDate(noonOf(isoDate));

function Logged({ each, rows }: { each: CriterionView; rows: ReviewRows }) {
  const { criterion } = each;
  const count = rows.counts[criterion.id];
  if (criterion.type !== 'count' || criterion.activities === undefined || count === undefined) return null;
  const { kinds } = criterion.activities;
  const own = rows.activities.filter(({ value }) => kinds.includes(value.kind));
  return (
    <div className={styles.more}>
      <p>{fill(words.logged, { count: formatNumber(count.count) })}</p>
      {own.length > 0 && (
        <details>
          <summary>{fill(words.loggedOpen, { n: formatNumber(own.length) })}</summary>
          <ul>
            {own.map(({ id, value }) => (
              <li key={id}>
                {dateOf(value.date)}: {value.title}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function EvidencePart({ each, rows }: { each: CriterionView; rows: ReviewRows }) {
  const { criterion, supported } = each;
  const { id } = criterion;
  const reason = rows.reasons.get(id);
  const official = rows.official.get(id);
  const visits = rows.inspections.flatMap((visit) =>
    visit.findings.filter(({ criterionId }) => criterionId === id).map((finding) => ({ visit, finding })),
  );
  return (
    <>
      {supported.claimed > 0 && <p className={sheets.note}>{supportWords(supported.why)}</p>}
      <Evidence criterion={criterion} photos={rows.photos.get(id) ?? []} />
      <PaperList papers={rows.papers.get(id) ?? []} />
      {reason !== undefined && <p>{fill(words.reason, { text: reason })}</p>}
      {official !== undefined && (
        <p>
          {fill(words.official, {
            source: official.source,
            date: dateOf(official.date),
            n: formatNumber(official.n),
            d: formatNumber(official.d),
          })}
        </p>
      )}
      <Logged each={each} rows={rows} />
      {visits.map(({ visit, finding }) => (
        <p key={visit.id}>
          {fill(words.inspected, {
            date: dateOf(visit.date),
            who: visit.inspectors,
            result: flags.inspected[finding.result],
            note: finding.note,
          })}
        </p>
      ))}
    </>
  );
}
