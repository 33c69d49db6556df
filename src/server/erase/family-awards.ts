/**
 * What becomes of a family's awards when it is erased. One that was decided stays with its papers: the file of a decision
 * is kept by law (Luật Lưu trữ 2024, hồ sơ khen thưởng). All others go, and the words others had against them.
 */
import type { AwardNotice } from '#protocol/award-records.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { z } from '#domain/zod.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { readAwardRecord } from '../sync/judge/award-context.ts';
import { NOTHING, retell, type Named } from './retell.ts';
import type { EraseBench, Erased } from './take-away.ts';

export interface FamilyAwards {
  /** Ids of awards that stay. */
  kept: ReadonlySet<string>;
  /** Awards that go, and papers about the family or about them. */
  gone: Named[];
}

const wasDecided = (value: string): boolean =>
  readAwardRecord('award', value).course.some(({ to }) => to === 'decided');

/** `under`: records that hang from the family. */
export async function awardsOf(
  { record }: Transaction,
  family: string,
  under: readonly Named[],
): Promise<FamilyAwards> {
  const kept = new Set<string>();
  const gone: Named[] = [];
  for (const { entity, id } of under) {
    const row = entity === 'award' ? await record.find(entity, id) : undefined;
    if (row === undefined) continue;
    if (wasDecided(row.value)) kept.add(id);
    else gone.push({ entity, id });
  }
  const about = new Set([family, ...gone.map(({ id }) => id)]);
  for (const { id, value } of [...(await record.list('paper')), ...(await record.ended('paper'))]) {
    const paper = recordSchemas.paper.parse(JSON.parse(value));
    // The report of achievements belongs to the file of the decision.
    const isOfFile = paper.kind === 'achievementReport' && kept.size > 0;
    if (paper.aboutId !== undefined && about.has(paper.aboutId) && !isOfFile)
      gone.push({ entity: 'paper', id });
  }
  return { kept, gone };
}

const recipientSchema = z.looseObject({
  recipient: z.looseObject({ subjectKind: z.optional(z.string()), subjectId: z.optional(z.string()) }),
});

/** A write of an award for this family: one that was refused has no record to find it by. */
export function isForFamily(family: string, { entity, value }: { entity: string; value?: unknown }): boolean {
  if (entity !== 'award') return false;
  const read = recipientSchema.safeParse(value);
  return (
    read.success &&
    read.data.recipient.subjectKind === 'household' &&
    read.data.recipient.subjectId === family
  );
}

const silenced = (notice: AwardNotice, awards: ReadonlySet<string>): AwardNotice => ({
  ...notice,
  objections: notice.objections.map((objection) =>
    awards.has(objection.awardId)
      ? { ...objection, from: NOTHING, text: NOTHING, answer: NOTHING }
      : objection,
  ),
});

/** Takes the words against these awards off the lists that hung out. @returns what went of the log, notice by notice */
export async function silenceObjections(
  deps: Pick<CoreDeps, 'clock' | 'newId'>,
  bench: EraseBench,
  awards: ReadonlySet<string>,
): Promise<Erased[]> {
  const { transaction } = bench;
  const taken: Erased[] = [];
  for (const row of awards.size === 0 ? [] : await transaction.record.list('awardNotice')) {
    const notice = readAwardRecord('awardNotice', row.value);
    const isHeard = notice.objections.some(({ awardId, text }) => awards.has(awardId) && text !== NOTHING);
    if (!isHeard) continue;
    const record = { entity: 'awardNotice', value: silenced(notice, awards) } as const;
    taken.push(await retell(deps, bench, { existing: row, record }));
  }
  return taken;
}
