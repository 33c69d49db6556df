/** Hamlets with their counts, and units. */
import { hasEndedBy } from '../standing.ts';
import type { Sector } from '../criteria.ts';
import { searchKey } from '../vietnamese/search-key.ts';
import type { HamletValue, ImportFacts, ImportRecord, Known, Stored, UnitValue } from './known.ts';
import { findNamed, grouped, hamletKey } from './names.ts';
import type { ImportPlan, PlannedRow } from './plan.ts';
import { hasErrors, type Finding, type ReadRow } from './rows.ts';

/** What a row says of a place that stands or is to stand. */
type Said<Value> = Partial<Value>;

const bareOf = (row: ReadRow, findings: Finding[]): PlannedRow => ({
  ...row,
  findings,
  match: 'new',
  add: [],
  update: [],
  changes: [],
});

const changed = <Value extends object>(stands: Value, said: Said<Value>): string[] =>
  Object.entries(said).flatMap(([name, value]) =>
    value === undefined || Object.entries(stands).some(([key, kept]) => key === name && kept === value)
      ? []
      : [name],
  );

/** Each name once: a second row of it is an error of the file, with the row it repeats. */
function repeatOf(seen: Map<string, number>, key: string, row: ReadRow, name: string): Finding | null {
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, row.row);
    return null;
  }
  return { severity: 'error', code: 'repeats', row: first, name };
}

function countOf(
  hamletId: string,
  { households, people14plus }: Said<HamletValue>,
  { day, source }: ImportFacts,
  id: string,
): ImportRecord[] {
  if (households === undefined) return [];
  const value = {
    id,
    hamletId,
    households,
    ...(people14plus === undefined ? {} : { people14plus }),
    source,
    date: day,
  };
  return [{ entity: 'populationCount', id, value, baseRev: 0 }];
}

export function planHamlets(
  rows: readonly ReadRow[],
  known: Known,
  facts: ImportFacts,
  newId: () => string,
): ImportPlan {
  const byKey = grouped(known.hamlets, ({ value }) => hamletKey(value.name));
  const seen = new Map<string, number>();
  let last = Math.max(0, ...known.hamlets.map(({ value }) => value.order));
  const planned = rows.map((row): PlannedRow => {
    const findings = [...row.findings];
    if (hasErrors(row)) return bareOf(row, findings);
    const name = String(row.values['name'] ?? '').replace(/^(xóm|thôn|bản)\s+/iu, '');
    const repeated = repeatOf(seen, hamletKey(name), row, name);
    const found = findNamed(byKey, name, ({ value }) => value.name, hamletKey);
    if (repeated !== null) findings.push(repeated);
    if (found === 'several')
      findings.push({ severity: 'error', code: 'hamletUnclear', field: 'name', text: name });
    if (repeated !== null || found === 'several') return bareOf(row, findings);
    const number = (field: string): number | undefined => {
      const value = row.values[field];
      return typeof value === 'number' ? value : undefined;
    };
    const text = (field: string): string | undefined => {
      const value = row.values[field];
      return typeof value === 'string' ? value : undefined;
    };
    const said: Said<HamletValue> = Object.fromEntries(
      Object.entries({
        households: number('households'),
        people14plus: number('people14plus'),
        headName: text('headName'),
        headPhone: text('headPhone'),
        ...(facts.formerCommune === '' ? {} : { formerCommune: facts.formerCommune }),
      }).filter(([, value]) => value !== undefined),
    );
    const isEnded = found !== undefined && hasEndedBy(found.value, facts.day);
    if (isEnded) findings.push({ severity: 'warning', code: 'knownEnded', name: found.value.name });
    const isOther = facts.formerCommune !== '' && found?.value.formerCommune !== facts.formerCommune;
    const id = newId();
    const value: HamletValue = { ...said, id, name, order: number('order') ?? ++last, validFrom: facts.day };
    const add: ImportRecord[] = [
      { entity: 'hamlet', id, value, baseRev: 0 },
      ...countOf(id, said, facts, newId()),
    ];
    if (found === undefined) return { ...row, findings, match: 'new', add, update: [], changes: [] };
    const changes = changed(found.value, said);
    const isCounted = changes.includes('households') || changes.includes('people14plus');
    const update: ImportRecord[] =
      changes.length === 0
        ? []
        : [
            { entity: 'hamlet', id: found.id, value: { ...found.value, ...said }, baseRev: found.rev },
            ...(isCounted ? countOf(found.id, { ...found.value, ...said }, facts, newId()) : []),
          ];
    if (isOther) findings.push({ severity: 'warning', code: 'knownOtherMarks', name: found.value.name });
    return {
      ...row,
      findings,
      // The same name in another commune is another hamlet, or ours: a person knows.
      match: isOther || isEnded ? 'doubtful' : 'known',
      likeness: found.value.name,
      add,
      update,
      changes,
    };
  });
  return { rows: planned, newHamlets: [] };
}

const SECTORS: readonly { sector: Sector; subtype: string; words: readonly string[] }[] = [
  {
    sector: 'TH',
    subtype: 'school',
    words: ['th', 'truong hoc', 'truong', 'giao duc', 'mam non', 'tieu hoc', 'thcs'],
  },
  { sector: 'YT', subtype: 'healthStation', words: ['yt', 'tram y te', 'y te'] },
  {
    sector: 'DT',
    subtype: 'massOrg',
    words: ['dt', 'doan the', 'mat tran', 'hoi doan the', 'to chuc chinh tri xa hoi'],
  },
  { sector: 'DN', subtype: 'enterprise', words: ['dn', 'doanh nghiep', 'cong ty', 'doanh nghiep htx'] },
  { sector: 'DN', subtype: 'cooperative', words: ['htx', 'hop tac xa'] },
  {
    sector: 'CQ',
    subtype: 'agency',
    words: ['cq', 'co quan', 'co quan hanh chinh', 'quan ly nha nuoc', 'phong'],
  },
  { sector: 'KH', subtype: 'otherLegalOrg', words: ['kh', 'khac', 'to chuc khac'] },
];

/** The sector a word of the file means. */
export function sectorOf(text: string): { sector: Sector; subtype: string } | null {
  const key = searchKey(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  const exact = SECTORS.find(({ words }) => words.includes(key));
  const begun = SECTORS.find(({ words }) => words.some((word) => word.length > 2 && key.startsWith(word)));
  return exact ?? begun ?? null;
}

export function planUnits(
  rows: readonly ReadRow[],
  known: Known,
  facts: ImportFacts,
  newId: () => string,
): ImportPlan {
  const byKey = grouped(known.units, ({ value }) => searchKey(value.name));
  const byCode = grouped(known.units, ({ value }) => (value.code ?? '').toUpperCase());
  const seen = new Map<string, number>();
  const planned = rows.map((row): PlannedRow => {
    const findings = [...row.findings];
    if (hasErrors(row)) return bareOf(row, findings);
    const name = String(row.values['name'] ?? '');
    const place = sectorOf(String(row.values['sector'] ?? ''));
    const repeated = repeatOf(seen, searchKey(name), row, name);
    const code = String(row.values['code'] ?? '').toUpperCase();
    const found: Stored<UnitValue> | 'several' | undefined =
      (code === '' ? undefined : byCode.get(code)?.[0]) ??
      findNamed(byKey, name, ({ value }) => value.name, searchKey);
    if (repeated !== null) findings.push(repeated);
    if (place === null)
      findings.push({
        severity: 'error',
        code: 'sectorUnknown',
        field: 'sector',
        text: row.texts['sector'] ?? '',
      });
    if (found === 'several')
      findings.push({ severity: 'error', code: 'hamletUnclear', field: 'name', text: name });
    if (repeated !== null || place === null || found === 'several') return bareOf(row, findings);
    const said: Said<UnitValue> = {
      name,
      sector: place.sector,
      ...(row.values['headName'] === undefined ? {} : { headName: String(row.values['headName']) }),
      ...(row.values['phone'] === undefined ? {} : { contactPhone: String(row.values['phone']) }),
      ...(facts.formerCommune === '' ? {} : { formerCommune: facts.formerCommune }),
    };
    const id = newId();
    const value: UnitValue = { ...said, id, name, ...place, validFrom: facts.day };
    const add: ImportRecord[] = [{ entity: 'unit', id, value, baseRev: 0 }];
    if (found === undefined) return { ...row, findings, match: 'new', add, update: [], changes: [] };
    const changes = changed(found.value, said);
    const isOther = facts.formerCommune !== '' && found.value.formerCommune !== facts.formerCommune;
    if (isOther) findings.push({ severity: 'warning', code: 'knownOtherMarks', name: found.value.name });
    return {
      ...row,
      findings,
      match: isOther ? 'doubtful' : 'known',
      likeness: found.value.name,
      add,
      update:
        changes.length === 0
          ? []
          : [{ entity: 'unit', id: found.id, value: { ...found.value, ...said }, baseRev: found.rev }],
      changes,
    };
  });
  return { rows: planned, newHamlets: [] };
}

/** The kind of unit a sector's are unless said otherwise. */
export const unitTypeOf = (sector: Sector): string =>
  SECTORS.find((each) => each.sector === sector)?.subtype ?? 'otherLegalOrg';
