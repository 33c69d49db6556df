/** What the log gives the sheet: "tính vào A2.1: 3 buổi", with what it is made of and what is not counted. */
import { activityKinds } from '#domain/activity-kinds.ts';
import { activityCounts } from '#domain/activity-counts.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Criterion } from '#domain/criteria.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import { kindList } from './activity-words.ts';
import type { ActivityRows } from './read-activities.ts';
import styles from './activities.module.css';

type Counted = Extract<Criterion, { type: 'count' }>;

/** Only where something went beyond its cap. */
const cappedWords = ({ activities }: Counted, byKind: Record<string, number | undefined>): string[] =>
  activityKinds.flatMap((kind) => {
    const most = activities?.caps?.[kind];
    if (most === undefined || (byKind[kind] ?? 0) <= most) return [];
    return [
      fill(activityWords.feedsCapped, {
        kind: activityWords.kinds[kind],
        most: fill(activityWords.counted[kind], { n: most }),
      }),
    ];
  });

export function Feeds({ rows: { set, campaign, activities } }: { rows: ActivityRows }) {
  if (set === undefined || campaign === undefined) return null;
  const counts = activityCounts(
    set,
    activities.map(({ value }) => value),
    campaign.year,
  );
  const lines = criteriaOf(set).flatMap((criterion) => {
    const counted = counts[criterion.id];
    if (criterion.type !== 'count' || counted === undefined) return [];
    return [{ criterion, ...counted }];
  });
  if (lines.length === 0) return null;
  return (
    <Sheet title={fill(activityWords.feedsTitle, { year: campaign.year })}>
      <ul className={styles.feeds}>
        {lines.map(({ criterion, count, byKind }) => (
          <li key={criterion.id}>
            <b>
              {fill(activityWords.feeds, {
                code: criterion.code,
                n: formatNumber(count),
                unit: criterion.unit,
              })}
            </b>{' '}
            <span className="soft">{criterion.shortText}.</span>{' '}
            {count > 0 && fill(activityWords.feedsFrom, { list: kindList(byKind) })}{' '}
            {cappedWords(criterion, byKind).join(' ')}
          </li>
        ))}
      </ul>
      <p className="soft">{activityWords.feedsOther}</p>
    </Sheet>
  );
}
