/** The slip on paper: black on white, read in grey; as long as its criteria need. */
import { formatDate, formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { resultSlipPaper as words } from '#client/messages/office-result-slips.ts';
import type { ResultSlip } from './slip-of.ts';
import styles from './result-slips.module.css';

export interface Issuer {
  /** "xã Bình Thuận". */
  commune: string;
  standingOffice: string;
  phone: string;
  campaign: string;
}

const pointsOf = (points: number | null): string =>
  points === null ? words.notApplicable : formatPoints(points);

export function SlipPaper({ slip, issuer }: { slip: ResultSlip; issuer: Issuer }) {
  const { kind, name, hamletName, rank } = slip;
  const phone = issuer.phone === '' ? '' : fill(words.phone, { phone: issuer.phone });
  const { columns } = words;
  return (
    <article className={styles.paper}>
      <header>
        <p className={styles.issuer}>{fill(words.issuer, { commune: issuer.commune })}</p>
        <p>{issuer.campaign}</p>
        <p className={styles.title}>{words.title}</p>
        <p className={styles.to}>{fill(words.about[kind], { name, hamlet: hamletName })}</p>
        {kind === 'household' && <p>{words.private}</p>}
        <p>{fill(words.received, { date: formatDate(slip.receivedAt) })}</p>
      </header>
      <dl className={styles.sums}>
        {(['self', 'supported', 'officer'] as const).map((which) => (
          <div key={which}>
            <dt>{words.sum[which]}</dt>
            <dd>{fill(words.points, { points: formatPoints(slip[which]) })}</dd>
          </div>
        ))}
      </dl>
      <p>
        {[
          slip.grade === '' ? '' : fill(words.grade, { grade: slip.grade }),
          rank === null ? '' : fill(words.rank, { rank: rank.rank, of: rank.of, date: formatDate(rank.at) }),
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.max}</th>
            <th scope="col">{columns.self}</th>
            <th scope="col">{columns.supported}</th>
            <th scope="col">{columns.officer}</th>
            <th scope="col">{columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {slip.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.code} {row.text}
              </th>
              <td>{formatPoints(row.max)}</td>
              <td>{pointsOf(row.self)}</td>
              <td>{pointsOf(row.supported)}</td>
              <td>
                <b>{pointsOf(row.officer)}</b>
              </td>
              <td className={styles.reason}>{row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <p>{words.normalised}</p>
        <p>
          <b>{words.objectTitle}.</b> {fill(words.object[kind], { office: issuer.standingOffice, phone })}
        </p>
      </footer>
    </article>
  );
}
