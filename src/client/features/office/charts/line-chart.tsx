/**
 * One strong line over days: what came, where its pace leads (dotted), what was aimed at (dashed) and until when. Labels
 * stand on the marks; the sentence is the picture's name, the table beside it its figures.
 */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import styles from './charts.module.css';
import { useSize } from './use-size.ts';

/** `at`: epoch ms (noon of its day). */
export interface LinePoint {
  at: number;
  value: number;
}

export interface LineChartProps {
  points: readonly LinePoint[];
  /** The top of the scale. */
  max: number;
  /** Its words at 0, half and the top. */
  ticks: readonly { value: number; label: string }[];
  target?: { value: number; label: string };
  deadline?: { at: number; label: string };
  /** Where the pace leads at the deadline. */
  forecast?: LinePoint;
  /** On the last point. */
  label: string;
  dayLabel: (at: number) => string;
  /** The picture in a sentence. */
  name: string;
}

/** Days named under the picture: as many as there is room for, the first and the last always. */
function daysUnder(from: number, to: number, room: number): number[] {
  const count = Math.max(2, Math.min(5, room));
  return Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
}

export function LineChart(props: LineChartProps) {
  const { points, max, ticks, target, deadline, forecast, label, dayLabel, name } = props;
  const [box, { width, em }] = useSize();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return <div ref={box} />;
  const height = Math.round(em * 12.4);
  const left = em * 3.2;
  const right = width - em * 2.2;
  const bottom = height - em * 1.9;
  const end = Math.max(last.at, deadline?.at ?? 0, first.at + 1);
  const x = scaleUtc([new Date(first.at), new Date(end)], [left + 8, right]);
  const y = scaleLinear([0, max], [bottom, em * 1.4]);
  const path = line<LinePoint>(
    ({ at }) => x(new Date(at)),
    ({ value }) => y(Math.min(value, max)),
  ).curve(curveMonotoneX);
  const under = daysUnder(first.at, end, Math.floor((right - left) / (em * 6)));
  const lastX = x(new Date(last.at));
  const lastY = y(Math.min(last.value, max));
  const deadlineX = deadline && x(new Date(deadline.at));
  // Under the point and to its right, where the line never is; above it to the left where there is no room for that.
  const edge = deadlineX !== undefined && deadlineX > lastX ? deadlineX : right;
  const hasRoom = edge - lastX > label.length * em * 0.58 + 16;
  return (
    <div ref={box} className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={name}>
        {ticks.map((tick) => (
          <g key={tick.value}>
            <line className={styles.grid} x1={left} x2={right} y1={y(tick.value)} y2={y(tick.value)} />
            <text className={styles.soft} x={left - 8} y={y(tick.value) + em / 3} textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        {target && (
          <>
            <line className={styles.target} x1={left} x2={right} y1={y(target.value)} y2={y(target.value)} />
            <text className={styles.targetWord} x={left + 8} y={y(target.value) + em * 1.2}>
              {target.label}
            </text>
          </>
        )}
        {forecast && <path className={styles.forecast} d={path([last, forecast]) ?? ''} />}
        <path className={styles.line} d={path(points) ?? ''} />
        <circle className={styles.point} cx={lastX} cy={lastY} r={em * 0.4} />
        {deadlineX !== undefined && deadline && (
          <>
            <line className={styles.deadline} x1={deadlineX} x2={deadlineX} y1={em * 0.4} y2={bottom} />
            <text className={styles.strong} x={deadlineX - 6} y={em} textAnchor="end">
              {deadline.label}
            </text>
          </>
        )}
        <text
          className={styles.strong}
          x={hasRoom ? lastX + 8 : lastX - 8}
          y={hasRoom ? lastY + em * 1.5 : Math.max(em, lastY - em * 0.8)}
          textAnchor={hasRoom ? 'start' : 'end'}
        >
          {label}
        </text>
        {under.map((at, index) => (
          <text
            key={at}
            className={styles.soft}
            x={x(new Date(at))}
            y={height - em * 0.4}
            textAnchor={index === 0 ? 'start' : index === under.length - 1 ? 'end' : 'middle'}
          >
            {dayLabel(at)}
          </text>
        ))}
      </svg>
    </div>
  );
}
