/** The log on paper (A4), for the hamlet's book and as an annex; drawn on the screen never. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { countKinds, dayWords, kindList } from './activity-words.ts';
import type { ActivityRows } from './read-activities.ts';
import styles from './activities.module.css';

const { printColumns: columns } = activityWords;

export function PrintedList({ rows, today }: { rows: ActivityRows; today: string }) {
  const { profile, campaign, communeName } = rows;
  // On paper the year runs forward.
  const activities = [...rows.activities].reverse();
  const signer = profile.role === 'unitContact' ? 'unit' : 'hamlet';
  return (
    <div className={styles.paper}>
      <p>{communeName.charAt(0).toUpperCase() + communeName.slice(1)}</p>
      <p>
        <b>{profile.title}</b>
      </p>
      <h1>{activityWords.printTitle}</h1>
      {campaign !== undefined && <p>{campaign.shortTitle}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.people}</th>
            <th scope="col">{columns.minutes}</th>
            <th scope="col">{columns.note}</th>
          </tr>
        </thead>
        <tbody>
          {activities.map(({ id, value }, at) => (
            <tr key={id}>
              <td>{at + 1}</td>
              <td>{dayWords(value.date)}</td>
              <td>{activityWords.kinds[value.kind]}</td>
              <td>{value.title}</td>
              <td>{value.people === undefined ? '' : formatNumber(value.people)}</td>
              <td>{value.minutes === undefined ? '' : formatNumber(value.minutes)}</td>
              <td>{value.note ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {activities.length > 0 && (
        <p>{fill(activityWords.printTotal, { list: kindList(countKinds(activities)) })}</p>
      )}
      <div className={styles.signature}>
        <p>{fill(activityWords.printMade, { date: dayWords(today) })}</p>
        <p>
          <b>{activityWords.printSigner[signer]}</b>
        </p>
      </div>
    </div>
  );
}
