import { expect, test } from 'vitest';
import { criteriaOf, pillars } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import {
  claimCriteria,
  hamletRows,
  pillarRow,
  pillarSums,
  sectorRows,
  seriesOf,
  targetOf,
} from '#client/features/office/progress/derive.ts';
import { deskOf } from '#client/features/office/today/desk.ts';
import { createHamletClaims } from '#client/features/office/today/hamlet-claims.ts';
import { CUTOFF, makeDeskRows, NOW, WHICH } from '../today/made-desk.ts';

const families = { kind: 'family', hamletId: null } as const;

test.each([1, 2, 3])(
  'the series of hamlets add up to the commune’s, and end at what was sent (seed %i)',
  (seed) => {
    const rows = makeDeskRows({ hamlets: 6, householdsEach: 20, units: 7, seed });
    const desk = deskOf(rows, WHICH);
    const all = seriesOf(desk, families, NOW);
    const each = desk.hamlets.map(({ id }) => seriesOf(desk, { kind: 'family', hamletId: id }, NOW));
    const sum = (of: (series: typeof all) => number) => each.reduce((total, series) => total + of(series), 0);
    expect(sum(({ sent }) => sent)).toBe(all.sent);
    expect(sum(({ total }) => total)).toBe(all.total);
    expect(all.points.at(-1)?.total).toBe(all.sent);
    expect(all.sent).toBe(rows.submission.filter(({ subjectKind }) => subjectKind === 'household').length);
    expect(seriesOf(desk, { kind: 'hamlet' }, NOW).sent).toBe(
      rows.submission.filter(({ subjectKind }) => subjectKind === 'hamlet').length,
    );
  },
);

test('the target is the one of "hộ tham gia tự đánh giá"; the deadline leaves days to need and to forecast', () => {
  const desk = deskOf(makeDeskRows({ hamlets: 4, householdsEach: 25, units: 0 }), WHICH);
  const item = criteriaOf(desk.sets.get('hamlet@1') ?? { groups: [] }).find(
    ({ rollup }) => rollup?.num.op === 'countForms',
  );
  expect(item?.type === 'ratio' && item.targetPercent).toBe(targetOf(desk, families));
  expect(targetOf(desk, { kind: 'hamlet' })).toBe(100);
  const series = seriesOf(desk, families, NOW);
  expect(series.daysLeft).toBe(5);
  expect(series.need?.kind).toBe(series.sent * 100 >= 100 * series.targetPercent ? 'reached' : 'needed');
  expect(series.forecast).toBeGreaterThanOrEqual(series.sent);
  expect(series.forecast).toBeLessThanOrEqual(series.total);
  expect(seriesOf(desk, families, CUTOFF).forecast).toBeNull();
});

test('pillars are the officers’ where the review is over, and the sender’s own before that', () => {
  const rows = makeDeskRows({ hamlets: 5, householdsEach: 4, units: 0 });
  const verified = rows.assessment.find(
    ({ subjectKind, state }) => subjectKind === 'hamlet' && state === 'verified',
  );
  const form = rows.submission.find(({ assessmentId }) => assessmentId === verified?.id);
  const set = rows.criteriaSet.find(({ id }) => id === 'hamlet');
  if (form === undefined || set === undefined) throw new Error('no verified hamlet');
  const half = criteriaOf(set).map(
    (criterion) => [criterion.id, Math.floor(criterion.maxPoints / 2)] as const,
  );
  rows.scores.push({
    submissionId: form.id,
    assessmentId: form.assessmentId,
    fields: Object.fromEntries(
      half.map(([id, points]) => [
        id,
        [{ opId: form.id, points, reasonCode: 'other', reason: '', byName: '', byRole: 'officer', at: NOW }],
      ]),
    ),
  });
  const desk = deskOf(rows, WHICH);
  const bases = desk.hamlets.map((standing) => pillarRow(standing));
  expect(bases.map(({ basis }) => basis)).toEqual(['self', 'self', 'self', null, 'verified']);
  const own = bases.find(({ standing }) => standing.id === form.subjectId);
  for (const pillar of pillars)
    expect(own?.pillars?.[pillar].earned).not.toBe(score(set, form.snapshot).pillars[pillar].earned);
  const points = new Map(half);
  const given = criteriaOf(set).filter(({ id }) => {
    const answer = form.snapshot[id];
    return !(typeof answer === 'object' && answer !== null && 'na' in answer) && points.has(id);
  });
  const earned = pillars.reduce((sum, pillar) => sum + (own?.pillars?.[pillar].earned ?? 0), 0);
  expect(earned).toBeGreaterThanOrEqual(given.reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0));
  const [first] = pillarSums(bases);
  expect(first?.total.earned).toBe(bases.reduce((sum, row) => sum + (row.pillars?.nenTang.earned ?? 0), 0));
});

test('each hamlet’s claim stands beside what its families said; without their number there is nothing to draw', () => {
  const rows = makeDeskRows({ hamlets: 5, householdsEach: 10, units: 0, sentPercent: 100 });
  const [first] = rows.hamlet;
  if (first === undefined) throw new Error('no hamlet');
  delete first.households;
  const desk = deskOf(rows, WHICH);
  const item = claimCriteria(desk).find(({ id }) => id === 'A3.1');
  const claimed = hamletRows(desk, createHamletClaims(), item?.id);
  expect(claimed.map(({ claim }) => claim === null)).toEqual([true, false, false, false, false]);
  for (const { claim, standing } of claimed.slice(1)) {
    const yes = rows.submission.filter(
      ({ hamletId, snapshot }) => hamletId === standing.id && snapshot['B1.1'] === true,
    ).length;
    expect(claim).toMatchObject({ d: 10, yes, unknown: 0, no: 10 - yes });
  }
});

test('units are counted by sector, each once', () => {
  const desk = deskOf(makeDeskRows({ hamlets: 0, householdsEach: 0, units: 20 }), WHICH);
  const sectors = sectorRows(desk);
  expect(sectors.reduce((sum, { all }) => sum + all, 0)).toBe(20);
  expect(sectors.reduce((sum, { sent }) => sum + sent, 0)).toBe(seriesOf(desk, { kind: 'unit' }, NOW).sent);
  for (const { all, sent, verified } of sectors)
    expect([verified <= sent, sent <= all]).toEqual([true, true]);
});
