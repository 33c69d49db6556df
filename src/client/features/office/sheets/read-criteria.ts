/**
 * A workbook back into a draft. Ids in their column are kept, new rows get new ones; one thing wrong anywhere and nothing
 * is taken, with everything wrong named at once.
 */
import { readDraft, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { freshId, usedIds } from '#domain/criteria-edit/ids.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { SheetTable } from '#domain/import/table.ts';
import type { Head } from './criteria-layout.ts';
import { figure, groupsOf, onlyOnce, text, type Desk } from './read-criteria-groups.ts';
import { readRows, type ReadRow, type SheetFault } from './read-criteria-rows.ts';

export type ReadCriteria = { kind: 'read'; draft: DraftSet } | { kind: 'faults'; faults: SheetFault[] };

/** `draft`: the one at hand, whose kind, version and ids stand; `versions`: every published one. */
export function readCriteria(
  sheets: readonly SheetTable[],
  { draft, versions }: { draft: DraftSet; versions: readonly CriteriaSet[] },
): ReadCriteria {
  const { rows, faults } = readRows(sheets);
  const known = usedIds(versions, draft);
  const desk: Desk = { rows, faults, used: new Set(known), known };
  const [whole] = rows.whole;
  const setId = whole === undefined ? '' : text(whole, 'setId').trim();
  if (whole !== undefined && setId !== draft.id)
    faults.push({ sheet: 'whole', row: whole.row, head: 'setId', code: 'wrongSet', values: { text: setId } });
  onlyOnce('criteria', rows.criteria, 'code', faults);
  for (const sheet of ['criteria', 'levels', 'shared', 'grades'] as const)
    onlyOnce(sheet, rows[sheet], 'id', faults);
  const groups = groupsOf(desk);
  const idOf = new Map(groups.flatMap(({ criteria }) => criteria.map(({ id, code }) => [code, id] as const)));
  const byCodeOrFault = (sheet: 'consistency' | 'order', row: ReadRow, head: Head): string => {
    const code = text(row, head).trim();
    const id =
      idOf.get(code) ?? (rows.shared.some((each) => text(each, 'id').trim() === code) ? code : undefined);
    if (id === undefined && code !== '')
      faults.push({ sheet, row: row.row, head, code: 'unknownCode', values: { text: code } });
    return id ?? '';
  };
  const value: unknown = {
    id: draft.id,
    version: draft.version,
    name: whole === undefined ? '' : text(whole, 'setName'),
    subjectKind: draft.subjectKind,
    ...(draft.sector !== undefined && { sector: draft.sector }),
    groups,
    sharedQuestions: rows.shared.map((row) => ({
      id: text(row, 'id').trim() || freshId('cauChung', desk.used),
      source: text(row, 'source') || 'answer',
      min: figure(row, 'least'),
      max: figure(row, 'most'),
      screen: {
        question: text(row, 'question'),
        help: text(row, 'screenHelp'),
        control: text(row, 'control') || 'stepper',
        options: [],
      },
    })),
    consistency: rows.consistency.map((row) => ({
      item: byCodeOrFault('consistency', row, 'code'),
      rule: 'numeratorLteNumerator',
      of: byCodeOrFault('consistency', row, 'of'),
      severity: 'warn',
      message: text(row, 'message'),
    })),
    screenOrder: rows.order.map((row) => byCodeOrFault('order', row, 'orderCode')),
    naCapPoints: whole === undefined ? null : figure(whole, 'naCap'),
    grades: rows.grades.map((row) => ({
      id: text(row, 'id').trim() || freshId('loai', desk.used),
      name: text(row, 'gradeName'),
      min: figure(row, 'gradeMin'),
    })),
  };
  if (faults.length > 0) return { kind: 'faults', faults };
  const read = readDraft(value);
  if (read !== null) return { kind: 'read', draft: read };
  return { kind: 'faults', faults: [{ sheet: 'criteria', code: 'shape', values: { text: draft.id } }] };
}
