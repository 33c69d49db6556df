import { useMemo } from 'react';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { ShareBar } from '../charts/marks.tsx';
import sheets from '../sheet.module.css';
import type { Desk } from '../today/desk.ts';
import { stageWord } from '../today/where-panel.tsx';
import { ChartBox } from './chart-box.tsx';
import { pillarRow, sectorRows, type PillarRow, type SectorRow } from './derive.ts';
import { pillarPoint } from './hamlets-panel.tsx';
import { UnitTable } from './standing-table.tsx';

const { sectors: words, table: tableWords } = officeProgress;

const ofAll = (n: number, all: number): string => fill(tableWords.of, { n, d: all });

function Sectors({ rows, plain }: { rows: readonly SectorRow[]; plain: boolean }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.columns.sector}</th>
          <th scope="col">{words.columns.sent}</th>
          <th scope="col">{words.columns.verified}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sector, all, sent, verified }) => (
          <tr key={sector}>
            <th scope="row">{words.names[sector]}</th>
            <td>
              {plain ? ofAll(sent, all) : <ShareBar share={sent / all} label={ofAll(sent, all)} tone="tea" />}
            </td>
            <td>
              {plain ? (
                ofAll(verified, all)
              ) : (
                <ShareBar share={verified / all} label={ofAll(verified, all)} tone="indigo" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Stage = ({ standing: { stage } }: PillarRow) => (
  <span className={sheets.state}>
    <Glyph state={stage === 'none' ? 'draft' : stage} />
    <span>{stageWord(stage)}</span>
  </span>
);

export function UnitsPanel({ desk }: { desk: Desk }) {
  const rows = useMemo(() => desk.units.map(pillarRow), [desk]);
  const sectors = useMemo(() => sectorRows(desk), [desk]);
  if (rows.length === 0) return <EmptyState title={tableWords.noUnits} />;
  const sum = (of: (row: SectorRow) => number) => sectors.reduce((total, row) => total + of(row), 0);
  return (
    <>
      <ChartBox
        title={words.title}
        point={fill(words.point, {
          sent: sum(({ sent }) => sent),
          all: sum(({ all }) => all),
          verified: sum(({ verified }) => verified),
        })}
        picture={<Sectors rows={sectors} plain={false} />}
        table={<Sectors rows={sectors} plain />}
      />
      <ChartBox
        title={tableWords.unitsTitle}
        point={`${pillarPoint(rows)} ${tableWords.unitsHow}`}
        picture={<UnitTable rows={rows} plain={false} stageOf={Stage} />}
        table={<UnitTable rows={rows} plain stageOf={Stage} />}
      />
    </>
  );
}
