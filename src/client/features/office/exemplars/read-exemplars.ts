/** Good examples and bulletins of the campaign looked at, with what they are drawn from. */
import { exemplarStates } from '#domain/exemplars/workflow.ts';
import type { Bulletin, Exemplar } from '#protocol/paper-records.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { Nomination } from '#protocol/subject-records.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Voices {
  /** '' while the machine knows of no campaign. */
  campaignId: string;
  exemplars: StoredRow<'exemplar'>[];
  bulletins: StoredRow<'bulletin'>[];
  nominations: Nomination[];
  /** Kept by the commune, by the form they stand under. */
  photos: ReadonlyMap<string, PhotoRow[]>;
  photosById: ReadonlyMap<string, PhotoRow>;
  /** Records whose last writing from here the commune did not take, and why. */
  refused: ReadonlyMap<string, string>;
}

/** Of each record what was written from here last, where that was refused and nothing waits. `outbox` in order of seq. */
export function refusedPuts(outbox: readonly OutboxRow[], entity: string): Map<string, string> {
  const refused = new Map<string, string>();
  for (const row of outbox) {
    if (row.kind !== 'record.put') continue;
    const operation = operationIn(row);
    if (operation?.kind !== 'record.put' || operation.args.entity !== entity) continue;
    const verdict = row.result?.verdict;
    if (verdict === 'refused' || verdict === 'quarantined')
      refused.set(operation.args.id, row.result?.code ?? '');
    else refused.delete(operation.args.id);
  }
  return refused;
}

const byState = (a: { value: Exemplar; id: string }, b: { value: Exemplar; id: string }): number =>
  exemplarStates.indexOf(a.value.state) - exemplarStates.indexOf(b.value.state) || (a.id < b.id ? 1 : -1);

export async function readVoices(
  workspace: Pick<Workspace, 'rows' | 'outbox'>,
  campaignId: string,
): Promise<Voices> {
  const [exemplars, bulletins, nominations, photos, outbox] = await Promise.all([
    workspace.rows('exemplar'),
    workspace.rows('bulletin'),
    workspace.rows('nomination'),
    workspace.rows('photo'),
    workspace.outbox(),
  ]);
  const stored = photos.map(({ value }) => value).filter(({ state }) => state === 'stored');
  const byForm = new Map<string, PhotoRow[]>();
  for (const photo of stored)
    byForm.set(photo.assessmentId, [...(byForm.get(photo.assessmentId) ?? []), photo]);
  const isOurs = ({ value }: { value: Exemplar | Bulletin }): boolean => value.campaignId === campaignId;
  return {
    campaignId,
    exemplars: exemplars.filter(isOurs).sort(byState),
    bulletins: bulletins.filter(isOurs).sort((a, b) => (a.id < b.id ? 1 : -1)),
    nominations: nominations.map(({ value }) => value).filter((each) => each.campaignId === campaignId),
    photos: byForm,
    photosById: new Map(stored.map((photo) => [photo.id, photo])),
    refused: new Map([...refusedPuts(outbox, 'exemplar'), ...refusedPuts(outbox, 'bulletin')]),
  };
}

/** How it stands with all of them: the line above the list, and figures of the report. */
export interface ExemplarSum {
  /** Withdrawn ones apart. */
  all: number;
  nominated: number;
  verified: number;
  published: number;
  replicated: number;
}

export function exemplarSum(exemplars: readonly Exemplar[]): ExemplarSum {
  const standing = exemplars.filter(({ state }) => state !== 'withdrawn');
  const of = (state: Exemplar['state']): number => standing.filter((each) => each.state === state).length;
  return {
    all: standing.length,
    nominated: of('nominated'),
    verified: of('verified'),
    published: of('published'),
    replicated: standing.reduce((sum, { replications }) => sum + replications.length, 0),
  };
}
