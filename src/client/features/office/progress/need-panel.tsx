import { tenthsPerDay } from '#domain/progress/pace.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import sheets from '../sheet.module.css';
import type { Series } from './derive.ts';

const { need: words } = officeProgress;

interface NeedProps {
  series: Series;
  /** One hamlet, and it has none. */
  hasNoFamilies: boolean;
}

function Words({ series, hasNoFamilies }: NeedProps) {
  const { need, deadline, targetPercent: percent, daysLeft, pace } = series;
  if (hasNoFamilies) return <>{words.noFamilies}</>;
  if (deadline === undefined) return <>{words.noDeadline}</>;
  if (need === null) return <>{words.noTotal}</>;
  const { phrase } = deadline;
  if (need.kind === 'reached') return <>{fill(words.reached, { percent, phrase })}</>;
  const missing = formatNumber(need.missing);
  if (need.kind === 'over') return <>{fill(words.over, { percent, phrase, missing })}</>;
  return (
    <>
      {words.needed}
      <b>{fill(words.neededDay, { n: formatNumber(need.perDay) })}</b>
      {fill(words.neededRest, {
        days: daysLeft,
        missing,
        percent,
        pace: formatNumber(tenthsPerDay(pace) / 10),
      })}
    </>
  );
}

/** What each remaining day must bring, beside what the last week brought. */
export const NeedPanel = (props: NeedProps) => (
  <section className={sheets.sheet}>
    <h2>{words.title}</h2>
    <p>
      <Words {...props} />
    </p>
  </section>
);
