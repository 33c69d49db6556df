/** The joins behind Dấu hiệu cần xem, on a made-up commune; pictures matched without holding the page; the shell's draw. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskOf } from '#client/features/office/today/desk.ts';
import { createHamletClaims } from '#client/features/office/today/hamlet-claims.ts';
import { frameOf, idsIn, shellLine, usualSize } from '#client/features/office/trust/draws.ts';
import type { TrustRows } from '#client/features/office/trust/read-trust.ts';
import { signalsOf } from '#client/features/office/trust/signals.ts';
import { subjectsOf } from '#client/features/office/trust/subjects.ts';
import { matchCalmly } from '#client/features/office/trust/use-shared-photos.ts';
import { sharedPhotos } from '#domain/trust/shared-photos.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { drawAgain } from '#protocol/recheck-draw.ts';
import { trustCommune } from '../../../trust/commune.ts';
import { makeDeskRows, type MadeRows, WHICH } from '../today/made-desk.ts';

const nothing: TrustRows = { photos: [], looks: new Map(), visits: [], samples: [] };
const signalsIn = (rows: MadeRows) => {
  const desk = deskOf(rows, WHICH);
  const subjects = subjectsOf(desk);
  return signalsOf({ desk, claims: createHamletClaims(), rows: nothing, subjects, shared: [] });
};

/** Each hamlet claims of every ratio what `of` says of the families that have it, out of 60. */
function claiming(of: (hamlet: number) => number): MadeRows {
  const rows = makeDeskRows({ hamlets: 8, householdsEach: 60, units: 0, sentPercent: 100 });
  const set = rows.criteriaSet.find(({ id }) => id === 'hamlet');
  const rolled = set ? criteriaOf(set).filter(({ type }) => type === 'ratio') : [];
  rows.submission = rows.submission.map((form) => {
    if (form.subjectKind !== 'hamlet') return form;
    const n = of(rows.hamlet.findIndex(({ id }) => id === form.subjectId));
    const figures = Object.fromEntries(rolled.map(({ id }) => [id, { n, d: 60 }]));
    const shared = Object.fromEntries((set?.sharedQuestions ?? []).map(({ id }) => [id, 60]));
    return { ...form, snapshot: { ...form.snapshot, ...shared, ...figures } };
  });
  return rows;
}

test('a figure no completion of the forms reaches is shown with what the forms allow', () => {
  const { open } = signalsIn(claiming(() => 60));
  const outside = open.filter(({ check }) => check === 'outside');
  expect(outside.length).toBeGreaterThan(0);
  for (const signal of outside) {
    if (signal.check !== 'outside') continue;
    expect(signal.forms).toHaveLength(1);
    for (const { claim, numerators } of signal.items)
      if (numerators !== null) expect(claim.n < numerators.min || claim.n > numerators.max).toBe(true);
  }
});

test('hamlets stand in the commune’s own order, and what was looked into is told apart until its figures change', () => {
  const rows = claiming(() => 60);
  const desk = deskOf(rows, WHICH);
  const subjects = subjectsOf(desk);
  const claims = createHamletClaims();
  const before = signalsOf({ desk, claims, rows: nothing, subjects, shared: [] });
  const order = before.open.map(({ hamletId }) => rows.hamlet.findIndex(({ id }) => id === hamletId));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const [first] = before.open;
  if (!first) throw new Error('no signal');
  const mark = (signal: string): TrustRows => ({
    ...nothing,
    visits: [
      {
        scope: 'office',
        entity: 'inspection',
        id: 'x',
        rev: 1,
        value: {
          id: 'x',
          campaignId: desk.campaign?.id ?? '',
          subjectKind: 'hamlet',
          subjectId: first.hamletId,
          date: '2025-11-05',
          inspectors: 'Phạm Thu Hà',
          signal,
          findings: [],
          conclusion: 'confirmed',
          note: '',
        },
      },
    ],
  });
  const after = signalsOf({ desk, claims, rows: mark(first.key), subjects, shared: [] });
  expect(after.open).toHaveLength(before.open.length - 1);
  expect(after.seen.map(({ signal }) => signal.key)).toEqual([first.key]);
  // Control: a mark on other figures hides nothing.
  expect(signalsOf({ desk, claims, rows: mark(`${first.key} A9`), subjects, shared: [] }).seen).toEqual([]);
});

test('forms that families’ slips sent from one shared phone are looked at as typed by one person', () => {
  const rows = makeDeskRows({ hamlets: 2, householdsEach: 20, units: 0, sentPercent: 100 });
  // Ten of them half a minute apart; their own phones would be ten people.
  const own = rows.submission.filter(({ subjectKind }) => subjectKind === 'household').slice(0, 10);
  const hurried = (sharedPhone?: string): MadeRows => ({
    ...rows,
    submission: rows.submission.map((form) => {
      const at = own.indexOf(form);
      if (at < 0) return form;
      return {
        ...form,
        claimedAt: 1_000_000 + at * 30_000,
        ...(sharedPhone !== undefined && { sharedPhone }),
      };
    }),
  });
  const quick = (made: MadeRows) => signalsIn(made).open.filter(({ check }) => check === 'quick');
  expect(quick(hurried('3f9aQk2_'))).toMatchObject([{ by: '', quick: 9, typed: 10 }]);
  expect(quick(hurried()), 'the control').toEqual([]);
});

test('matching pictures gives way again and again, finds the same, and stops when told', async () => {
  const seed = 7;
  console.log(`seed ${seed}`);
  const pictures = trustCommune(seed, { claims: false, photos: true, quick: false, copies: false }).flatMap(
    (hamlet) => hamlet.pictures,
  );
  const all = [...sharedPhotos(pictures)].filter((pair) => pair !== null);
  expect(all.length).toBeGreaterThan(0);
  // A clock that moves on at each look: every step is worth a slice.
  let [ticks, rests] = [0, 0];
  const pace = {
    now: () => (ticks += 20),
    rest: () => {
      rests += 1;
      return Promise.resolve();
    },
    onStep: () => undefined,
  };
  expect(await matchCalmly(pictures, { ...pace, isStopped: () => false })).toEqual(all);
  expect(rests).toBeGreaterThan(pictures.length / 2);
  expect(await matchCalmly(pictures, { ...pace, isStopped: () => true })).toBeNull();
});

test('a stranger’s sha256sum draws what the office drew', async () => {
  const desk = deskOf(makeDeskRows({ hamlets: 3, householdsEach: 20, units: 4 }), WHICH);
  const ids = frameOf(desk, { subjectKind: 'household', campaignId: desk.campaign?.id ?? '' });
  expect(ids.length).toBeGreaterThan(30);
  const seed = "Xổ số '22/11': $48151";
  const size = usualSize(ids.length);
  expect(size).toBe(10);
  const folder = mkdtempSync(join(tmpdir(), 'rut-'));
  try {
    writeFileSync(join(folder, 'danh-sach-ma.txt'), ids.join('\n'));
    const run = spawnSync('sh', ['-c', shellLine(seed, size)], { cwd: folder, encoding: 'utf8' });
    const theirs = run.stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(65));
    expect(theirs).toEqual((await drawAgain(seed, ids, size)).chosen);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a list is ids, one a line, however it was saved; anything else is none', () => {
  const [one, two] = ['0198c1f0-0000-7000-8000-000000000001', '0198c1f0-0000-7000-8000-000000000002'];
  expect(idsIn(`\uFEFF${one}\r\n${two}\r\n\r\n`)).toEqual([one, two]);
  expect(idsIn('')).toBeNull();
  expect(idsIn(`${one}\nNguyễn Văn A`)).toBeNull();
});
