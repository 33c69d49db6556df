/** In Giấy khen: whose, on what paper, with a picture of the sheet that will come out. */
import { useState } from 'react';
import { Link } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { certificateWords as words } from '#client/messages/office-certificates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { AWARDS_PATH } from '../awards/paths.ts';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { useWhich } from '../which-campaign.tsx';
import { PrintDesk } from './print-desk.tsx';
import { readCertificates } from './read-certificates.ts';
import { StaleBlanks } from './stale-blanks.tsx';
import { useChosen } from './use-wish.ts';

const ROWS = ['rows'] as const;

export function PrintPage() {
  const workspace = useWorkspace();
  const { chosen: campaign, day } = useWhich();
  const rows = useLive(
    () => readCertificates(workspace, { chosen: campaign, day }),
    [workspace, campaign, day],
    ROWS,
  );
  const [chosen, choose] = useChosen();
  const [emblem, setEmblem] = useState<string | null>(null);
  const decided = rows?.decided.find(({ decision }) => decision.id === chosen.decision) ?? rows?.decided[0];
  if (rows !== undefined && decided !== undefined)
    return (
      <PrintDesk
        key={decided.decision.id}
        rows={rows}
        decided={decided}
        chosen={chosen}
        choose={choose}
        emblem={emblem}
        onEmblem={setEmblem}
      />
    );
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <StaleBlanks />
        {rows === undefined ? (
          <p role="status">{words.loading}</p>
        ) : (
          <EmptyState
            title={words.emptyTitle}
            action={
              <Link className={controls.mainButton} href={AWARDS_PATH}>
                {words.toAwards}
              </Link>
            }
          >
            {words.empty}
          </EmptyState>
        )}
      </main>
    </>
  );
}
