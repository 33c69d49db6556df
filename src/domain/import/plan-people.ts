/** Positions and who holds them; and results of earlier years. */
import { hasEndedBy } from '../standing.ts';
import { searchKey } from '../vietnamese/search-key.ts';
import type { ImportFacts, Known, PositionValue, PriorResultValue } from './known.ts';
import { exactKey, findNamed, grouped, hamletKey } from './names.ts';
import type { ImportPlan, PlannedRow } from './plan.ts';
import { hasErrors, type Finding, type ReadRow } from './rows.ts';

interface Subject {
  subjectKind: 'hamlet' | 'unit';
  subjectId: string;
  name: string;
}

/** A hamlet or unit by its name, as far as only one is called so. */
function subjectFinder(known: Known, day: string): (name: string) => Subject | 'several' | undefined {
  const hamlets = grouped(
    known.hamlets.filter(({ value }) => !hasEndedBy(value, day)),
    ({ value }) => hamletKey(value.name),
  );
  const units = grouped(
    known.units.filter(({ value }) => !hasEndedBy(value, day)),
    ({ value }) => searchKey(value.name),
  );
  return (name) => {
    const hamlet = findNamed(hamlets, name, ({ value }) => value.name, hamletKey);
    const unit = findNamed(units, name, ({ value }) => value.name, searchKey);
    if (hamlet === 'several' || unit === 'several' || (hamlet !== undefined && unit !== undefined))
      return 'several';
    if (hamlet !== undefined) return { subjectKind: 'hamlet', subjectId: hamlet.id, name: hamlet.value.name };
    return unit && { subjectKind: 'unit', subjectId: unit.id, name: unit.value.name };
  };
}

const bareOf = (row: ReadRow, findings: Finding[]): PlannedRow => ({
  ...row,
  findings,
  match: 'new',
  add: [],
  update: [],
  changes: [],
});

export function planPositions(
  rows: readonly ReadRow[],
  known: Known,
  facts: ImportFacts,
  newId: () => string,
): ImportPlan {
  const find = subjectFinder(known, facts.day);
  const keyOf = (value: Pick<PositionValue, 'personName' | 'title' | 'subjectId'>): string =>
    [exactKey(value.personName), exactKey(value.title), value.subjectId ?? ''].join('|');
  const standing = new Map(
    known.positions
      .filter(({ value }) => !hasEndedBy(value, facts.day))
      .map((row) => [keyOf(row.value), row]),
  );
  const seen = new Map<string, number>();
  const planned = rows.map((row): PlannedRow => {
    const findings = [...row.findings];
    if (hasErrors(row)) return bareOf(row, findings);
    const text = (field: string): string => String(row.values[field] ?? '');
    const subject = text('place') === '' ? undefined : find(text('place'));
    if (text('place') !== '' && (subject === undefined || subject === 'several'))
      findings.push({
        severity: 'error',
        code: subject === 'several' ? 'hamletUnclear' : 'placeUnknown',
        field: 'place',
        text: text('place'),
      });
    const validFrom = text('validFrom') === '' ? facts.day : text('validFrom');
    const validTo = text('validTo');
    if (validTo !== '' && validTo < validFrom)
      findings.push({ severity: 'error', code: 'endsBeforeStart', field: 'validTo' });
    if (subject === 'several' || hasErrors({ findings })) return bareOf(row, findings);
    const id = newId();
    const value: PositionValue = {
      id,
      title: text('title'),
      personName: text('personName'),
      validFrom,
      ...(text('phone') === '' ? {} : { phone: text('phone') }),
      ...(subject === undefined ? {} : { subjectKind: subject.subjectKind, subjectId: subject.subjectId }),
      ...(text('signsFor') === '' ? {} : { signsFor: text('signsFor') }),
      ...(validTo === '' ? {} : { validTo }),
    };
    const key = keyOf(value);
    const first = seen.get(key);
    if (first !== undefined) {
      findings.push({ severity: 'error', code: 'repeats', row: first, name: value.personName });
      return bareOf(row, findings);
    }
    seen.set(key, row.row);
    const add = [{ entity: 'position', id, value, baseRev: 0 }] as const;
    const found = standing.get(key);
    if (found === undefined) return { ...row, findings, match: 'new', add, update: [], changes: [] };
    const changes = (['phone', 'signsFor', 'validTo'] as const).filter(
      (field) => value[field] !== undefined && value[field] !== found.value[field],
    );
    const merged = { ...found.value, ...value, id: found.id, validFrom: found.value.validFrom };
    return {
      ...row,
      findings,
      match: 'known',
      likeness: found.value.personName,
      add,
      update:
        changes.length === 0 ? [] : [{ entity: 'position', id: found.id, value: merged, baseRev: found.rev }],
      changes,
    };
  });
  return { rows: planned, newHamlets: [] };
}

export function planPriorResults(
  rows: readonly ReadRow[],
  known: Known,
  facts: ImportFacts,
  newId: () => string,
): ImportPlan {
  const find = subjectFinder(known, facts.day);
  const keyOf = ({ subjectId, year }: Pick<PriorResultValue, 'subjectId' | 'year'>): string =>
    `${subjectId} ${year}`;
  const standing = new Map(known.priorResults.map((row) => [keyOf(row.value), row]));
  const seen = new Map<string, number>();
  const planned = rows.map((row): PlannedRow => {
    const findings = [...row.findings];
    if (hasErrors(row)) return bareOf(row, findings);
    const name = String(row.values['subject'] ?? '');
    const subject = find(name);
    if (subject === undefined || subject === 'several') {
      const code = subject === 'several' ? 'hamletUnclear' : 'subjectUnknown';
      findings.push({ severity: 'error', code, field: 'subject', text: name });
      return bareOf(row, findings);
    }
    const id = newId();
    const value: PriorResultValue = {
      id,
      campaignId: facts.campaignId,
      subjectKind: subject.subjectKind,
      subjectId: subject.subjectId,
      year: Number(row.values['year']),
      normalised: Number(row.values['points']),
      source: String(row.values['source'] ?? facts.source),
    };
    const first = seen.get(keyOf(value));
    if (first !== undefined) {
      findings.push({ severity: 'error', code: 'repeats', row: first, name });
      return bareOf(row, findings);
    }
    seen.set(keyOf(value), row.row);
    const add = [{ entity: 'priorResult', id, value, baseRev: 0 }] as const;
    const found = standing.get(keyOf(value));
    if (found === undefined) return { ...row, findings, match: 'new', add, update: [], changes: [] };
    const isSame = found.value.normalised === value.normalised && found.value.source === value.source;
    return {
      ...row,
      findings,
      match: 'known',
      likeness: subject.name,
      add,
      update: isSame
        ? []
        : [{ entity: 'priorResult', id: found.id, value: { ...value, id: found.id }, baseRev: found.rev }],
      changes: isSame ? [] : ['points'],
    };
  });
  return { rows: planned, newHamlets: [] };
}
