import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import { answersTo, setOf, submitIntent } from './makers.ts';
import { enrolled } from './enrolled.ts';
import { assignIntent, gradeRest, openScene, scoreIntent } from './review-scene.ts';
import { send } from './sending.ts';

const hamletSet = setOf('hamlet');
const optional = criteriaOf(hamletSet).find(({ notApplicable }) => notApplicable !== undefined);
const [a1, a2] = hamletSet.groups;

test('who scores beside the officer scores the groups assigned for this campaign and kind, and no others', async () => {
  const scene = await openScene();
  const { commune, officer } = scene;
  const culture = await enrolled(commune, 'cultureOfficer');
  const sent = await scene.submission();
  const { campaignId } = await scene.seen(officer);
  const one = scoreIntent(sent, { criterionId: a1?.criteria[0]?.id ?? '', points: 0 });
  const two = scoreIntent(sent, { criterionId: a2?.criteria[0]?.id ?? '', points: 0 });
  expect(await send(commune, culture, one, two)).toEqual(['NOT_PERMITTED', 'NOT_PERMITTED']);
  // Another kind's and another campaign's assignment are none.
  await send(commune, officer, assignIntent(officer, campaignId, [a1?.code ?? ''], 'unit'));
  expect(await send(commune, culture, one)).toEqual(['NOT_PERMITTED']);
  await send(commune, officer, assignIntent(officer, campaignId, [a1?.code ?? '']));
  expect(await send(commune, culture, one, two)).toEqual(['applied', 'NOT_PERMITTED']);
  // The officer needs none.
  expect(await send(commune, officer, two)).toEqual(['applied']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('“không áp dụng” is accepted where it was claimed, and earns nothing', async () => {
  const scene = await openScene();
  const { commune, head, officer, assessmentId } = scene;
  const id = optional?.id ?? '';
  const accept = (more: object) =>
    scene
      .submission()
      .then((sent) =>
        send(
          commune,
          officer,
          scoreIntent(sent, { criterionId: id, points: 0, reasonCode: 'notApplicable', ...more }),
        ),
      );
  expect(await accept({})).toEqual(['ARGS_INVALID']);
  const snapshot = { ...answersTo(hamletSet, () => 0), [id]: { na: 'Xóm không có' } };
  expect(await send(commune, head, submitIntent(assessmentId, 'hamlet', { snapshot }))).toEqual(['applied']);
  expect(await accept({ points: 50 })).toEqual(['ARGS_INVALID']);
  expect(await accept({})).toEqual(['applied']);
});

test('a hamlet’s form is verified when every question has its points; taking points back opens it again', async () => {
  const scene = await openScene();
  const { commune, officer } = scene;
  await scene.move(officer, 'underReview');
  const sent = await scene.submission();
  const first = criteriaOf(hamletSet)[0]?.id ?? '';
  await gradeRest(commune, officer, sent);
  const row = await commune.store.read(({ score }) => score.alive(sent.id));
  const bases = row.filter(({ criterion_id }) => criterion_id === first).map(({ op_id }) => op_id);
  await send(
    commune,
    officer,
    scoreIntent(sent, { criterionId: first, points: 0, reasonCode: 'takenBack', bases }),
  );
  expect(await scene.move(officer, 'verified')).toBe('UNRESOLVED');
  const again = await commune.store.read(({ score }) => score.alive(sent.id));
  const newest = again.filter(({ criterion_id }) => criterion_id === first).map(({ op_id }) => op_id);
  await send(commune, officer, scoreIntent(sent, { criterionId: first, points: 0, bases: newest }));
  expect(await scene.move(officer, 'verified')).toBe('applied');
});

test('what was judged before there were these rules stays as it was judged when the log is played again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-rules-'));
  const file = join(folder, 'store.sqlite');
  const scene = await openScene({ file });
  const { commune, officer } = scene;
  const beside = new DatabaseSync(file);
  const rulesFrom = (rev: number | null): void =>
    void beside.prepare('update commune set rules_from = ?').run(rev);
  rulesFrom(null);
  await scene.move(officer, 'underReview');
  expect(await scene.move(officer, 'verified')).toBe('applied');
  const rev = (await commune.store.read(({ commune: table }) => table.find()))?.rev ?? 0;
  rulesFrom(rev);
  expect((await commune.core.verify()).problems).toEqual([]);
  // The control: under the rules from the start, the log would be read otherwise.
  rulesFrom(0);
  expect((await commune.core.verify()).problems.map(({ what }) => what)).toContain(
    'verdict-differs-from-log',
  );
  beside.close();
  await commune.core.close();
  rmSync(folder, { recursive: true });
});
