/**
 * All of a family goes (`protocol.md` §10): what it sent and what others wrote of it, its record, its name on phones and
 * slips. What stays is its number in the list, hashes, and that it happened. For one transaction.
 */
import { isRowEntity } from '#protocol/entities.ts';
import type { Scope } from '#protocol/exchange.ts';
import { operationSchema, type Operation } from '#protocol/operation.ts';
import { z } from '#domain/zod.ts';
import { hamletScope, householdScope, officeScope } from '../identity/scopes.ts';
import { withoutCommune } from '../store/without-commune.ts';
import { showDeviceAgain, setAsideEntries } from '../sync/office-rows.ts';
import { bury } from '../sync/project.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { awardsOf, isForFamily, silenceObjections } from './family-awards.ts';
import { retellAll, tellingsOf } from './family-tellings.ts';
import { emptyRecord } from './empty-household.ts';
import { allOf, join, type EraseBench, type Erased } from './take-away.ts';

interface Family {
  id: string;
  assessments: ReadonlySet<string>;
  submissions: ReadonlySet<string>;
  /** Records that hang from it, without what stays. */
  records: readonly { entity: string; id: string }[];
  /** Awards that were decided: the file of a decision stays (`family-awards.ts`). */
  keptAwards: ReadonlySet<string>;
}

const aboutSchema = z.looseObject({
  householdId: z.optional(z.string()),
  subjectKind: z.optional(z.string()),
  subjectId: z.optional(z.string()),
});

function isRecordAbout(
  { id: family, records, keptAwards }: Family,
  { entity, id, value }: { entity: string; id: string; value?: unknown },
): boolean {
  if (entity === 'household' && id === family) return true;
  if (records.some((record) => record.entity === entity && record.id === id)) return true;
  if (isForFamily(family, { entity, value })) return !keptAwards.has(id);
  const about = aboutSchema.safeParse(value);
  if (!about.success) return false;
  const { householdId, subjectKind, subjectId } = about.data;
  return householdId === family || (subjectKind === 'household' && subjectId === family);
}

/** Does this speak of the family? A list that names it among others (a draw, a frozen ranking) holds its id alone. */
function isAbout(family: Family, { kind, args }: Operation): boolean {
  if (kind === 'record.put') return isRecordAbout(family, args);
  if (kind === 'score.set') return family.submissions.has(args.submission);
  return args.assessmentId !== undefined && family.assessments.has(args.assessmentId);
}

const ownEntrySchema = z.object({ entity: z.string(), value: z.looseObject({ id: z.optional(z.string()) }) });

function isOwnEntryAbout(family: Family, body: string): boolean {
  const own = ownEntrySchema.safeParse(JSON.parse(body));
  if (!own.success) return false;
  const { entity, value } = own.data;
  return isRecordAbout(family, { entity, id: value.id ?? '', value });
}

async function findFamily({ transaction }: EraseBench, id: string): Promise<Family> {
  const assessments = (await transaction.assessment.ofSubject(id)).map(({ assessment_id }) => assessment_id);
  const submissions: string[] = [];
  for (const assessment of assessments)
    submissions.push(...(await transaction.submission.of(assessment)).map((row) => row.submission_id));
  const under = await transaction.familyErasure.under(id);
  const { kept, gone } = await awardsOf(transaction, id, under);
  return {
    id,
    assessments: new Set(assessments),
    submissions: new Set(submissions),
    records: [...under.filter(({ entity }) => entity !== 'award'), ...gone],
    keptAwards: kept,
  };
}

/** Entries of the log that speak of it, refused ones and those of the server's own too. */
async function operationsOf({ transaction }: EraseBench, family: Family): Promise<string[]> {
  const found = new Set<string>();
  const ids = [
    family.id,
    ...family.assessments,
    ...family.submissions,
    ...family.records.map(({ id }) => id),
  ];
  for (const id of ids)
    for (const { op_id, kind, body } of await transaction.familyErasure.naming(id)) {
      if (body === null || found.has(op_id)) continue;
      if (kind === 'server.record') {
        if (isOwnEntryAbout(family, body)) found.add(op_id);
      } else if (!kind.startsWith('server.') && isAbout(family, operationSchema.parse(JSON.parse(body))))
        found.add(op_id);
    }
  return [...found];
}

/** What lies in quarantine from its phones, or names it. */
async function setAsideOf({ transaction }: EraseBench, family: Family): Promise<string[]> {
  const phones = new Set((await devicesOf({ transaction }, family.id)).map(({ device_id }) => device_id));
  const names = [family.id, ...family.assessments];
  return [...(await setAsideEntries(transaction))]
    .filter(([, { device_id, body }]) => phones.has(device_id) || names.some((id) => body.includes(id)))
    .map(([opId]) => opId);
}

const devicesOf = async ({ transaction }: Pick<EraseBench, 'transaction'>, id: string) =>
  (await transaction.device.list()).filter(
    (row) => row.binding_kind === 'household' && row.binding_id === id,
  );

export interface FamilyErased extends Erased {
  /** Uploads under way, whose bytes go after the commit. */
  uploads: string[];
  /** Phones cut off by it. */
  devices: string[];
  /** Slips that work no more. */
  codes: string[];
}

/** Uploads under way of its pictures. */
async function takeUploads({ transaction }: EraseBench, family: Family): Promise<string[]> {
  const gone: string[] = [];
  for (const assessment of family.assessments)
    for (const { photo_id, owner } of await transaction.photo.of(assessment))
      for (const { upload_id } of await transaction.upload.ofPicture(photo_id, owner)) {
        await transaction.upload.remove(upload_id);
        gone.push(upload_id);
      }
  return gone;
}

async function cutOff(
  bench: EraseBench,
  id: string,
  at: number,
): Promise<Pick<FamilyErased, 'devices' | 'codes'>> {
  const { transaction } = bench;
  const codes: string[] = [];
  for (const { secret_hash } of await transaction.enrolCode.ofSubject('household', id))
    if ((await transaction.enrolCode.spend(secret_hash, ERASED_MARK)) > 0) codes.push(secret_hash);
  await transaction.familyErasure.names(id);
  const devices: string[] = [];
  for (const { device_id, revoked_at } of await devicesOf(bench, id)) {
    if (revoked_at === null) {
      await transaction.device.revoke(device_id, at);
      devices.push(device_id);
    }
    await showDeviceAgain(bench, device_id);
  }
  return { devices, codes };
}

/** What stands in a slip's row for what took its place. */
export const ERASED_MARK = 'erased';

/** Every row of the feed that is still alive in these scopes and is of the family. */
async function buryRest(
  { transaction, ledger }: EraseBench,
  family: Family,
  scopes: readonly Scope[],
): Promise<void> {
  const ids = new Set([
    family.id,
    ...family.assessments,
    ...family.submissions,
    ...family.records.map(({ id }) => id),
  ]);
  for (const scope of scopes)
    for (const { entity, id } of await transaction.feed.keys(scope))
      if (isRowEntity(entity) && (ids.has(id) || scope === householdScope(family.id)))
        await bury(transaction, { entity, id, rev: ledger.nextRev(), scopes: [scope] });
}

/** One campaign's form of a family that goes on in another: with all that was said of it. */
export async function takeFormAway(
  bench: EraseBench,
  householdId: string,
  assessmentId: string,
): Promise<Erased> {
  const { transaction } = bench;
  const whole = await findFamily(bench, householdId);
  const records = [];
  for (const record of whole.records) {
    const row = await transaction.record.find(record.entity, record.id);
    if (row?.value.includes(assessmentId) === true) records.push(record);
  }
  const submissions = (await transaction.submission.of(assessmentId)).map((row) => row.submission_id);
  const form: Family = {
    // No family has this id: what speaks of it beside this form stays.
    id: assessmentId,
    assessments: new Set([assessmentId]),
    submissions: new Set(submissions),
    records,
    keptAwards: whole.keptAwards,
  };
  const household = await transaction.record.find('household', householdId);
  const erased = await allOf(bench, await operationsOf(bench, form));
  await transaction.familyErasure.moves(assessmentId);
  await transaction.familyErasure.answers(assessmentId);
  for (const record of records) await transaction.erasure.record(record.entity, record.id);
  const hamlets = household === undefined ? [] : [hamletScope(household.parent_id)];
  await buryRest(bench, form, [householdScope(householdId), ...hamlets, officeScope]);
  const row = await transaction.assessment.find(assessmentId);
  // As it was before anything was sent: there is nothing to show of it.
  if (row !== undefined)
    await transaction.assessment.put({
      ...withoutCommune(row),
      state: 'draft',
      round: 0,
      status_rev: row.status_rev + 1,
    });
  return erased;
}

/** Takes all of it away, also what an earlier erasure that was cut short left. */
export async function takeFamilyAway(
  deps: Pick<CoreDeps, 'clock' | 'newId'>,
  bench: EraseBench,
  id: string,
  at: number,
): Promise<FamilyErased> {
  const { transaction } = bench;
  const existing = await transaction.record.find('household', id);
  const found = await findFamily(bench, id);
  const tellings = await tellingsOf(transaction, found);
  const family = { ...found, records: [...found.records, ...tellings.gone] };
  const operations = [...(await operationsOf(bench, family)), ...(await setAsideOf(bench, family))];
  const uploads = await takeUploads(bench, family);
  const awards = family.records.filter(({ entity }) => entity === 'award').map((record) => record.id);
  const silenced = [
    ...(await silenceObjections(deps, bench, new Set(awards))),
    ...(await retellAll(deps, bench, tellings)),
  ];
  const erased = silenced.reduce(join, await allOf(bench, operations));
  for (const operation of operations) await transaction.familyErasure.before(operation);
  for (const assessment of family.assessments) {
    await transaction.familyErasure.moves(assessment);
    await transaction.familyErasure.answers(assessment);
  }
  for (const record of family.records) await transaction.erasure.record(record.entity, record.id);
  const hamlets = existing === undefined ? [] : [hamletScope(existing.parent_id)];
  await buryRest(bench, family, [householdScope(id), ...hamlets, officeScope]);
  if (existing !== undefined) await emptyRecord(bench, existing, at);
  await transaction.erased.insert({ kind: 'household', id, at });
  return { ...erased, uploads, ...(await cutOff(bench, id, at)) };
}
