/**
 * What has had its time, by the periods the inventory promises (`kinds.ts`). Planned by reading alone, so that the
 * operator can look first; done again after a restore by itself, because the plan follows from what is there.
 */
import { recordSchemas, type Campaign } from '#protocol/entities.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Tables } from '../store/tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** After the last deadline and its grace, families and hamlets may object for so long. */
export const OBJECTION_DAYS = 30;
/** Pictures stay for so long after that. */
export const PHOTO_DAYS = 90;
/** A request to delete that the office granted is carried out after so long: until then it can be taken back. */
export const SECOND_THOUGHT_MS = DAY_MS;
export const CONTACT_DAYS = 90;
/** Codes and sessions that are over. */
export const SPENT_DAYS = 30;

export interface RetentionPlan {
  /** Photos by form. */
  photos: ReadonlyMap<string, readonly string[]>;
  /** Families whose every campaign is over, or whose request was granted. */
  families: readonly string[];
  /** Forms of a campaign that is over, of families that go on. */
  forms: readonly { household: string; assessment: string }[];
  /** Words from the public that go, and those that lose how to reach their writer. */
  words: readonly string[];
  contacts: readonly string[];
  codes: readonly string[];
}

const dayOver = (isoDate: string, now: number): boolean => Date.parse(`${isoDate}T23:59:59+07:00`) < now;

async function campaignsOf({ record }: Tables): Promise<Campaign[]> {
  return (await record.list('campaign')).map(({ value }) => recordSchemas.campaign.parse(JSON.parse(value)));
}

/** When objections of a campaign end; null while it has no deadline. */
async function objectionsEnd({ record }: Tables, campaignId: string): Promise<number | null> {
  const ends = (await record.list('deadline'))
    .map(({ value }) => recordSchemas.deadline.parse(JSON.parse(value)))
    .filter((deadline) => deadline.campaignId === campaignId)
    .map(({ cutoffAt, graceDays }) => cutoffAt + (graceDays + OBJECTION_DAYS) * DAY_MS);
  return ends.length === 0 ? null : Math.max(...ends);
}

async function oldPhotos(tables: Tables, campaigns: readonly Campaign[], now: number) {
  const photos = new Map<string, string[]>();
  for (const { id } of campaigns) {
    const end = await objectionsEnd(tables, id);
    if (end === null || now < end + PHOTO_DAYS * DAY_MS) continue;
    for (const { op_id, assessment_id } of await tables.retention.photos(id))
      photos.set(assessment_id, [...(photos.get(assessment_id) ?? []), op_id]);
  }
  return photos;
}

/** Requests to delete that were granted a day ago, or before. */
async function granted({ retention }: Tables, now: number): Promise<string[]> {
  return (await retention.requests(now - SECOND_THOUGHT_MS)).flatMap(({ value }) => {
    const { kind, state, householdId } = recordSchemas.dataRequest.parse(JSON.parse(value));
    return kind === 'delete' && state === 'done' ? [householdId] : [];
  });
}

async function overForms(tables: Tables, campaigns: readonly Campaign[], now: number) {
  const over = campaigns.filter(({ eraseAfter }) => dayOver(eraseAfter, now));
  const goesOn = over.length < campaigns.length;
  const known = await tables.erased.ids('form');
  const forms: { household: string; assessment: string }[] = [];
  for (const { id } of over)
    for (const { subject_id, assessment_id } of await tables.retention.families(id))
      if (!known.has(assessment_id)) forms.push({ household: subject_id, assessment: assessment_id });
  return goesOn ? { forms, families: [] } : { forms: [], families: forms.map(({ household }) => household) };
}

/** Reads alone. `now`: epoch ms. */
export const planRetention = ({ store }: Pick<CoreDeps, 'store'>, now: number): Promise<RetentionPlan> =>
  store.read(async (tables) => {
    const campaigns = await campaignsOf(tables);
    const over = await overForms(tables, campaigns, now);
    const gone = await tables.erased.ids('household');
    const families = new Set(
      [...over.families, ...(await granted(tables, now))].filter((id) => !gone.has(id)),
    );
    const ended = new Set(campaigns.filter(({ eraseAfter }) => dayOver(eraseAfter, now)).map(({ id }) => id));
    const words = (await tables.feedback.list()).filter(
      ({ body, campaign_id }) => body !== '' && ended.has(campaign_id),
    );
    const contacts = await tables.retention.contacts(now - CONTACT_DAYS * DAY_MS);
    const goingWords = new Set(words.map(({ feedback_id }) => feedback_id));
    return {
      photos: await oldPhotos(tables, campaigns, now),
      families: [...families],
      forms: over.forms.filter(({ household }) => !families.has(household) && !gone.has(household)),
      words: [...goingWords],
      contacts: contacts.map(({ feedback_id }) => feedback_id).filter((id) => !goingWords.has(id)),
      codes: (await tables.retention.codes(now - SPENT_DAYS * DAY_MS)).map(({ secret_hash }) => secret_hash),
    };
  });

export type RetentionCounts = Record<keyof RetentionPlan, number>;

export const countsOf = ({
  photos,
  families,
  forms,
  words,
  contacts,
  codes,
}: RetentionPlan): RetentionCounts => ({
  photos: [...photos.values()].flat().length,
  families: families.length,
  forms: forms.length,
  words: words.length,
  contacts: contacts.length,
  codes: codes.length,
});
