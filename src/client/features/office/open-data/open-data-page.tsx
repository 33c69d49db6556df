/** Công khai, số liệu mở: the public board's address, what a release would hold now, and the releases there are. */
import { useState } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { openDataWords as words } from '#client/messages/office-open-data.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { useWhich } from '../which-campaign.tsx';
import { BoardLink } from './board-link.tsx';
import { NextRelease } from './next-release.tsx';
import { readOpenData } from './read-open-data.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { ReleaseList } from './release-list.tsx';

const TABLES = ['rows', 'outbox'] as const;

export function OpenDataPage() {
  const workspace = useWorkspace();
  const { chosen, day } = useWhich();
  const [asking, setAsking] = useState(false);
  const view = useLive(() => readOpenData(workspace, { chosen, day }), [workspace, chosen, day], TABLES);
  const mayRelease = workspace.profile.role === 'officer';
  const release = async (note: string): Promise<void> => {
    if (view === undefined || view === null) return;
    const { campaignId, number } = view;
    const id = workspace.newId();
    const value = { id, campaignId, number, releasedAt: Date.now(), note };
    await workspace.putRecord('openRelease', id, value, 0);
  };
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {view !== undefined && view !== null && mayRelease && (
          <div className={`${frame.headRight} ${shared.ways}`}>
            <button type="button" className={controls.mainButton} onClick={() => setAsking(true)}>
              {fill(words.next.release, { n: view.number })}
            </button>
          </div>
        )}
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <BoardLink origin={window.location.origin} />
        {view === undefined ? (
          <p role="status">{words.loading}</p>
        ) : view === null ? (
          <EmptyState title={words.noCampaignTitle}>{words.noCampaign}</EmptyState>
        ) : (
          <>
            <ReleaseList releases={view.releases} />
            <NextRelease view={view} mayRelease={mayRelease} />
          </>
        )}
      </main>
      {asking && view !== undefined && view !== null && (
        <ReleaseDialog number={view.number} onRelease={release} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
