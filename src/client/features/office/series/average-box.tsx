/** Mean points of each group, year by year: bars, and the same as a table. */
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { seriesWords as words } from '#client/messages/office-series.ts';
import { ShareBar } from '../charts/marks.tsx';
import { ChartBox } from '../progress/chart-box.tsx';
import sheet from '../sheet.module.css';
import type { Compared } from './series-table.ts';
import styles from './series.module.css';

const FULL = 10_000;

interface AverageProps {
  compared: Compared;
  groupName: (group: string) => string;
}

type Known = { year: number; average: number; of: number };

/** "Các xóm: 78,20 (19 phiếu, 2026); 2025 là 80,10 (18 phiếu)." */
function pointOf(name: string, cells: readonly Known[]): string {
  const [before, after] = [cells.at(-2), cells.at(-1)];
  if (after === undefined) return '';
  const now = { group: name, after: formatPoints(after.average), of1: after.of, year1: after.year };
  if (before === undefined) return fill(words.averageOne, now);
  const was = { before: formatPoints(before.average), of0: before.of, year0: before.year };
  const template =
    after.average === before.average
      ? words.averageSame
      : after.average > before.average
        ? words.averagePoint
        : words.averageDown;
  return fill(template, { ...now, ...was });
}

export function AverageBox({ compared: { years, table }, groupName }: AverageProps) {
  const groups = table.groups.map(({ group, cells }) => ({
    name: groupName(group),
    cells: years.flatMap((year, at): Known[] => {
      const cell = cells[at] ?? null;
      return cell === null ? [] : [{ year, ...cell }];
    }),
  }));
  return (
    <ChartBox
      title={words.averageTitle}
      point={groups.map(({ name, cells }) => pointOf(name, cells)).join(' ')}
      picture={
        <div className={styles.groups}>
          {groups.map(({ name, cells }) => (
            <div key={name} className={styles.group}>
              <h3>{name}</h3>
              {cells.map(({ year, average, of }) => (
                <div key={year} className={styles.bar}>
                  <b>{year}</b>
                  <ShareBar share={average / FULL} label="" tone="tea" />
                  <span>{fill(words.averageBar, { points: formatPoints(average), of })}</span>
                </div>
              ))}
            </div>
          ))}
        </div>
      }
      table={
        <table aria-label={words.averageTitle}>
          <thead>
            <tr>
              <th scope="col">{words.columns.group}</th>
              {years.map((year) => (
                <th key={year} scope="col" className={sheet.right}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {years.map((year) => {
                  const cell = cells.find((each) => each.year === year);
                  return (
                    <td key={year} className={sheet.right}>
                      {cell && fill(words.averageBar, { points: formatPoints(cell.average), of: cell.of })}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
