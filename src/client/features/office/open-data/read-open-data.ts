/** What a release would hold if it were made of what this machine has: the same reckoning as the commune's. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { countForms } from '#domain/open-data/count.ts';
import { nextRelease, shownTable, type Kept } from '#domain/open-data/release.ts';
import { openReleaseSchema, type OpenRelease } from '#protocol/paper-records.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { householdForms } from '#client/subject/household-forms.ts';
import type { Workspace } from '#client/workspace.ts';
import { campaignFor, type Which } from '../campaign-for.ts';

export interface HamletLine {
  id: string;
  name: string;
  forms: number;
  /** Since it was last taken in. */
  added: number;
  /** Release its figures would be of; null: it would not be there. */
  release: number | null;
}
export interface QuestionLine {
  id: string;
  name: string;
  hamlets: number;
  shown: number;
  hidden: number;
}
/** `released`: the commune has it · the others as the queue says. */
export interface ReleaseLine extends OpenRelease {
  state: 'released' | 'waits' | 'stale' | 'setAside';
}
export interface OpenDataView {
  campaignId: string;
  number: number;
  hamlets: HamletLine[];
  questions: QuestionLine[];
  releases: ReleaseLine[];
}

/** Releases sealed here that the commune has not taken. */
function ownReleases(outbox: readonly OutboxRow[]): Map<string, ReleaseLine> {
  const own = new Map<string, ReleaseLine>();
  for (const row of outbox) {
    const operation = row.kind === 'record.put' ? operationIn(row) : null;
    if (operation?.kind !== 'record.put' || operation.args.entity !== 'openRelease') continue;
    const read = openReleaseSchema.safeParse(operation.args.value);
    const verdict = row.result?.verdict;
    if (!read.success || verdict === 'applied') continue;
    const isStale = verdict === 'refused' && row.result?.code === 'STALE_BASIS';
    const state = verdict === undefined || verdict === 'retry' ? 'waits' : isStale ? 'stale' : 'setAside';
    own.set(read.data.id, { ...read.data, state });
  }
  return own;
}

const linesOf = (kept: Kept, set: CriteriaSet): QuestionLine[] =>
  criteriaOf(set).map(({ id, code, shortText }) => {
    const table = kept.tables.find((each) => each.id === id);
    const cells =
      table === undefined || table.rows.length === 0
        ? []
        : [...shownTable(table).rows, shownTable(table).total].flatMap(({ counts }) => counts);
    const hidden = cells.filter((cell) => cell === null).length;
    return {
      id,
      name: `${code}. ${shortText}`,
      hamlets: table?.rows.length ?? 0,
      shown: cells.length - hidden,
      hidden,
    };
  });

/** Null while the machine knows no campaign with its questions. */
export async function readOpenData(workspace: Workspace, which: Which): Promise<OpenDataView | null> {
  const [campaigns, hamlets, households, assessments, submissions, objections, requests, releases, outbox] =
    await Promise.all([
      workspace.rows('campaign'),
      workspace.rows('hamlet'),
      workspace.rows('household'),
      workspace.rows('assessment'),
      workspace.rows('submission'),
      workspace.rows('objection'),
      workspace.rows('dataRequest'),
      workspace.rows('openRelease'),
      workspace.outbox(),
    ]);
  const campaign = campaignFor(
    campaigns.map(({ value }) => value),
    which,
  );
  const set = campaign && (await workspace.row('criteriaSet', campaign.criteriaSets.household))?.value;
  if (campaign === undefined || set === undefined) return null;
  const { communeId } = workspace.profile;
  const forms = hamlets.flatMap(({ id }) => {
    const own = households.filter(({ value }) => value.hamletId === id);
    const sources = { households: own, submissions, assessments, objections, requests, outbox: [] };
    const found = householdForms({ ...sources, communeId, campaignId: campaign.id, hamletId: id });
    return [...found.values()].map((answers) => ({ hamlet: id, answers }));
  });
  const counted = countForms(set, forms);
  const before = (await workspace.row('openFigures', campaign.id))?.value ?? null;
  const own = ownReleases(outbox);
  const lines = new Map<string, ReleaseLine>(own);
  for (const { id, value } of releases) if (!own.has(id)) lines.set(id, { ...value, state: 'released' });
  const taken = [...lines.values()].filter(({ state }) => state === 'released' || state === 'waits');
  const number = taken.reduce((last, release) => Math.max(last, release.number), 0) + 1;
  const kept = nextRelease(before, counted, number);
  const released = new Map(kept.forms.map((row) => [row.hamlet, row.release]));
  const lastForms = new Map((before?.forms ?? []).map((row) => [row.hamlet, row.forms]));
  return {
    campaignId: campaign.id,
    number,
    hamlets: hamlets
      .map(({ value }) => value)
      .sort((a, b) => a.order - b.order)
      .map(({ id, name }) => {
        const now = counted.forms[id] ?? 0;
        const added = now - (lastForms.get(id) ?? 0);
        return { id, name, forms: now, added, release: released.get(id) ?? null };
      }),
    questions: linesOf(kept, set),
    releases: [...lines.values()].sort((a, b) => b.number - a.number),
  };
}
