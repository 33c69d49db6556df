/** Xếp hạng: one group at a time, spans while reviews are open, ties side by side, and what was frozen. */
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import frame from '../office.module.css';
import { usePatient } from '../patiently.ts';
import { useDesk, type DeskSeam } from '../today/office-desk.tsx';
import { groupsOf, type Group } from './groups.ts';
import { groupView } from './group-view.ts';
import { rankingPath } from './paths.ts';
import { RankingScreen } from './ranking-screen.tsx';
import { readRanking, type RankingRows } from './read-ranking.ts';

const HAMLETS: Group = { id: 'hamlet', kind: 'hamlet' };
const ROWS = ['rows', 'outbox'] as const;

export function RankingPage() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const rows = usePatient(() => readRanking(workspace), [workspace], ROWS);
  if (seam === undefined || rows === undefined)
    return (
      <main className={frame.body} id="noi-dung">
        <p role="status">{words.loading}</p>
      </main>
    );
  return <Ranking seam={seam} rows={rows} />;
}

function Ranking({ seam, rows }: { seam: DeskSeam; rows: RankingRows }) {
  const { desk, claims } = seam;
  const wanted = new URLSearchParams(useSearch()).get('nhom');
  const [, navigate] = useLocation();
  const groups = useMemo(() => groupsOf(desk), [desk]);
  const group = groups.find(({ id }) => id === wanted) ?? HAMLETS;
  const view = useMemo(() => groupView({ desk, rows, claims }, group), [desk, rows, claims, group]);
  return (
    <RankingScreen
      key={group.id}
      seam={seam}
      rows={rows}
      view={view}
      groups={groups}
      onGroup={(id) => navigate(rankingPath(id), { replace: true })}
    />
  );
}
