/** Entries of a made-up commune: real hamlet names, invented families, reproducible. */
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { createIdMaker, type Chance } from '#protocol/ids.ts';
import { entryOf, type Entry, type Joins } from '#client/features/office/entries.ts';
import type { Hamlet, Household } from '#protocol/entities.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';

const HAMLETS = ['Đầm Mụ', 'Bình Xuân', 'Bình Khang', 'Trại 4', 'Đình 7', 'Chùa 9', 'Văn Khúc 10'];
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Đỗ',
  'Lý',
  'Dương',
  'Đặng',
  'Vũ',
  'Bùi',
  'Ngô',
  'Hà',
];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Hữu', 'Thanh', 'Minh', 'Xuân', 'Quang', 'Thu', 'Ngọc', 'Bá'];
const GIVEN = [
  'An',
  'Ánh',
  'Ân',
  'Ấn',
  'Bình',
  'Chiến',
  'Dung',
  'Dũng',
  'Đạt',
  'Hạnh',
  'Huệ',
  'Khoa',
  'Lan',
  'Mụ',
].concat([
  'Nga',
  'Phúc',
  'Quý',
  'Sơn',
  'Tám',
  'Thảo',
  'Tuấn',
  'Uy',
  'Ước',
  'Vân',
  'Xuyến',
  'Yên',
  'Hòa',
  'Thủy',
  'Trường',
]);

/** A small linear generator: tests need spread, not secrecy. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

export interface MadeCommune {
  hamlets: Hamlet[];
  households: Household[];
  submissions: SubmissionRow[];
  entries: Entry[];
}

export function makeCommune(count: number, seed = 7): MadeCommune {
  const newId = createIdMaker({ now: () => 1_762_300_000_000 }, chanceOf(seed));
  const hamlets: Hamlet[] = HAMLETS.map((name, order) => ({
    id: newId(),
    name,
    order,
    validFrom: '2025-01-01',
  }));
  const households: Household[] = [];
  const submissions: SubmissionRow[] = [];
  for (let index = 0; index < count; index++) {
    const hamletId = hamlets[index % hamlets.length]?.id ?? '';
    const id = newId();
    const householder = `${pick(FAMILY, index)} ${pick(MIDDLE, index)} ${pick(GIVEN, index)}`;
    households.push({ id, hamletId, code: `DM-${String(index).padStart(4, '0')}`, householder });
    submissions.push({
      id: newId(),
      assessmentId: assessmentIdOf('binh-thuan', 'x', id),
      subjectKind: 'household',
      subjectId: id,
      hamletId,
      subjectName: householder,
      channel: index % 3 === 0 ? 'proxy' : 'self',
      round: 1,
      current: true,
      criteriaSet: 'household@1',
      snapshot: { 'B1.1': true },
      selfScore: (index * 37) % 10_001,
      serverScore: (index * 37) % 10_001,
      signedOffBy: '',
      byName: householder,
      claimedAt: 1_762_300_000_000 + index * 1000,
      clockOff: 0,
      receivedAt: 1_762_300_000_000 + index * 1000,
      late: false,
      receiptCode: `K3QF72MA${index % 10}`,
      digest: 'A'.repeat(43),
    });
  }
  const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.id, row]));
  const joins: Joins = {
    assessments: new Map(),
    hamlets: byId(hamlets),
    households: byId(households),
    units: new Map(),
    asks: new Map(),
    marks: new Map(),
  };
  return { hamlets, households, submissions, entries: submissions.map((row) => entryOf(row, joins)) };
}
