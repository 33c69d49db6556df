/** Papers drawn from what a commune's store gives back; run again over PostgreSQL (`store/core-on-postgres.test.ts`). */
import { expect, test } from 'vitest';
import type { FeedRow } from '#protocol/exchange.ts';
import { filesFrom, shown } from './all-papers.ts';
import { DAY, openAwardScene } from './award-scene.ts';

test('the same rows give the same papers byte for byte, whoever is shown them and in whatever order they came', async () => {
  const { desk, lan, hai, trainingId, written } = await openAwardScene();
  const feed = await shown(desk.commune, lan);
  const files = await filesFrom(feed, DAY);
  expect(files.map(([name]) => name.split(':')[0])).toEqual([
    'report',
    'achievementReport',
    'achievementReport',
    'achievementReport',
    // The hamlet's meeting, the council's session.
    'minutes',
    'minutes',
    'submissionLetter',
    'awardList',
    'decision',
    'awardList',
    'certificates',
    'annex',
    'annex',
    'annex',
  ]);
  const said = new Map(files);
  expect(files[0]?.[1]).toContain('86 lượt người tham gia');
  expect(said.get('certificates')).toContain('Ông Đỗ Văn Ước &lt;b&gt; {{x}}');
  expect(files[5]?.[1]).toContain('03/03 trường hợp');

  expect(await filesFrom(await shown(desk.commune, hai), DAY)).toEqual(files);
  expect(await filesFrom([...feed].reverse(), DAY)).toEqual(files);
  // Against what was written, which no store has held: the same on one store and on another.
  const unheld = feed.map((row): FeedRow => ({ ...row, value: written.get(row.id) ?? row.value }));
  expect(await filesFrom(unheld, DAY)).toEqual(files);
  // Control: one person more in one figure is another paper, and only where that figure stands.
  const oneMore = feed.map((row): FeedRow =>
    row.id === trainingId ? { ...row, value: { ...row.value, people: 87 } } : row,
  );
  const others = await filesFrom(oneMore, DAY);
  expect(others[0]).not.toEqual(files[0]);
  expect(others.slice(1)).toEqual(files.slice(1));
});
