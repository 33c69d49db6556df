/** A criteria set as a workbook: a sheet for each part, ids in columns of their own so that they come back. */
import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import { criteriaIn, type DraftCriterion, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { screenOrderOf } from '#domain/criteria-edit/set-of.ts';
import { sheetWords } from '#client/messages/office-criteria-sheet.ts';
import { layout, sheetKeys, type ColumnSpec, type RowValues, type Tables } from './criteria-layout.ts';

/** What people have no words for stays together in one cell. */
const machineOf = ({ rollup, auto, activities, sectorTags }: DraftCriterion): string => {
  const kept = {
    ...(rollup !== undefined && { rollup }),
    ...(auto !== undefined && { auto }),
    ...(activities !== undefined && { activities }),
    ...(sectorTags.length > 0 && { sectorTags }),
  };
  return Object.keys(kept).length === 0 ? '' : JSON.stringify(kept);
};

const criterionRow = (criterion: DraftCriterion): RowValues => ({
  id: criterion.id,
  code: criterion.code,
  type: criterion.type,
  text: criterion.text,
  shortText: criterion.shortText,
  maxPoints: criterion.maxPoints,
  rule: criterion.rule,
  pillar: criterion.pillar,
  planClause: criterion.planClause,
  evidence: criterion.evidence,
  evidenceKinds: criterion.evidenceKinds,
  effort: criterion.effort,
  guide: criterion.guide ?? null,
  help: criterion.help,
  note: criterion.note ?? null,
  notApplicable: criterion.notApplicable ?? null,
  machine: machineOf(criterion),
  question: criterion.screen.question,
  screenHelp: criterion.screen.help,
  control: criterion.screen.control,
  ...(criterion.type === 'ratio' && {
    numerator: criterion.numerator ?? null,
    denominator: criterion.denominator ?? null,
    targetPercent: criterion.targetPercent ?? null,
    sharedQuestion: criterion.sharedQuestion ?? null,
  }),
  ...(criterion.type === 'count' && { unit: criterion.unit ?? null }),
});

const hasLevels = ({ type }: DraftCriterion): boolean => type === 'level' || type === 'text';

function optionRows({ code, levels = [], screen }: DraftCriterion): RowValues[] {
  return screen.options.map((option): RowValues => {
    const { label } = option;
    switch (option.kind) {
      case 'yesno':
        return { code, optionKind: option.value ? 'yes' : 'no', label };
      case 'level':
        return {
          code,
          optionKind: 'level',
          levelNumber: levels.findIndex(({ id }) => id === option.level) + 1,
          label,
        };
      case 'tick':
        return { code, optionKind: 'tick', id: option.id, label };
      case 'none':
      case 'na':
        return { code, optionKind: option.kind, label };
    }
  });
}

/** The draft as plain rows; what the reader makes of them is the draft again. */
export function criteriaTables(draft: DraftSet): Tables {
  const criteria = criteriaIn(draft);
  const codeOf = new Map(criteria.map(({ id, code }) => [id, code]));
  return {
    whole: [{ setId: draft.id, setName: draft.name, naCap: draft.naCapPoints }],
    criteria: draft.groups.flatMap(({ code, name, criteria: own }): RowValues[] => {
      const group = { groupCode: code, groupName: name };
      return own.length === 0 ? [group] : own.map((criterion) => ({ ...group, ...criterionRow(criterion) }));
    }),
    levels: criteria
      .filter(hasLevels)
      .flatMap(({ code, levels = [] }) =>
        levels.map(({ id, label, points }) => ({ code, id, label, points })),
      ),
    steps: criteria
      .filter(({ type }) => type === 'count')
      .flatMap(({ code, steps = [] }) => steps.map(({ min, points }) => ({ code, min, points }))),
    options: criteria.flatMap(optionRows),
    shared: draft.sharedQuestions.map(({ id, source, min, max, screen }) => ({
      id,
      source,
      least: min,
      most: max,
      question: screen.question,
      screenHelp: screen.help,
      control: screen.control,
    })),
    consistency: draft.consistency.map(({ item, of, message }) => ({
      code: codeOf.get(item) ?? item,
      of: codeOf.get(of) ?? of,
      message,
    })),
    grades: draft.grades.map(({ id, name, min }) => ({ id, gradeName: name, gradeMin: min })),
    order:
      draft.subjectKind === 'household'
        ? screenOrderOf(draft).map((id) => ({ orderCode: codeOf.get(id) ?? id }))
        : [],
  };
}

function cellOf(column: ColumnSpec, value: RowValues[keyof RowValues]): CellObject | null {
  if (value === undefined || value === null || value === '') return null;
  const style = { alignVertical: 'top', wrap: true } as const;
  if (typeof value === 'number')
    return { ...style, type: Number, value: column.kind === 'points' ? value / 100 : value };
  const keys = typeof value === 'string' ? [value] : value;
  const shown =
    column.kind === 'choice' ? keys.map((key) => column.words[key] ?? key).join('; ') : keys.join('; ');
  // A text cell, whatever it begins with: never a formula.
  return { ...style, type: String, value: shown, format: '@' };
}

/** `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`. */
export async function writeCriteria(draft: DraftSet): Promise<Blob> {
  const tables = criteriaTables(draft);
  return writeXlsxFile(
    sheetKeys.map((key) => {
      const columns = layout[key];
      const data: SheetData = [
        columns.map(({ head }): CellObject => ({
          type: String,
          value: sheetWords.heads[head],
          fontWeight: 'bold',
          wrap: true,
          borderStyle: 'thin',
        })),
        ...tables[key].map((row) => columns.map((column) => cellOf(column, row[column.head]))),
      ];
      return {
        data,
        sheet: sheetWords.sheets[key],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
      };
    }),
  ).toBlob();
}
