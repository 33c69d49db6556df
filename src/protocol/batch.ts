/**
 * Commit or revert record of a batch (`protocol.md` §3): many records that come into sight at once and can be taken back
 * at once. Its id is the `batchId` of what it holds.
 */
import { z } from '#domain/zod.ts';
import { uuidSchema } from './ids.ts';

export const batchSchema = z.strictObject({
  id: uuidSchema,
  state: z.enum(['committed', 'reverted']),
  /** What a person calls it: "Danh sách hộ xóm Chùa 9". */
  label: z.string().check(z.maxLength(400)),
  /** How many records its author put into it: a batch of which some are missing is not committed. */
  records: z.int().check(z.gte(0), z.lte(1_000_000)),
});
