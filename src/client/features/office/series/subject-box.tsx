/** Each hamlet or unit through the years. In the commune's order, not by rank: a figure is read beside its own past. */
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { seriesWords as words } from '#client/messages/office-series.ts';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { cellWords, changeWords, type Compared, type NameOf } from './series-table.ts';

interface SubjectProps {
  compared: Compared;
  nameOf: NameOf;
}

export const SubjectBox = ({ compared: { years, table }, nameOf }: SubjectProps) => (
  <section className={sheet.sheet}>
    <h2>{words.subjectsTitle}</h2>
    <div className={sheet.tablewrap}>
      <table className={shared.table} aria-label={words.subjectsTitle}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            {years.map((year) => (
              <th key={year} scope="col" className={sheet.right}>
                {year}
              </th>
            ))}
            <th scope="col" className={sheet.right}>
              {words.columns.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.subjects.map(({ subjectId, cells, change }) => {
            const { name, into } = nameOf(subjectId);
            return (
              <tr key={subjectId}>
                <th scope="row">
                  <b>{name}</b>
                  {into !== undefined && (
                    <span className={sheet.why}>{fill(words.nowIn, { name: into })}</span>
                  )}
                </th>
                {years.map((year, at) => {
                  const cell = cells[at] ?? null;
                  return (
                    <td key={year} className={sheet.right} data-head={year}>
                      {cell === null ? (
                        <span className={sheet.why}>{words.noForm}</span>
                      ) : (
                        <>
                          <b>{formatPoints(cell.normalised)}</b>
                          <span className={sheet.why}>{cellWords(cell)}</span>
                        </>
                      )}
                    </td>
                  );
                })}
                <td className={sheet.right} data-head={words.columns.change}>
                  {changeWords(change)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  </section>
);
