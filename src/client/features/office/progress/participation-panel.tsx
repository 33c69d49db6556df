/** Forms over days: one line, its target and deadline, and where the pace of the last week leads. */
import { lazy, Suspense } from 'react';
import { noonOf } from '#domain/day.ts';
import { formatDate, formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import type { Desk } from '../today/desk.ts';
import { ChartBox } from './chart-box.tsx';
import { noFamiliesOf, type Series, type SeriesOf } from './derive.ts';
import { NoFamiliesHere } from './no-families.tsx';

const LineChart = lazy(async () => ({ default: (await import('../charts/line-chart.tsx')).LineChart }));
const { series: words } = officeProgress;

/** The address's word for a series: "xom", "don-vi", a hamlet's id, or nothing for all families. */
const seriesWord = (of: SeriesOf): string =>
  of.kind === 'family' ? (of.hamletId ?? '') : of.kind === 'hamlet' ? 'xom' : 'don-vi';
export function seriesFor(word: string): SeriesOf {
  if (word === 'xom') return { kind: 'hamlet' };
  if (word === 'don-vi') return { kind: 'unit' };
  return { kind: 'family', hamletId: word === '' ? null : word };
}

function titleOf(desk: Desk, of: SeriesOf): string {
  if (of.kind !== 'family') return words.titles[of.kind];
  if (of.hamletId === null) return words.titles.family;
  return fill(words.titles.familyOf, { name: desk.hamletNames.get(of.hamletId) ?? '' });
}

/** "1.304/1.779 hộ đã gửi, 73,3%. Theo đà 7 ngày qua, …". */
function seriesPoint(series: Series, of: SeriesOf): string {
  const { sent, total, forecast, pace } = series;
  if (sent === 0) return words.none;
  if (total === 0) return fill(words.pointNoTotal, { sent: formatNumber(sent) });
  const point = fill(words.point, {
    sent: formatNumber(sent),
    total: formatNumber(total),
    percent: formatPercent(sent, total),
    noun: words.nouns[of.kind],
  });
  if (forecast === null || forecast === sent) return point;
  return (
    point +
    fill(words.forecast, {
      days: pace.days,
      n: formatNumber(forecast),
      percent: formatPercent(forecast, total),
    })
  );
}

function Picture({ series, name }: { series: Series; name: string }) {
  const { points, total, sent, targetPercent, deadline, forecast } = series;
  if (points.length === 0) return null;
  const max = total > 0 ? total : Math.max(1, sent);
  const ticks =
    total > 0
      ? [0, 50, 100].map((percent) => ({ value: (total * percent) / 100, label: `${percent}%` }))
      : [0, max].map((value) => ({ value, label: formatNumber(value) }));
  return (
    <Suspense fallback={null}>
      <LineChart
        points={points.map(({ day, total: value }) => ({ at: noonOf(day), value }))}
        max={max}
        ticks={ticks}
        {...(total > 0 &&
          targetPercent < 100 && {
            target: {
              value: (total * targetPercent) / 100,
              label: fill(words.target, { percent: targetPercent }),
            },
          })}
        {...(deadline && { deadline: { at: deadline.cutoffAt, label: words.deadline } })}
        {...(forecast !== null && deadline && { forecast: { at: deadline.cutoffAt, value: forecast } })}
        label={fill(total > 0 ? words.label1 : words.label0, {
          sent: formatNumber(sent),
          percent: formatPercent(sent, total),
        })}
        dayLabel={(at) => formatDate(at).slice(0, 5)}
        name={name}
      />
    </Suspense>
  );
}

function Table({ series }: { series: Series }) {
  const { points, total } = series;
  return (
    <table className={sheets.figures}>
      <thead>
        <tr>
          <th scope="col">{words.columns.day}</th>
          <th scope="col" className={sheets.right}>
            {words.columns.added}
          </th>
          <th scope="col" className={sheets.right}>
            {words.columns.total}
          </th>
          <th scope="col" className={sheets.right}>
            {words.columns.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...points].reverse().map((point) => (
          <tr key={point.day}>
            <th scope="row">{formatDate(noonOf(point.day))}</th>
            <td className={sheets.right}>{formatNumber(point.added)}</td>
            <td className={sheets.right}>{formatNumber(point.total)}</td>
            <td className={sheets.right}>{total > 0 ? formatPercent(point.total, total) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface ParticipationProps {
  desk: Desk;
  of: SeriesOf;
  series: Series;
  onChoose: (word: string) => void;
}

export function ParticipationPanel({ desk, of, series, onChoose }: ParticipationProps) {
  const missing = noFamiliesOf(desk, of);
  const point = seriesPoint(series, of);
  return (
    <ChartBox
      title={titleOf(desk, of)}
      {...(missing === null && { point })}
      controls={
        <select
          className={controls.select}
          aria-label={words.label}
          value={seriesWord(of)}
          onChange={({ target: { value } }) => onChoose(value)}
        >
          <option value="">{words.families}</option>
          <option value="xom">{words.hamlets}</option>
          <option value="don-vi">{words.units}</option>
          {desk.hamlets.map(({ id, name }) => (
            <option key={id} value={id}>
              {fill(words.familiesOf, { name })}
            </option>
          ))}
        </select>
      }
      picture={
        missing === null ? (
          <Picture series={series} name={`${titleOf(desk, of)}. ${point}`} />
        ) : (
          <NoFamiliesHere {...missing} />
        )
      }
      table={series.points.length === 0 ? null : <Table series={series} />}
    />
  );
}
