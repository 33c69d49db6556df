/** Open data on the wire: what the office is shown of a release, and the addresses anybody reads it under. */
import { z } from '#domain/zod.ts';
import { criterionIdSchema } from '#domain/answers.ts';
import { tableIds } from '#domain/open-data/table-ids.ts';
import { uuidSchema } from './ids.ts';

export const OPEN_DATA_PATH = '/api/v1/public/open-data';
export const BOARD_PATH = '/cong-khai';

const count = z.int().check(z.gte(0), z.lte(1_000_000));
const number = z.int().check(z.gte(1), z.lte(10_000));

const keptFields = {
  number,
  forms: z.array(z.strictObject({ hamlet: uuidSchema, release: number, forms: count })),
  tables: z.array(
    z.strictObject({
      id: criterionIdSchema,
      answers: z.array(z.string()),
      rows: z.array(
        z.strictObject({
          hamlet: uuidSchema,
          release: number,
          forms: count,
          counts: z.array(count),
          hidden: z.array(z.boolean()),
        }),
      ),
      hiddenTotals: z.array(z.boolean()),
    }),
  ),
};

/** `Kept` of `domain/open-data/release.ts`. */
export const keptSchema = z.strictObject(keptFields);

/** The counts behind a campaign's newest release, hidden ones included, under the campaign's id: the next builds on them. */
export const openFiguresRowSchema = z.strictObject({ id: uuidSchema, ...keptFields });
export type OpenFiguresRow = z.infer<typeof openFiguresRowSchema>;

const cellSchema = z.union([z.string(), z.number(), z.null()]);

/** A release as anybody reads it (`domain/open-data/document.ts`). */
export const openDocumentSchema = z.strictObject({
  number,
  releasedAt: z.int(),
  commune: z.string(),
  campaign: z.string(),
  year: z.int(),
  publisher: z.string(),
  note: z.string(),
  licence: z.string(),
  /** Groups of fewer families are hidden. */
  least: z.int(),
  tables: z.array(
    z.strictObject({
      id: z.enum(tableIds),
      title: z.string(),
      description: z.string(),
      columns: z.array(
        z.strictObject({
          name: z.string(),
          type: z.enum(['string', 'integer', 'decimal']),
          title: z.string(),
          description: z.string(),
        }),
      ),
      rows: z.array(z.array(cellSchema)),
    }),
  ),
});
