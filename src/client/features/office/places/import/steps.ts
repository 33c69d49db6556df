/** Where one is in an import. Nothing of it is kept: a file is chosen again after a reload. */
import { importKinds, type ImportKind, type Mapping } from '#domain/import/kinds.ts';
import { guessHeadingRow, guessKind, guessMapping, missingFields } from '#domain/import/map-columns.ts';
import type { ImportFacts } from '#domain/import/known.ts';
import { noChoices, type Choices } from '#domain/import/plan.ts';
import type { ReadTable, SheetTable } from '#domain/import/table.ts';

export type ReadFile = ReadTable & { kind: 'read' };

export interface Draft {
  fileName: string;
  file: ReadFile;
  kind: ImportKind;
  sheetIndex: number;
  /** From 0. */
  headingRow: number;
  mapping: Mapping;
  facts: Omit<ImportFacts, 'campaignId'>;
  choices: Choices;
}

export const importKindOf = (word: string | null): ImportKind =>
  importKinds.find((kind) => kind === word) ?? 'household';

export const sheetOf = ({ file, sheetIndex }: Pick<Draft, 'file' | 'sheetIndex'>): SheetTable =>
  file.sheets[sheetIndex] ?? { name: '', rows: [], formulas: [], broken: [], merged: [] };

/** Headings of a sheet and what they most likely mean, when kind or sheet changed. */
export function guessed(draft: Draft): Draft {
  const sheet = sheetOf(draft);
  const headingRow = guessHeadingRow(draft.kind, sheet);
  return withHeadingRow(draft, headingRow);
}

export function withHeadingRow(draft: Draft, headingRow: number): Draft {
  const cells = sheetOf(draft).rows[headingRow] ?? [];
  return { ...draft, headingRow, mapping: guessMapping(draft.kind, cells), choices: noChoices };
}

/** `wanted`: what the person came to import; another kind only where the sheet cannot be that one. */
export function draftOf(fileName: string, file: ReadFile, wanted: ImportKind, day: string): Draft {
  const sheetIndex = Math.max(
    0,
    file.sheets.findIndex(({ rows }) => rows.length > 0),
  );
  const facts = { day, source: fileName, formerCommune: '' };
  const draft = guessed({
    fileName,
    file,
    kind: wanted,
    sheetIndex,
    headingRow: 0,
    mapping: {},
    facts,
    choices: noChoices,
  });
  if (missingFields(wanted, draft.mapping).length === 0) return draft;
  const kind = guessKind(sheetOf(draft), importKinds);
  return kind === null ? draft : guessed({ ...draft, kind });
}

/** What the kind asks to be said once for the whole file. */
export const asks = (
  kind: ImportKind,
  mapping: Mapping,
): { day: boolean; source: boolean; former: boolean } => {
  const has = (field: string): boolean => (mapping[field] ?? null) !== null;
  return {
    day: kind !== 'priorResult',
    source: (kind === 'hamlet' && has('households')) || (kind === 'priorResult' && !has('source')),
    former: kind === 'hamlet' || kind === 'household' || kind === 'unit',
  };
};
