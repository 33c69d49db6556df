/** Codes people say: "DM-012" for the twelfth household of xóm Đầm Mụ. Given by the server, never changed. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Tables } from '../../store/tables.ts';

/** Initials of the words, numbers whole: "Thuận Phong 12" → "TP12". */
export function initialsOf(name: string): string {
  const letters = searchKey(name)
    .split(' ')
    .map((word) => (/^[0-9]+$/.test(word) ? word : word.charAt(0)))
    .join('')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
  return letters === '' ? 'X' : letters;
}

/** The next free number under a prefix: `DM-001`, `DM-002` … */
export async function nextCode({ record }: Tables, entity: string, prefix: string): Promise<string> {
  let number = 0;
  // Numbers are given without a gap, so those of four digits begin when those of three are used up.
  for (let digits = 3; ; digits++) {
    // '.' comes right after '-': between the two lie exactly the codes of this prefix.
    const last = await record.lastCode(entity, {
      low: `${prefix}-`,
      high: `${prefix}.`,
      length: prefix.length + 1 + digits,
    });
    if (last === null) break;
    number = Number(last.slice(prefix.length + 1));
    if (number < 10 ** digits - 1) break;
  }
  return `${prefix}-${String(number + 1).padStart(3, '0')}`;
}
