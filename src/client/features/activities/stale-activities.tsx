/** Activities that this phone and another wrote differently: somebody says which stands. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { Activity } from '#protocol/subject-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { StaleCard } from '#client/subject/stale-card.tsx';
import { dayWords } from './activity-words.ts';
import type { ActivityRows } from './read-activities.ts';

function Version({ value: { kind, date, title, people, minutes, note } }: { value: Activity }) {
  return (
    <>
      <p>
        {activityWords.kinds[kind]}, {dayWords(date)}
      </p>
      <p>{title}</p>
      {people !== undefined && <p>{fill(activityWords.people, { n: formatNumber(people) })}</p>}
      {minutes !== undefined && <p>{fill(activityWords.minutes, { n: formatNumber(minutes) })}</p>}
      {note !== undefined && <p>{note}</p>}
    </>
  );
}

export function StaleActivities({ rows: { stale, activities } }: { rows: ActivityRows }) {
  const workspace = useWorkspace();
  return stale.map((each) => {
    const row = activities.find(({ id }) => id === each.id);
    return (
      <StaleCard
        key={each.opId}
        name={(each.own ?? row?.value)?.title ?? activityWords.title}
        stale={each}
        row={row}
        put={(id, value, rev) => workspace.putRecord('activity', id, value, rev)}
        show={(value) => <Version value={value} />}
      />
    );
  });
}
