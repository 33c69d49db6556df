/** The four pillars as bars and figures; the sentence above says what they show. */
import { pillars } from '#domain/criteria.ts';
import type { ScoreSheet } from '#domain/score.ts';
import { formatPercent, formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import styles from './pillars.module.css';
import sheets from './sheet.module.css';

export function PillarTable({ sheet }: { sheet: ScoreSheet }) {
  const rows = pillars.map((pillar) => ({ pillar, ...sheet.pillars[pillar] }));
  const applying = rows
    .filter(({ applicableMax }) => applicableMax > 0)
    .sort((a, b) => b.earned * a.applicableMax - a.earned * b.applicableMax);
  const [high, low] = [applying[0], applying.at(-1)];
  const differs = high && low && high.earned * low.applicableMax !== low.earned * high.applicableMax;
  return (
    <section className={sheets.sheet}>
      <h2>{office.pillarsTitle}</h2>
      {differs && (
        <p className={sheets.note}>
          {fill(office.pillarPoint, {
            high: office.pillars[high.pillar],
            highPercent: formatPercent(high.earned, high.applicableMax),
            low: office.pillars[low.pillar],
            lowPercent: formatPercent(low.earned, low.applicableMax),
          })}
        </p>
      )}
      <table className={sheets.figures}>
        <thead>
          <tr>
            <th scope="col">{office.pillar}</th>
            <th scope="col" className={sheets.right}>
              {office.ofMax}
            </th>
            <th scope="col">{office.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ pillar, earned, applicableMax }) => (
            <tr key={pillar}>
              <th scope="row">{office.pillars[pillar]}</th>
              <td className={sheets.right}>
                {fill(office.pointsOf, { points: formatPoints(earned), max: formatPoints(applicableMax) })}
              </td>
              <td>
                <span className={styles.share}>
                  <span className={styles.mini} data-pillar={pillar} aria-hidden="true">
                    <i style={{ width: applicableMax === 0 ? 0 : `${(earned / applicableMax) * 100}%` }} />
                  </span>
                  {applicableMax > 0 && formatPercent(earned, applicableMax)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
