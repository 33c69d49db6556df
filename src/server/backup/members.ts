/** Names of an archive's members: nothing else is written, and nothing else is read. */
import { keyFiles } from '../crypto/keys.ts';
import { readTableName, type TableName } from '../store/table-list.ts';

export const HEAD_MEMBER = 'archive.json';
export const JOURNAL_MEMBER = 'journal.jsonl';
export const MANIFEST_MEMBER = 'manifest.jws';

/** Rows gather until a member has this many bytes: what is held in memory at once, on both sides. */
export const TABLE_MEMBER_BYTES = 1024 * 1024;
/** One row may be larger than that; nothing of ours is larger than this. */
export const MEMBER_BYTES_MAX = 32 * 1024 * 1024;

export const tableMember = (table: TableName, part: number): string =>
  `tables/${table}.${String(part).padStart(5, '0')}.jsonl`;
export const keyMember = (name: string): string => `keys/${name}`;
export const blobMember = (hash: string): string => `blobs/${hash.slice(0, 2)}/${hash}`;

export type Member =
  | { kind: 'head' }
  | { kind: 'journal' }
  | { kind: 'manifest' }
  | { kind: 'table'; table: TableName }
  | { kind: 'key'; name: string }
  | { kind: 'blob'; hash: string };

const TABLE = /^tables\/([a-z_]+)\.\d{5,}\.jsonl$/;
const BLOB = /^blobs\/([A-Za-z0-9_-]{2})\/([A-Za-z0-9_-]{43})$/;

/** What a name stands for; null for any other. */
export function readMember(name: string): Member | null {
  if (name === HEAD_MEMBER) return { kind: 'head' };
  if (name === JOURNAL_MEMBER) return { kind: 'journal' };
  if (name === MANIFEST_MEMBER) return { kind: 'manifest' };
  const table = readTableName(TABLE.exec(name)?.[1] ?? '');
  if (table !== null) return { kind: 'table', table };
  const [, shelf = '', hash = ''] = BLOB.exec(name) ?? [];
  if (hash !== '' && hash.startsWith(shelf)) return { kind: 'blob', hash };
  const key = keyFiles.find((known) => keyMember(known) === name);
  return key === undefined ? null : { kind: 'key', name: key };
}
