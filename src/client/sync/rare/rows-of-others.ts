/** What takes in rows that no family is shown: their schemas, drafts that travel, batches. A family's form goes without. */
import { rowSchemas } from '#protocol/entities.ts';
import { adoptRow } from '#client/db/registers.ts';
import { inWhole } from './whole-batches.ts';

export const rowsOfOthers = { readers: rowSchemas, adopt: adoptRow, inWhole };
