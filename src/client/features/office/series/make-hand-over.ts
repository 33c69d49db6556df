/** A commune handed over to its successor, as one batch: the new name, the record that keeps the old one, and what follows. */
import { renamedTexts, type CommuneHead } from '#domain/series/hand-over.ts';
import type { Campaign, Commune, Deadline } from '#protocol/entities.ts';
import type { CampaignSeries, HandOver } from '#protocol/paper-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { BatchRecord } from '#client/workspace.ts';
import { nextCampaign, recordsOf } from '../campaign/make-next.ts';

export interface HandOverInput {
  commune: StoredRow<'commune'>;
  campaign: Campaign;
  deadlines: readonly Deadline[];
  series: StoredRow<'campaignSeries'> | undefined;
  /** YYYY-MM-DD. */
  date: string;
  to: CommuneHead;
  source: string;
  note: string;
  /** From which day the successor's own campaign runs; null: none is made. */
  beginsOn: string | null;
  newId: () => string;
}

const headOf = ({ name, parent, address }: Commune): CommuneHead => ({ name, parent, address });

function successorCampaign(input: HandOverInput & { beginsOn: string }): BatchRecord[] {
  const { commune, campaign, deadlines, series, to, beginsOn, newId } = input;
  const next = nextCampaign({ campaign, deadlines, beginsOn, version: (ref) => ref, newId });
  const named = { ...next.campaign, ...renamedTexts(next.campaign, commune.value.name, to.name) };
  const id = series?.id ?? newId();
  const value: CampaignSeries = {
    id,
    name: series?.value.name ?? campaign.shortTitle,
    campaigns: [...(series?.value.campaigns ?? [campaign.id]), named.id],
  };
  return [
    ...recordsOf({ ...next, campaign: named }),
    { entity: 'campaignSeries', id, value, baseRev: series?.rev ?? 0 },
  ];
}

/** In the order they are judged: the name first, for the hand-over says what the commune is called by then. */
export function handOverRecords(input: HandOverInput): BatchRecord[] {
  const { commune, campaign, date, to, source, note, beginsOn, newId } = input;
  const id = newId();
  const value: HandOver = {
    id,
    campaignId: campaign.id,
    date,
    from: headOf(commune.value),
    to,
    source,
    note,
  };
  return [
    {
      entity: 'commune',
      id: commune.id,
      value: { ...commune.value, ...to, validFrom: date },
      baseRev: commune.rev,
    },
    { entity: 'handOver', id, value, baseRev: 0 },
    ...(beginsOn === null ? [] : successorCampaign({ ...input, beginsOn })),
  ];
}
