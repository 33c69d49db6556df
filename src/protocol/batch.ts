/**
 * Commit or revert record of a batch (`protocol.md` §3): many records that come into sight at once and can be taken back
 * at once. Its id is the `batchId` of what it holds.
 */
import { z } from '#domain/zod.ts';
import { uuidSchema } from './ids.ts';

/** What a batch may hold: dated data of the commune. */
export const batchableEntities = [
  'hamlet',
  'unit',
  'household',
  'deadline',
  'position',
  'populationCount',
  'priorResult',
  'officialCount',
  'criteriaSet',
  'campaign',
  'criteriaDraft',
  // A commune that takes over another's campaign: its name, the hand-over, and what follows from it.
  'commune',
  'handOver',
  'campaignSeries',
  // A step of many awards at once, and the paper it rests on before them.
  'awardRules',
  'award',
  'awardNotice',
  'councilMeeting',
  'submissionLetter',
  'awardDecision',
] as const;
export type BatchableEntity = (typeof batchableEntities)[number];
export const isBatchable = (entity: string): entity is BatchableEntity =>
  batchableEntities.some((known) => known === entity);

/** Forms are pinned to criteria and campaigns: a batch that holds one is never taken back. */
export const staysForEver = (entity: BatchableEntity): boolean =>
  entity === 'criteriaSet' || entity === 'campaign';

export const batchSchema = z.strictObject({
  id: uuidSchema,
  state: z.enum(['committed', 'reverted']),
  /** What a person calls it: "Danh sách hộ xóm Chùa 9". */
  label: z.string().check(z.maxLength(400)),
  /** How many records its author put into it: a batch of which some are missing is not committed. */
  records: z.int().check(z.gte(0), z.lte(1_000_000)),
});
