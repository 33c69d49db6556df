/** The hamlet, unit or household a code is for, found by what an operator types. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { Tables } from '../store/tables.ts';

export interface NamedSubject {
  id: string;
  /** "Xóm Đầm Mụ", "Gia đình Nguyễn Văn An", "Trường Tiểu học Bình Thuận". */
  title: string;
  code?: string;
}

/** "Xóm Đầm Mụ"; a name that already says what it is stays as it is. */
const hamletTitle = (name: string): string =>
  /^(xom|thon|ban|to) /.test(searchKey(name)) ? name : `Xóm ${name}`;

/** By id or by name, with or without marks. */
export async function findHamlet({ record }: Tables, typed: string): Promise<NamedSubject | null> {
  const key = searchKey(typed);
  for (const row of await record.list('hamlet')) {
    const { id, name } = recordSchemas.hamlet.parse(JSON.parse(row.value));
    const title = hamletTitle(name);
    if (id === typed || searchKey(name) === key || searchKey(title) === key) return { id, title };
  }
  return null;
}

/** By id, code or name. */
export async function findUnit({ record }: Tables, typed: string): Promise<NamedSubject | null> {
  const key = searchKey(typed);
  for (const row of await record.list('unit')) {
    const { id, name, code } = recordSchemas.unit.parse(JSON.parse(row.value));
    if (id === typed || code === typed.toUpperCase() || searchKey(name) === key)
      return { id, title: name, ...(code === undefined ? {} : { code }) };
  }
  return null;
}

/** By id or code ("DM-001"); not one that moved away or was merged into another. */
export async function findHousehold(
  { record }: Tables,
  typed: string,
): Promise<(NamedSubject & { hamletId: string }) | null> {
  const row =
    (await record.byCode('household', typed.toUpperCase())) ?? (await record.find('household', typed));
  if (row === undefined || row.ended_at !== null) return null;
  const { id, hamletId, householder, code, endedAt, mergedInto } = recordSchemas.household.parse(
    JSON.parse(row.value),
  );
  if (endedAt !== undefined || mergedInto !== undefined) return null;
  return { id, hamletId, title: `Gia đình ${householder}`, ...(code === undefined ? {} : { code }) };
}
