/** Hand-overs so far, what one does, and how the last one stands. */
import { useState } from 'react';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { HandOver } from '#protocol/paper-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { seriesWords } from '#client/messages/office-series.ts';
import type { BatchStanding } from '#client/workspace.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { DeskSeam } from '../today/office-desk.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import type { SeriesRows } from './read-series.ts';

const { handOver: words } = seriesWords;

interface PageProps {
  seam: DeskSeam;
  read: SeriesRows;
}

export function HandOverPage({ seam, read }: PageProps) {
  const { role } = useWorkspace().profile;
  const [isOpen, setOpen] = useState(false);
  // Of this visit: how it stands is said until the page is left.
  const [made, setMade] = useState<{ batchId: string; withCampaign: boolean } | null>(null);
  const { commune, handOvers, batches } = read;
  const { campaign, rows } = seam.desk;
  if (commune === undefined || campaign === undefined) return <EmptyState title={seriesWords.none} />;
  const batch = batches.find(({ id }) => id === made?.batchId);
  const { name, parent } = commune.value;
  return (
    <div className={shared.stack}>
      <section className={sheet.sheet}>
        <h2>
          {fill(words.now, { name })}
          {parent !== '' && fill(words.nowParent, { parent })}
        </h2>
        <p>{words.text}</p>
        {made !== null && batch !== undefined && (
          <Standing batch={batch} name={name} withCampaign={made.withCampaign} />
        )}
        {role === 'officer' && (
          <button type="button" className={controls.mainButton} onClick={() => setOpen(true)}>
            {words.add}
          </button>
        )}
      </section>
      {handOvers.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        handOvers.map((each) => (
          <Line
            key={each.id}
            handOver={each}
            year={rows.campaign.find(({ id }) => id === each.campaignId)?.year}
          />
        ))
      )}
      {isOpen && (
        <HandOverDialog
          commune={commune}
          campaign={campaign}
          seam={seam}
          series={read.series.find(({ value }) => value.campaigns.includes(campaign.id))}
          onMade={(batchId, withCampaign) => setMade({ batchId, withCampaign })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function Standing({
  batch,
  name,
  withCampaign,
}: {
  batch: BatchStanding;
  name: string;
  withCampaign: boolean;
}) {
  const workspace = useWorkspace();
  const [hasFailed, setFailed] = useState(false);
  const isRefused = batch.state === 'refused' || batch.state === 'kept';
  const said = isRefused
    ? words.refused
    : batch.state === 'waiting'
      ? words.waiting
      : batch.state === 'undoing'
        ? words.undoing
        : batch.state === 'reverted'
          ? words.reverted
          : fill(words.done, { name });
  const canUndo = batch.state === 'committed' && !withCampaign;
  return (
    <div role="status">
      <Notice
        tone={isRefused ? 'hand' : batch.state === 'waiting' ? 'wait' : 'word'}
        actions={
          canUndo && (
            <button
              type="button"
              className={controls.button}
              onClick={() => {
                workspace.revertBatch(batch.id).catch(() => setFailed(true));
              }}
            >
              {words.undo}
            </button>
          )
        }
      >
        {said}
        {batch.state === 'committed' && withCampaign && ` ${words.stays}`}
      </Notice>
      {hasFailed && <Notice tone="stop">{seriesWords.failed}</Notice>}
    </div>
  );
}

const Line = ({ handOver, year }: { handOver: HandOver; year: number | undefined }) => (
  <section className={sheet.sheet}>
    <h2>
      {fill(words.line, {
        date: formatDate(noonOf(handOver.date)),
        from: handOver.from.name,
        to: handOver.to.name,
      })}
    </h2>
    <p>{fill(words.lineSource, { source: handOver.source })}</p>
    {handOver.from.parent !== handOver.to.parent && (
      <p>{fill(words.lineParent, { before: handOver.from.parent, after: handOver.to.parent })}</p>
    )}
    {year !== undefined && <p>{fill(words.lineCampaign, { year })}</p>}
    {handOver.note !== '' && <p>{handOver.note}</p>}
  </section>
);
