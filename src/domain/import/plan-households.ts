/** Families: which hamlet, whether the commune has them already, and which rows may be one family written twice. */
import { hasEndedBy } from '../standing.ts';
import type { HamletValue, HouseholdValue, ImportFacts, ImportRecord, Known, Stored } from './known.ts';
import { exactKey, findNamed, grouped, hamletKey, isNear, personKey } from './names.ts';
import type { ImportPlan, Match, PlannedRow } from './plan.ts';
import { hasErrors, type Finding, type ReadRow } from './rows.ts';

const stands = ({ endedAt, mergedInto }: HouseholdValue): boolean =>
  endedAt === undefined && mergedInto === undefined;
const without = (name: string): string => name.replace(/^(xóm|thôn|bản)\s+/iu, '');

interface Seen {
  row: number;
  name: string;
}

interface Hamlets {
  byKey: ReadonlyMap<string, readonly Stored<HamletValue>[]>;
  added: Map<string, { name: string; record: ImportRecord & { entity: 'hamlet' } }>;
}

type Placed = { id: string; isFirst: boolean } | { finding: Finding };

function placeOf(
  name: string,
  { byKey, added }: Hamlets,
  { facts, newId, nextOrder }: { facts: ImportFacts; newId: () => string; nextOrder: () => number },
): Placed {
  const found = findNamed(byKey, name, ({ value }) => value.name, hamletKey);
  const at = { field: 'hamlet', text: name } as const;
  if (found === 'several') return { finding: { severity: 'error', code: 'hamletUnclear', ...at } };
  if (found !== undefined)
    return hasEndedBy(found.value, facts.day)
      ? { finding: { severity: 'error', code: 'hamletEnded', ...at } }
      : { id: found.id, isFirst: false };
  const key = hamletKey(name);
  const known = added.get(key);
  if (known !== undefined) return { id: known.record.id, isFirst: false };
  const id = newId();
  const value: HamletValue = {
    id,
    name: without(name),
    order: nextOrder(),
    validFrom: facts.day,
    ...(facts.formerCommune === '' ? {} : { formerCommune: facts.formerCommune }),
  };
  added.set(key, { name: value.name, record: { entity: 'hamlet', id, value, baseRev: 0 } });
  return { id, isFirst: true };
}

/** Same hamlet and the same name without marks. */
const placeKey = (hamletId: string, name: string): string => `${hamletId} ${personKey(name)}`;
/** Same hamlet and the same given name: whoever is near stands here, and few do. */
const nearKey = (hamletId: string, name: string): string =>
  `${hamletId} ${personKey(name).split(' ').at(-1)}`;

interface Standing {
  byCode: ReadonlyMap<string, readonly Stored<HouseholdValue>[]>;
  byPlace: ReadonlyMap<string, readonly Stored<HouseholdValue>[]>;
  byGivenName: ReadonlyMap<string, readonly Stored<HouseholdValue>[]>;
  byPhone: ReadonlyMap<string, readonly Stored<HouseholdValue>[]>;
}

/** What stands already and is like this row; the surest first. */
function likeIn(
  standing: Standing,
  { hamletId, name, phone }: { hamletId: string; name: string; phone: string },
): { match: Match; of?: Stored<HouseholdValue>; finding?: Finding } {
  const key = personKey(name);
  const same = standing.byPlace.get(placeKey(hamletId, name)) ?? [];
  const exact = same.filter(({ value }) => exactKey(value.householder) === exactKey(name));
  const only = exact.length === 1 ? exact[0] : undefined;
  if (only !== undefined && stands(only.value)) return { match: 'known', of: only };
  const alike = exact[0] ?? same[0];
  if (alike !== undefined) {
    const code = stands(alike.value) ? 'knownOtherMarks' : 'knownEnded';
    return {
      match: 'doubtful',
      of: alike,
      finding: { severity: 'warning', code, field: 'householder', name: alike.value.householder },
    };
  }
  const caller = phone === '' ? undefined : standing.byPhone.get(phone)?.find(({ value }) => stands(value));
  if (caller !== undefined)
    return {
      match: 'doubtful',
      of: caller,
      finding: { severity: 'warning', code: 'knownPhone', field: 'phone', name: caller.value.householder },
    };
  const near = (standing.byGivenName.get(nearKey(hamletId, name)) ?? []).find(({ value }) =>
    isNear(personKey(value.householder), key),
  );
  if (near === undefined) return { match: 'new' };
  return {
    match: 'new',
    finding: { severity: 'warning', code: 'nearName', field: 'householder', name: near.value.householder },
  };
}

const changesOf = (
  { value }: Stored<HouseholdValue>,
  wanted: Pick<HouseholdValue, 'householder' | 'phone' | 'hamletId'>,
): string[] => [
  ...(wanted.householder === value.householder ? [] : ['householder']),
  ...(wanted.phone === undefined || wanted.phone === value.phone ? [] : ['phone']),
  ...(wanted.hamletId === value.hamletId ? [] : ['hamlet']),
];

export function planHouseholds(
  rows: readonly ReadRow[],
  known: Known,
  facts: ImportFacts,
  newId: () => string,
): ImportPlan {
  const hamlets: Hamlets = {
    byKey: grouped(known.hamlets, ({ value }) => hamletKey(value.name)),
    added: new Map(),
  };
  let order = Math.max(0, ...known.hamlets.map(({ value }) => value.order));
  const nextOrder = (): number => ++order;
  const standing: Standing = {
    byCode: grouped(
      known.households.filter(({ value }) => value.code !== undefined),
      ({ value }) => (value.code ?? '').toUpperCase(),
    ),
    byPlace: grouped(known.households, ({ value }) => placeKey(value.hamletId, value.householder)),
    byGivenName: grouped(known.households, ({ value }) => nearKey(value.hamletId, value.householder)),
    byPhone: grouped(
      known.households.filter(({ value }) => value.phone !== undefined),
      ({ value }) => value.phone ?? '',
    ),
  };
  const seenCodes = new Map<string, number>();
  const seenPhones = new Map<string, Seen>();
  const seenNames = new Map<string, Seen>();
  const seenNear = new Map<string, Seen[]>();

  const planned = rows.map((row): PlannedRow => {
    const findings = [...row.findings];
    const bare = { ...row, findings, match: 'new', add: [], update: [], changes: [] } as const;
    const name = String(row.values['householder'] ?? '');
    const phone = String(row.values['phone'] ?? '');
    const code = String(row.values['code'] ?? '').toUpperCase();
    if (hasErrors(row)) return bare;
    const placed = placeOf(String(row.values['hamlet'] ?? ''), hamlets, { facts, newId, nextOrder });
    if ('finding' in placed) {
      findings.push(placed.finding);
      return bare;
    }
    // Said once: the other rows of it are no news.
    if (placed.isFirst)
      findings.push({
        severity: 'warning',
        code: 'newHamlet',
        field: 'hamlet',
        text: row.texts['hamlet'] ?? '',
      });

    const codeRow = code === '' ? undefined : seenCodes.get(code);
    if (codeRow !== undefined) {
      findings.push({ severity: 'error', code: 'codeRepeats', field: 'code', text: code, row: codeRow });
      return bare;
    }
    if (code !== '') seenCodes.set(code, row.row);
    const named = code === '' ? undefined : standing.byCode.get(code)?.[0];
    if (code !== '' && named === undefined)
      findings.push({ severity: 'warning', code: 'codeUnknown', field: 'code', text: code });

    const like = named === undefined ? likeIn(standing, { hamletId: placed.id, name, phone }) : null;
    const of = named ?? like?.of;
    let match: Match = named === undefined ? (like?.match ?? 'new') : 'known';
    // A code that belongs to somebody of quite another name is rather a slip of the pen than a new householder.
    if (named !== undefined && personKey(named.value.householder) !== personKey(name)) {
      match = 'doubtful';
      findings.push({
        severity: 'warning',
        code: 'codeElsewhere',
        field: 'code',
        text: code,
        name: named.value.householder,
      });
    }
    if (like?.finding !== undefined) findings.push(like.finding);

    const place = placeKey(placed.id, name);
    const repeated = seenNames.get(place);
    const caller = phone === '' ? undefined : seenPhones.get(phone);
    if (repeated !== undefined) {
      match = 'doubtful';
      findings.push({ severity: 'warning', code: 'repeats', row: repeated.row, name: repeated.name });
    } else if (caller !== undefined) {
      match = match === 'known' ? match : 'doubtful';
      findings.push({
        severity: 'warning',
        code: 'repeatsPhone',
        field: 'phone',
        row: caller.row,
        name: caller.name,
      });
    } else if (like?.finding?.code !== 'nearName') {
      const near = (seenNear.get(nearKey(placed.id, name)) ?? []).find(({ name: other }) =>
        isNear(personKey(other), personKey(name)),
      );
      if (near !== undefined)
        findings.push({ severity: 'warning', code: 'nearName', row: near.row, name: near.name });
    }
    const seen = { row: row.row, name };
    if (repeated === undefined) seenNames.set(place, seen);
    const nearby = nearKey(placed.id, name);
    seenNear.set(nearby, [...(seenNear.get(nearby) ?? []), seen]);
    if (phone !== '' && caller === undefined) seenPhones.set(phone, seen);

    const id = newId();
    const wanted = { hamletId: placed.id, householder: name, ...(phone === '' ? {} : { phone }) };
    const changes = of === undefined ? [] : changesOf(of, wanted);
    return {
      ...row,
      findings,
      match,
      ...(of === undefined ? {} : { likeness: of.value.householder }),
      add: [{ entity: 'household', id, value: { id, ...wanted }, baseRev: 0 }],
      update:
        of === undefined || changes.length === 0 || repeated !== undefined
          ? []
          : [{ entity: 'household', id: of.id, value: { ...of.value, ...wanted }, baseRev: of.rev }],
      changes,
    };
  });
  const used = new Set(
    planned
      .filter((row) => !hasErrors(row))
      .flatMap(({ add }) =>
        add.map((record) => (record.entity === 'household' ? record.value.hamletId : '')),
      ),
  );
  return {
    rows: planned,
    newHamlets: [...hamlets.added.values()].filter(({ record }) => used.has(record.id)),
  };
}
