/** What was found in a row, as a sentence with its remedy. */
import type { ImportKind } from '#domain/import/kinds.ts';
import type { Finding } from '#domain/import/rows.ts';
import { fill } from '#client/messages/fill.ts';
import { importWords } from '#client/messages/office-import.ts';

export const fieldWord = (kind: ImportKind, field: string): string =>
  Object.entries(importWords.fields[kind]).find(([id]) => id === field)?.[1] ?? field;

export const findingWords = (kind: ImportKind, finding: Finding): string =>
  fill(importWords.found[finding.code], {
    cell: finding.cell ?? '',
    text: finding.text ?? '',
    name: finding.name ?? '',
    row: finding.row ?? '',
    field: finding.field === undefined ? '' : fieldWord(kind, finding.field).toLowerCase(),
  });
