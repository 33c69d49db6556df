/** A small line of the year: what the score was, month by month; the same in a table. */
import { useState, type CSSProperties } from 'react';
import type { ScoreSheet } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { historyWords } from '#client/messages/hamlet.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { SheetRows } from './read-sheet.ts';
import { useSnapshots, type SnapshotRow } from './use-snapshots.ts';
import styles from './score-history.module.css';

const dayWords = (day: string): string => day.split('-').reverse().join('/');
const monthNumber = (day: string): string => day.slice(5, 7).replace(/^0/, '');
/** Months since year 0, to lay them out evenly. */
const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const TOP = 10_000;

interface Dot {
  id: string;
  /** Per cent of the width and of the height, from the left and from the top. */
  x: number;
  y: number;
}

function dotsOf(kept: readonly SnapshotRow[]): Dot[] {
  const first = monthIndex(kept[0]?.value.takenOn ?? '');
  const span = Math.max(1, monthIndex(kept.at(-1)?.value.takenOn ?? '') - first);
  return kept.map(({ id, value }) => ({
    id,
    x: ((monthIndex(value.takenOn) - first) * 100) / span,
    y: 100 - Math.min(100, (value.normalised * 100) / TOP),
  }));
}

function Line({ kept, label }: { kept: readonly SnapshotRow[]; label: string }) {
  const dots = dotsOf(kept);
  const [first, last] = [kept[0], kept.at(-1)];
  const end = (row: SnapshotRow | undefined): string =>
    row === undefined
      ? ''
      : fill(historyWords.shortMonth, {
          month: fill(historyWords.month, { month: monthNumber(row.value.takenOn) }),
          score: formatPoints(row.value.normalised),
        });
  return (
    <figure>
      <div className={styles.chart} role="img" aria-label={label}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <polyline points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
        </svg>
        {dots.map(({ id, x, y }) => (
          <i key={id} style={{ left: `${x}%`, top: `${y}%` } satisfies CSSProperties} />
        ))}
      </div>
      <figcaption className={styles.ends} aria-hidden="true">
        <span>{end(first)}</span>
        <span>{end(last)}</span>
      </figcaption>
    </figure>
  );
}

const sentenceOf = (kept: readonly SnapshotRow[]): string => {
  const [first, last] = [kept[0]?.value, kept.at(-1)?.value];
  if (first === undefined || last === undefined) return historyWords.lead;
  if (first === last)
    return fill(historyWords.one, {
      date: dayWords(last.takenOn),
      score: formatPoints(last.normalised),
    });
  const month = (day: string): string => fill(historyWords.month, { month: monthNumber(day) });
  return fill(historyWords.span, {
    first: formatPoints(first.normalised),
    firstMonth: month(first.takenOn),
    last: formatPoints(last.normalised),
    lastMonth: month(last.takenOn),
  });
};

const { columns } = historyWords;

function Table({ kept }: { kept: readonly SnapshotRow[] }) {
  return (
    <details>
      <summary className={styles.summary}>{historyWords.table}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.score}</th>
            <th scope="col">{columns.answered}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map(({ id, value }) => (
            <tr key={id}>
              <td>{dayWords(value.takenOn)}</td>
              <td>{formatPoints(value.normalised)}</td>
              <td>{fill(historyWords.answered, { n: value.answered, total: value.criteria })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface ScoreHistoryProps {
  rows: SheetRows;
  result: ScoreSheet;
  now: number;
}

export function ScoreHistory({ rows, result, now }: ScoreHistoryProps) {
  const { kept, retake } = useSnapshots(rows, result, now);
  const [said, setSaid] = useState('');
  if (kept === undefined || kept.length === 0) return null;
  const sentence = sentenceOf(kept);
  const press = async (): Promise<void> => {
    try {
      await retake?.();
      setSaid(historyWords.retaken);
    } catch {
      setSaid(historyWords.failed);
    }
  };
  return (
    <Sheet title={historyWords.title}>
      <p>{sentence}</p>
      {kept.length > 1 && <Line kept={kept} label={sentence} />}
      {kept.length > 1 && <Table kept={kept} />}
      <p role="status" className="soft">
        {said === '' ? historyWords.lead : said}
      </p>
      {retake !== null && (
        <Button small onClick={() => void press()}>
          {historyWords.retake}
        </Button>
      )}
    </Sheet>
  );
}
