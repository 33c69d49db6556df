/**
 * A release of open data as anybody may read it: tables with a dictionary of their columns, where they come from, and
 * under which licence. Made once and kept; its texts are Vietnamese, as its readers are. Pure.
 */
import { criteriaOf, pillars, sectors } from '../criteria-set.ts';
import type { CriteriaSet, Criterion, Pillar, Sector } from '../criteria.ts';
import { tableIds, type TableId } from './table-ids.ts';
import type { PillarShare } from './pillar-shares.ts';
import { shownTable, type Kept } from './release.ts';
import { OPEN_LICENCE } from './catalogue.ts';
import { LEAST } from './suppress.ts';
import { answerWords, columnWords, pillarNames, sectorNames, tableWords } from './words.ts';

export type OpenCell = string | number | null;
export interface OpenColumn {
  name: string;
  type: 'string' | 'integer' | 'decimal';
  title: string;
  description: string;
}
export interface OpenTable {
  id: TableId;
  title: string;
  description: string;
  columns: OpenColumn[];
  rows: OpenCell[][];
}
export interface OpenDocument {
  number: number;
  /** Epoch ms. */
  releasedAt: number;
  commune: string;
  campaign: string;
  year: number;
  publisher: string;
  note: string;
  licence: string;
  /** Groups under it are hidden. */
  least: number;
  tables: OpenTable[];
}

/** A group of hamlets or units whose ranking was frozen. */
export interface OpenGroup {
  /** `hamlet`, or `unit:<sector>`. */
  group: string;
  subjects: number;
  shares: readonly PillarShare[];
}

export interface OpenUnits {
  sector: Sector;
  units: number;
  sent: number;
  verified: number;
}

export interface OpenSource {
  kept: Kept;
  /** Names by hamlet id, in the commune's order. */
  hamlets: readonly { id: string; name: string }[];
  set: CriteriaSet;
  groups: readonly OpenGroup[];
  units: readonly OpenUnits[];
}

/** What stands in the column of a hamlet's name where a line is of all of them. */
const ALL = tableWords.all;

const labelOf = (criterion: Criterion, code: string): string => {
  const named = answerWords[code];
  if (named !== undefined) return named;
  if (criterion.type === 'level' || criterion.type === 'text')
    return criterion.levels.find(({ id }) => id === code)?.label ?? code;
  return criterion.type === 'count'
    ? `${tableWords.from} ${code.slice('from'.length)} ${criterion.unit}`
    : code;
};

function participation({ kept, hamlets }: OpenSource): OpenCell[][] {
  const names = new Map(hamlets.map(({ id, name }) => [id, name]));
  const order = new Map(hamlets.map(({ id }, index) => [id, index]));
  const rows = [...kept.forms].sort((a, b) => (order.get(a.hamlet) ?? 0) - (order.get(b.hamlet) ?? 0));
  return [
    ...rows.map(({ hamlet, forms, release }): OpenCell[] => [names.get(hamlet) ?? '', forms, release]),
    ...(rows.length === 0
      ? []
      : [[ALL, rows.reduce((sum, { forms }) => sum + forms, 0), kept.number] satisfies OpenCell[]]),
  ];
}

function answers({ kept, hamlets, set }: OpenSource): OpenCell[][] {
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]));
  return kept.tables.flatMap((table) => {
    const criterion = criteria.get(table.id);
    if (criterion === undefined || table.rows.length === 0) return [];
    const shown = shownTable(table);
    const about: OpenCell[] = [criterion.code, criterion.shortText, pillarNames[criterion.pillar]];
    const linesOf = (
      name: string,
      { forms, counts, release }: { forms: number; counts: readonly (number | null)[]; release: number },
    ): OpenCell[][] =>
      shown.answers.map((code, index) => [
        ...about,
        name,
        code,
        labelOf(criterion, code),
        counts[index] ?? null,
        forms,
        release,
      ]);
    return [
      ...hamlets.flatMap(({ id, name }) =>
        shown.rows.filter(({ hamlet }) => hamlet === id).flatMap((row) => linesOf(name, row)),
      ),
      ...linesOf(ALL, { ...shown.total, release: kept.number }),
    ];
  });
}

const groupName = (group: string): string => {
  const sector = sectors.find((each) => group === `unit:${each}`);
  return sector === undefined ? tableWords.hamlets : sectorNames[sector];
};

const percent = (tenths: number | null): number | null => (tenths === null ? null : tenths / 10);
const shareOf = ({ shares }: OpenGroup, pillar: Pillar): number | null =>
  percent(shares.find((each) => each.pillar === pillar)?.share ?? null);

const rowsOf: Record<TableId, (source: OpenSource) => OpenCell[][]> = {
  'tham-gia': participation,
  'cau-tra-loi': answers,
  'tru-cot': ({ groups }) =>
    groups.flatMap((each) =>
      pillars.map((pillar): OpenCell[] => [
        groupName(each.group),
        each.subjects,
        pillarNames[pillar],
        shareOf(each, pillar),
      ]),
    ),
  'don-vi': ({ units }) =>
    units.map(({ sector, units: all, sent, verified }) => [sectorNames[sector], all, sent, verified]),
};

const column = (name: keyof typeof columnWords, type: OpenColumn['type']): OpenColumn => ({
  name,
  type,
  ...columnWords[name],
});

const columnsOf: Record<TableId, OpenColumn[]> = {
  'tham-gia': [column('xom', 'string'), column('so_phieu', 'integer'), column('tu_ban', 'integer')],
  'cau-tra-loi': [
    column('ma_cau', 'string'),
    column('cau_hoi', 'string'),
    column('tru_cot', 'string'),
    column('xom', 'string'),
    column('ma_tra_loi', 'string'),
    column('tra_loi', 'string'),
    column('so_gia_dinh', 'integer'),
    column('so_phieu', 'integer'),
    column('tu_ban', 'integer'),
  ],
  'tru-cot': [
    column('nhom', 'string'),
    column('so_doi_tuong', 'integer'),
    column('tru_cot', 'string'),
    column('ty_le_diem', 'decimal'),
  ],
  'don-vi': [
    column('nhom', 'string'),
    column('so_don_vi', 'integer'),
    column('da_gui', 'integer'),
    column('da_tham_dinh', 'integer'),
  ],
};

/** The tables of a release; hidden cells are null. */
export const openTables = (source: OpenSource): OpenTable[] =>
  tableIds.map((id) => ({ id, ...tableWords.of[id], columns: columnsOf[id], rows: rowsOf[id](source) }));

export const openDocument = (
  about: Omit<OpenDocument, 'tables' | 'least' | 'number' | 'licence'>,
  source: OpenSource,
): OpenDocument => ({
  ...about,
  number: source.kept.number,
  licence: OPEN_LICENCE,
  least: LEAST,
  tables: openTables(source),
});
