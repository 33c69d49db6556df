import { useMemo } from 'react';
import { formatPercent } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import { office } from '#client/messages/office.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import type { Desk } from '../today/desk.ts';
import type { HamletClaims } from '../today/hamlet-claims.ts';
import { ChartBox } from './chart-box.tsx';
import { claimCriteria, hamletRows, pillarSums, type HamletRow, type PillarRow } from './derive.ts';
import { HamletFigures, HamletTable } from './standing-table.tsx';

const { table: words } = officeProgress;

/** Which pillar is highest and lowest over all rows, and whose points these are. */
export function pillarPoint(rows: readonly PillarRow[]): string {
  const known = rows.filter(({ basis }) => basis !== null);
  if (known.length === 0) return words.none;
  const sums = pillarSums(rows)
    .filter(({ total }) => total.applicableMax > 0)
    .sort((a, b) => b.total.earned * a.total.applicableMax - a.total.earned * b.total.applicableMax);
  const [high, low] = [sums[0], sums.at(-1)];
  const verified = known.filter(({ basis }) => basis === 'verified').length;
  const basis = fill(words.basisPoint, { verified, self: known.length - verified });
  if (high === undefined || low === undefined || high === low) return basis;
  const point = fill(words.pillarPoint, {
    high: office.pillars[high.pillar],
    highPercent: formatPercent(high.total.earned, high.total.applicableMax),
    low: office.pillars[low.pillar],
    lowPercent: formatPercent(low.total.earned, low.total.applicableMax),
  });
  return `${point} ${basis}`;
}

const claimPoint = (rows: readonly HamletRow[]): string =>
  fill(words.claimPoint, {
    n: rows.filter(({ claim }) => claim?.verdict?.kind === 'tooHigh').length,
    unclaimed: rows.filter(({ claim }) => (claim?.claim ?? null) === null).length,
  });

export interface HamletsPanelProps {
  desk: Desk;
  claims: HamletClaims;
  /** Criterion whose claims are shown; '' = the first there is. */
  item: string;
  onItem: (id: string) => void;
}

export function HamletsPanel({ desk, claims, item, onItem }: HamletsPanelProps) {
  const criteria = useMemo(() => claimCriteria(desk), [desk]);
  const chosen = criteria.find(({ id }) => id === item) ?? criteria[0];
  const rows = useMemo(() => hamletRows(desk, claims, chosen?.id), [desk, claims, chosen?.id]);
  if (rows.length === 0) return <EmptyState title={words.noHamlets} />;
  return (
    <ChartBox
      title={words.title}
      point={`${pillarPoint(rows)} ${chosen ? claimPoint(rows) : ''} ${words.how}`}
      controls={
        chosen && (
          <select
            className={controls.select}
            aria-label={words.choose}
            value={chosen.id}
            onChange={({ target: { value } }) => onItem(value)}
          >
            {criteria.map(({ id, code, shortText }) => (
              <option key={id} value={id}>
                {code} {shortText}
              </option>
            ))}
          </select>
        )
      }
      picture={<HamletTable rows={rows} />}
      table={<HamletFigures rows={rows} />}
    />
  );
}
