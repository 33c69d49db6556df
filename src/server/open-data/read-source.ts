/** What a release of open data is made of, out of the commune's tables. */
import { sectors } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { countAnswers } from '#domain/open-data/count.ts';
import type { OpenGroup, OpenSource, OpenUnits } from '#domain/open-data/document.ts';
import { pillarShares } from '#domain/open-data/pillar-shares.ts';
import type { Counted } from '#domain/open-data/release.ts';
import { countingDay, standsOn } from '#domain/standing.ts';
import { recordSchemas, type Campaign } from '#protocol/entities.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import type { Tables } from '../store/tables.ts';
import type { Facts } from '../sync/facts.ts';

/** The newest freeze of each group of hamlets and units; families are in no published ranking. */
export async function publicFreezes({ record }: Tables, campaignId: string): Promise<RankingFreeze[]> {
  const newest = new Map<string, RankingFreeze>();
  for (const { value } of await record.list('rankingFreeze')) {
    const freeze = recordSchemas.rankingFreeze.parse(JSON.parse(value));
    if (freeze.campaignId === campaignId && !freeze.group.startsWith('household:'))
      newest.set(freeze.group, freeze);
  }
  return [...newest.values()].toSorted((a, b) => (a.group < b.group ? -1 : 1));
}

export const groupsOf = (
  freezes: readonly RankingFreeze[],
  sets: ReadonlyMap<string, CriteriaSet>,
): OpenGroup[] =>
  freezes.map(({ group, inputs }) => ({
    group,
    subjects: inputs.length,
    shares: pillarShares(inputs, sets),
  }));

/** The day on which this campaign counts who takes part. */
export const dayOfCampaign = (
  campaign: Campaign,
  deadlines: Facts['deadlines'],
  kind: 'hamlet' | 'unit',
): string =>
  countingDay(
    campaign,
    deadlines.find(({ campaignId, subjectKind }) => campaignId === campaign.id && subjectKind === kind),
  );

/** Hamlets that take part, in the commune's order. */
export async function standingHamlets({ record }: Tables, day: string) {
  return (await record.list('hamlet'))
    .map(({ value }) => recordSchemas.hamlet.parse(JSON.parse(value)))
    .filter((hamlet) => standsOn(hamlet, day))
    .toSorted((a, b) => a.order - b.order);
}

export async function standingUnits({ record }: Tables, day: string) {
  return (await record.list('unit'))
    .map(({ value }) => recordSchemas.unit.parse(JSON.parse(value)))
    .filter((unit) => standsOn(unit, day));
}

/** States in which a form is at the commune. */
export const isSent = (state: string): boolean => state !== 'draft' && state !== 'withdrawn';
export const isVerified = (state: string): boolean => state === 'verified' || state === 'final';

async function unitsBySector(tables: Tables, campaignId: string, day: string): Promise<OpenUnits[]> {
  const units = await standingUnits(tables, day);
  const states = new Map(
    (await tables.board.subjects(campaignId, 'unit')).map(({ subject_id, state }) => [subject_id, state]),
  );
  return sectors.flatMap((sector) => {
    const own = units.filter((unit) => unit.sector === sector).map(({ id }) => states.get(id) ?? 'draft');
    if (own.length === 0) return [];
    const [sent, verified] = [own.filter(isSent).length, own.filter(isVerified).length];
    return [{ sector, units: own.length, sent, verified }];
  });
}

/** Families' answers of one campaign as they count now. */
export async function countNow(
  { openRelease }: Tables,
  campaignId: string,
  set: CriteriaSet,
): Promise<Counted> {
  const forms = (await openRelease.forms(campaignId)).map(
    ({ hamlet_id, families }) => [hamlet_id, Number(families)] as const,
  );
  const answers = (await openRelease.counts(campaignId)).map((row) => ({
    hamlet: row.hamlet_id,
    criterionId: row.criterion_id,
    na: row.na === 1,
    number: row.number,
    level: row.level_index,
    families: Number(row.families),
  }));
  return countAnswers(set, Object.fromEntries(forms), answers);
}

export async function readSource(
  tables: Tables,
  { campaigns, deadlines, sets: known }: Facts,
  campaignId: string,
): Promise<{ campaign: Campaign; counted: Counted; source: Omit<OpenSource, 'kept'> } | null> {
  const campaign = campaigns.find(({ id }) => id === campaignId);
  const set = known.get(campaign?.criteriaSets.household ?? '')?.set;
  if (campaign === undefined || set === undefined) return null;
  const sets = new Map([...known].map(([ref, each]) => [ref, each.set]));
  const day = (kind: 'hamlet' | 'unit'): string => dayOfCampaign(campaign, deadlines, kind);
  return {
    campaign,
    counted: await countNow(tables, campaignId, set),
    source: {
      hamlets: await standingHamlets(tables, day('hamlet')),
      set,
      groups: groupsOf(await publicFreezes(tables, campaignId), sets),
      units: await unitsBySector(tables, campaignId, day('unit')),
    },
  };
}
