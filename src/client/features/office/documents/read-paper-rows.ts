/** What the papers are gathered from, read from this machine, and put together for `domain/papers`. */
import { defaultAwardRules } from '#domain/awards/rules.ts';
import type { PaperSources, YearWork } from '#domain/papers/sources.ts';
import { inspectionSum, registerSum } from '#domain/report/register-sums.ts';
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { patiently } from '../patiently.ts';
import { reportSums, type PillarCache } from '../report/report-forms.ts';
import type { Desk } from '../today/desk.ts';
import { isSeenMark } from '../trust/read-trust.ts';

const READ = [
  'commune',
  'position',
  'handOver',
  'registerEntry',
  'inspection',
  'bulletin',
  'exemplar',
  'award',
  'awardRules',
  'councilMeeting',
  'submissionLetter',
  'awardDecision',
  'paper',
] as const satisfies readonly RowEntity[];
type ReadEntity = (typeof READ)[number];
export type PaperRows = { readonly [Entity in ReadEntity]: readonly StoredRow<Entity>[] };

/** One after another, as the desk reads (`today/desk-rows.ts`). */
export async function readPaperRows(workspace: Pick<Workspace, 'rows'>): Promise<PaperRows> {
  const of = <Entity extends ReadEntity>(entity: Entity) => patiently(() => workspace.rows(entity));
  return {
    commune: await of('commune'),
    position: await of('position'),
    handOver: await of('handOver'),
    registerEntry: await of('registerEntry'),
    inspection: await of('inspection'),
    bulletin: await of('bulletin'),
    exemplar: await of('exemplar'),
    award: await of('award'),
    awardRules: await of('awardRules'),
    councilMeeting: await of('councilMeeting'),
    submissionLetter: await of('submissionLetter'),
    awardDecision: await of('awardDecision'),
    paper: await of('paper'),
  };
}

/** Values of one campaign, in an order that does not depend on the machine. */
const ours = <Value extends { id: string; campaignId: string }>(
  rows: readonly { value: Value }[],
  campaignId: string,
): Value[] =>
  rows
    .flatMap(({ value }) => (value.campaignId === campaignId ? [value] : []))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

function workOf(desk: Desk, rows: PaperRows, campaignId: string): YearWork {
  const hamletIds = desk.hamlets.map(({ id }) => id);
  const entries = ours(rows.registerEntry, campaignId);
  const sumOf = (kind: RowValue<'registerEntry'>['kind']) =>
    registerSum(
      entries.filter((entry) => entry.kind === kind),
      hamletIds,
    );
  const told = ours(rows.bulletin, campaignId).flatMap(({ broadcasts }) => broadcasts);
  const exemplars = ours(rows.exemplar, campaignId).filter(({ state }) => state !== 'withdrawn');
  return {
    hamlets: hamletIds.length,
    training: sumOf('training'),
    event: sumOf('event'),
    proposal: sumOf('proposal'),
    inspections: inspectionSum(
      ours(
        rows.inspection.filter((row) => !isSeenMark(row)),
        campaignId,
      ),
    ),
    broadcasts: {
      times: told.length,
      minutes: told.reduce((sum, { minutes }) => sum + minutes, 0),
    },
    exemplars: {
      exemplar: exemplars.filter(({ kind }) => kind === 'exemplar').length,
      goodPractice: exemplars.filter(({ kind }) => kind === 'goodPractice').length,
      published: exemplars.filter(({ state }) => state === 'published').length,
      replications: exemplars.reduce((sum, { replications }) => sum + replications.length, 0),
    },
  };
}

/** Null while the machine knows no campaign or no commune. */
export function paperSources(desk: Desk, rows: PaperRows, cache: PillarCache): PaperSources | null {
  const { campaign } = desk;
  const commune = rows.commune[0]?.value;
  if (campaign === undefined || commune === undefined) return null;
  const { id } = campaign;
  return {
    campaign,
    commune,
    handOvers: rows.handOver.map(({ value }) => value),
    positions: rows.position.map(({ value }) => value),
    sums: reportSums(desk, cache),
    work: workOf(desk, rows, id),
    sets: desk.sets,
    names: new Map([
      ...desk.rows.hamlet.map((each) => [each.id, fill(words.hamlet, { name: each.name })] as const),
      ...desk.rows.unit.map((each) => [each.id, each.name] as const),
      ...[...desk.households.values()].map((each) => [each.id, each.householder] as const),
    ]),
    freezes: desk.rows.rankingFreeze
      .filter(({ campaignId }) => campaignId === id)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    awards: ours(rows.award, id),
    rules: ours(rows.awardRules, id)[0] ?? defaultAwardRules,
    meetings: ours(rows.councilMeeting, id),
    letters: ours(rows.submissionLetter, id),
    decisions: ours(rows.awardDecision, id),
  };
}

/** What is kept of one paper; undefined while nobody changed anything in it. */
export const keptOf = (
  rows: readonly StoredRow<'paper'>[],
  campaignId: string,
  { kind, aboutId }: { kind: string; aboutId: string },
): StoredRow<'paper'> | undefined =>
  rows.find(
    ({ value }) =>
      value.campaignId === campaignId && value.kind === kind && (value.aboutId ?? '') === aboutId,
  );
