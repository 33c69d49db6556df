/**
 * Builds of the app a phone may have loaded. What an earlier one did not know yet reaches it as what this one does not
 * know: rows of an entity without a name here, or with a member more.
 */
import type { RowEntity } from '#protocol/entities.ts';
import { exchangeResponseSchema, type FeedRow } from '#protocol/exchange.ts';

export interface Build {
  name: string;
  /** Rows it cannot read. */
  unread?: { entity: RowEntity; for: 'entity' | 'member' };
}

const NEWEST: Build = { name: 'newest' };
export const builds = [
  NEWEST,
  { name: 'before comments', unread: { entity: 'comment', for: 'entity' } },
  { name: 'before photos', unread: { entity: 'photo', for: 'entity' } },
  { name: 'before a member of forms', unread: { entity: 'assessment', for: 'member' } },
] as const satisfies readonly Build[];
export const newest: Build = NEWEST;

export const buildAt = (index: number): Build => builds[index % builds.length] ?? NEWEST;

export const canRead = ({ unread }: Build, entity: string): boolean => unread?.entity !== entity;

function foreign(row: FeedRow, { unread }: Build): FeedRow {
  if (row.entity !== unread?.entity) return row;
  if (unread.for === 'entity') return { ...row, entity: `later-${row.entity}` };
  return row.value === null ? row : { ...row, value: { ...row.value, later: 1 } };
}

/** A reply's text as it is to this build. */
export function understoodBy(build: Build, text: string): string {
  if (build.unread === undefined || !text.includes('"rows"')) return text;
  const parsed = exchangeResponseSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return text;
  const { rows, ...rest } = parsed.data;
  return JSON.stringify({ ...rest, rows: rows.map((row) => foreign(row, build)) });
}
