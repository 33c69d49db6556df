/** Everything the awards' screens read from this machine, of one campaign. */
import type { RowEntity } from '#protocol/entities.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { BatchStanding, Workspace } from '#client/workspace.ts';
import { patiently } from '../patiently.ts';

export interface AwardRows {
  awards: StoredRow<'award'>[];
  rules: StoredRow<'awardRules'> | undefined;
  notices: StoredRow<'awardNotice'>[];
  meetings: StoredRow<'councilMeeting'>[];
  letters: StoredRow<'submissionLetter'>[];
  decisions: StoredRow<'awardDecision'>[];
  freezes: StoredRow<'rankingFreeze'>[];
  nominations: StoredRow<'nomination'>[];
  positions: StoredRow<'position'>[];
  commune: StoredRow<'commune'> | undefined;
  /** Records sealed here that the commune has not answered for. */
  waiting: ReadonlySet<string>;
  /** Decisions somebody at this machine prepared: another person approves them. */
  preparedHere: ReadonlySet<string>;
  /** What the commune did not take, newest first. */
  refused: BatchStanding[];
}

export const AWARD_TABLES = ['rows', 'outbox'] as const;

const AWARD_ENTITIES: ReadonlySet<string> = new Set([
  'award',
  'awardRules',
  'awardNotice',
  'councilMeeting',
  'submissionLetter',
  'awardDecision',
]);

interface OwnWrites {
  /** Written by themselves, and not answered for. */
  waiting: Set<string>;
  preparedHere: Set<string>;
  /** By batch sealed here, the records it holds. */
  batches: Map<string, string[]>;
}

/** What this machine wrote about awards, from its outbox. */
function ownWrites(outbox: readonly OutboxRow[]): OwnWrites {
  const own: OwnWrites = { waiting: new Set(), preparedHere: new Set(), batches: new Map() };
  for (const row of outbox) {
    const operation = row.kind === 'record.put' ? operationIn(row) : undefined;
    if (operation?.kind !== 'record.put' || !AWARD_ENTITIES.has(operation.args.entity)) continue;
    const { entity, id, value } = operation.args;
    if (row.batch !== undefined)
      own.batches.set(row.batch.id, [...(own.batches.get(row.batch.id) ?? []), id]);
    else if (row.result === undefined || row.result.verdict === 'retry') own.waiting.add(id);
    const isTaken = row.result === undefined || row.result.verdict === 'applied';
    if (entity === 'awardDecision' && value?.['state'] === 'prepared' && isTaken) own.preparedHere.add(id);
  }
  return own;
}

const isUnderWay = ({ state }: BatchStanding): boolean => state === 'waiting' || state === 'undoing';

/** One after another: a read that takes too long on a slow machine must not wait for all the others. */
export async function readAwards(workspace: Workspace, campaignId: string): Promise<AwardRows> {
  const all = <Entity extends RowEntity>(entity: Entity) => patiently(() => workspace.rows(entity));
  const ofCampaign = <Row extends { value: { campaignId: string } }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ value }) => value.campaignId === campaignId);
  const own = ownWrites(await workspace.outbox());
  const batches = await workspace.batches();
  return {
    awards: ofCampaign(await all('award')),
    rules: ofCampaign(await all('awardRules')).sort((a, b) => b.rev - a.rev)[0],
    notices: ofCampaign(await all('awardNotice')).sort((a, b) => (a.value.from < b.value.from ? 1 : -1)),
    meetings: ofCampaign(await all('councilMeeting')).sort((a, b) => (a.value.date < b.value.date ? 1 : -1)),
    letters: ofCampaign(await all('submissionLetter')).sort((a, b) => (a.value.date < b.value.date ? 1 : -1)),
    decisions: ofCampaign(await all('awardDecision')).sort((a, b) => (a.value.date < b.value.date ? 1 : -1)),
    freezes: ofCampaign(await all('rankingFreeze')),
    nominations: ofCampaign(await all('nomination')),
    positions: await all('position'),
    commune: (await all('commune'))[0],
    waiting: new Set([
      ...own.waiting,
      ...batches.filter(isUnderWay).flatMap(({ id }) => own.batches.get(id) ?? []),
    ]),
    preparedHere: own.preparedHere,
    refused: batches.filter(
      ({ id, state }) => own.batches.has(id) && (state === 'refused' || state === 'kept'),
    ),
  };
}
