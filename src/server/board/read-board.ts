/** The board's facts out of the commune's tables. Read rarely and kept (`boards.ts`), because anybody may ask. */
import { isGiven, stateOf } from '#domain/awards/workflow.ts';
import type { BoardExemplar, BoardFacts, PublicState } from '#domain/board/facts.ts';
import { dayOf } from '#domain/day.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import { recordSchemas, type Campaign } from '#protocol/entities.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import {
  dayOfCampaign,
  groupsOf,
  isSent,
  publicFreezes,
  standingHamlets,
  standingUnits,
} from '../open-data/read-source.ts';
import { readReleases } from '../open-data/read-releases.ts';
import type { Tables } from '../store/tables.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Facts } from '../sync/facts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Seals of the log that are hung out. */
const HEADS = 7;

export function publicState(state: string | undefined): PublicState {
  switch (state) {
    case undefined:
    case 'withdrawn':
      return 'notSent';
    case 'draft':
    case 'underReview':
    case 'verified':
    case 'final':
      return state;
    default:
      return 'received';
  }
}

async function hamletsOf(tables: Tables, campaign: Campaign, facts: Facts): Promise<BoardFacts['hamlets']> {
  const states = await tables.board.states(campaign.id);
  const sheets = new Map(
    (await tables.board.subjects(campaign.id, 'hamlet')).map(({ subject_id, state }) => [subject_id, state]),
  );
  const sentBy = new Map<string, number>();
  for (const { subject_kind, hamlet_id, state, forms } of states)
    if (subject_kind === 'household' && isSent(state))
      sentBy.set(hamlet_id, (sentBy.get(hamlet_id) ?? 0) + Number(forms));
  const hamlets = await standingHamlets(tables, dayOfCampaign(campaign, facts.deadlines, 'hamlet'));
  const found: BoardFacts['hamlets'] = [];
  for (const { id, name, households } of hamlets) {
    const listed = households ?? (await tables.record.listUnder('household', id)).length;
    const sent = sentBy.get(id) ?? 0;
    found.push({ name, sent, listed: Math.max(listed, sent), state: publicState(sheets.get(id)) });
  }
  return found;
}

async function unitsOf(tables: Tables, campaign: Campaign, facts: Facts): Promise<BoardFacts['units']> {
  const states = new Map(
    (await tables.board.subjects(campaign.id, 'unit')).map(({ subject_id, state }) => [subject_id, state]),
  );
  const units = await standingUnits(tables, dayOfCampaign(campaign, facts.deadlines, 'unit'));
  return units.map(({ id, name, sector }) => ({ name, sector, state: publicState(states.get(id)) }));
}

async function rankingsOf(
  { record }: Tables,
  freezes: readonly RankingFreeze[],
): Promise<BoardFacts['rankings']> {
  const nameOf = async (group: string, id: string): Promise<string> => {
    const row = await record.find(group === 'hamlet' ? 'hamlet' : 'unit', id);
    if (row === undefined) return '';
    const value: unknown = JSON.parse(row.value);
    return group === 'hamlet' ? recordSchemas.hamlet.parse(value).name : recordSchemas.unit.parse(value).name;
  };
  const rankings: BoardFacts['rankings'] = [];
  for (const { group, frozenAt, results } of freezes) {
    const places: BoardFacts['rankings'][number]['places'] = [];
    // Who is not ranked is not hung out either.
    for (const { subjectId, rank, normalised } of results)
      if (rank !== undefined) places.push({ rank, name: await nameOf(group, subjectId), points: normalised });
    rankings.push({ group, frozenAt, places });
  }
  return rankings;
}

async function awardedOf({ record }: Tables, campaignId: string): Promise<BoardFacts['awarded']> {
  const approved = new Set(
    (await record.list('awardDecision'))
      .map(({ value }) => recordSchemas.awardDecision.parse(JSON.parse(value)))
      .filter(({ state }) => state === 'approved')
      .map(({ id }) => id),
  );
  return (await record.list('award'))
    .map(({ value }) => recordSchemas.award.parse(JSON.parse(value)))
    .filter(
      (award) =>
        award.campaignId === campaignId &&
        award.namedPublicly &&
        isGiven(stateOf(award)) &&
        award.decisionId !== undefined &&
        approved.has(award.decisionId),
    )
    .map(({ recipient, achievement }) => ({ name: recipient.name, achievement }));
}

/** The first that is still there: one its people took out, or whose time was over, is shown no longer. */
async function photoOf(
  { photo, blob }: Tables,
  { consent, photos }: Exemplar,
): Promise<BoardExemplar['photo']> {
  for (const id of consent?.photos === true ? photos : []) {
    const row = await photo.find(id);
    if (row === undefined || row.removed === 1) continue;
    const stored = await blob.find(row.photo_id, row.owner);
    if (stored?.state === 'stored') return { file: stored.thumb_sha256, w: stored.w, h: stored.h };
  }
  return null;
}

async function exemplarsOf(tables: Tables, campaignId: string): Promise<BoardExemplar[]> {
  const told = (await tables.record.list('exemplar'))
    .map(({ value }) => recordSchemas.exemplar.parse(JSON.parse(value)))
    .filter(
      (each) => each.campaignId === campaignId && each.state === 'published' && each.consent !== undefined,
    );
  const found: BoardExemplar[] = [];
  for (const each of told) {
    const { id, title, who, story, result } = each;
    found.push({ id, title, who, story, result, photo: await photoOf(tables, each) });
  }
  return found;
}

/** The sets of the campaign in force: families', hamlets', then units' by sector, each once. */
const criteriaOfCampaign = ({ criteriaSets }: Campaign, { sets }: Facts): BoardFacts['criteria'] =>
  [...new Set([criteriaSets.household, criteriaSets.hamlet, ...Object.values(criteriaSets.unit)])].flatMap(
    (ref) => sets.get(ref)?.set ?? [],
  );

/** Null before there is a campaign. */
export async function readBoard(deps: CoreDeps, tables: Tables): Promise<BoardFacts | null> {
  const row = await tables.commune.find();
  const record = await tables.record.find('commune', deps.store.communeId);
  if (row === undefined || record === undefined) return null;
  const facts = await deps.facts.of(tables, row.facts_op);
  const now = deps.clock.now();
  const campaign = currentCampaign(facts.campaigns, dayOf(now));
  if (campaign === undefined) return null;
  const { name, parent, address, phone, standingOffice } = recordSchemas.commune.parse(
    JSON.parse(record.value),
  );
  const deadline = facts.deadlines.find(
    ({ campaignId, subjectKind }) => campaignId === campaign.id && subjectKind === 'household',
  );
  const freezes = await publicFreezes(tables, campaign.id);
  const sets = new Map([...facts.sets].map(([ref, { set }]) => [ref, set]));
  const { title, shortTitle, year } = campaign;
  return {
    commune: { name, parent, address, phone, standingOffice },
    campaign: { title, shortTitle, year },
    deadline: deadline === undefined ? null : { phrase: deadline.phrase, cutoffAt: deadline.cutoffAt },
    readAt: now,
    hamlets: await hamletsOf(tables, campaign, facts),
    units: await unitsOf(tables, campaign, facts),
    groups: groupsOf(freezes, sets),
    rankings: await rankingsOf(tables, freezes),
    awarded: await awardedOf(tables, campaign.id),
    exemplars: await exemplarsOf(tables, campaign.id),
    criteria: criteriaOfCampaign(campaign, facts),
    releases: await readReleases(tables, facts),
    heads: (await deps.heads.of(tables)).slice(0, HEADS).map(({ day, log }) => ({
      date: new Date(day * DAY_MS).toISOString().slice(0, 10),
      log,
    })),
  };
}
