import { expect, test } from 'vitest';
import { inputOf, scene } from './freeze-scene.ts';
import { scoreIntent } from './review-scene.ts';
import { put, send } from './sending.ts';

test('a ranking is frozen from what the commune holds, as anyone reckons it, and else not', async () => {
  const { commune, officer, heads, sent, move, campaignId, freeze } = await scene();
  const inputs = sent.map((one) => inputOf(one));
  const [first, second] = inputs;
  if (first === undefined || second === undefined) throw new Error('nothing was sent');
  const tell = async (...given: Parameters<typeof freeze>) =>
    (await send(commune, officer, await freeze(...given)))[0];

  // One form left out, other points, another deadline's word, a knock-out nobody entered.
  expect(await tell([first])).toBe('STALE_BASIS');
  expect(await tell([first, { ...second, points: { ...second.points, 'A1.1': 0 } }])).toBe('STALE_BASIS');
  expect(await tell([first, { ...second, onTime: !second.onTime }])).toBe('STALE_BASIS');
  expect(await tell([first, { ...second, knockOut: officer.newId() }])).toBe('STALE_BASIS');
  // Inputs as they are, and results nobody reckons from them.
  expect(await tell(inputs, { change: { results: [] } })).toBe('ARGS_INVALID');
  expect(await tell(inputs, { change: { sha256: 'A'.repeat(43) } })).toBe('ARGS_INVALID');

  // Last year's result, a knock-out and the council's word belong to it.
  const about = { campaignId, subjectKind: 'hamlet', subjectId: first.subjectId };
  const prior = officer.newId();
  await send(
    commune,
    officer,
    put('priorResult', prior, { id: prior, ...about, year: 2024, normalised: 7000, source: 'QĐ 12' }),
  );
  expect(await tell(inputs)).toBe('STALE_BASIS');
  const withPrior = [{ ...first, prior: 7000 }, second];
  const knockOut = officer.newId();
  const out = {
    id: knockOut,
    ...about,
    kind: 'other',
    reason: 'Kê khai sai',
    source: '',
    date: '2025-11-20',
  };
  await send(commune, officer, put('knockOut', knockOut, out));
  expect(await tell(withPrior)).toBe('STALE_BASIS');
  const whole = [{ ...first, prior: 7000, knockOut }, second];
  const tie = officer.newId();
  const order = [first.subjectId, second.subjectId];
  const word = { id: tie, campaignId, group: 'hamlet', order, reason: 'Họp 21/11', date: '2025-11-21' };
  await send(commune, officer, put('tieDecision', tie, word));
  expect(await tell(whole)).toBe('STALE_BASIS');
  const ties = [{ id: tie, order }];
  const kept = await freeze(whole, { ties });
  expect(await send(commune, officer, kept)).toEqual(['applied']);

  // A second one says which it replaces and why; a reopened form has no place in it.
  const id = kept.kind === 'record.put' ? kept.args.id : '';
  expect(await tell(whole, { ties })).toBe('STALE_BASIS');
  expect(await tell(whole, { ties, replaces: id })).toBe('STALE_BASIS');
  await move(heads[1] ?? officer, 'underReview');
  expect(await tell(whole, { ties, replaces: id, reason: 'Chấm lại' })).toBe('STALE_BASIS');
  expect(await tell(whole.slice(0, 1), { ties, replaces: id, reason: 'Chấm lại' })).toBe('applied');
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('an erased form leaves a frozen ranking as it was, and the log can still be played again', async () => {
  const { commune, officer, sent, freeze } = await scene();
  const frozen = await freeze(sent.map((one) => inputOf(one)));
  expect(await send(commune, officer, frozen)).toEqual(['applied']);
  expect((await commune.core.eraseSubmission(sent[0]?.id ?? '')).kind).toBe('erased');
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a score that is still disputed keeps its form out of every ranking', async () => {
  const { commune, officer, heads, sent, move, freeze } = await scene();
  const [, second] = sent;
  if (second === undefined) throw new Error('nothing was sent');
  await move(heads[1] ?? officer, 'underReview');
  expect(await send(commune, officer, scoreIntent(second, { points: 0 }))).toEqual(['conflict']);
  expect(await move(heads[1] ?? officer, 'verified')).toEqual(['UNRESOLVED']);
  expect(await send(commune, officer, await freeze(sent.slice(0, 1).map((one) => inputOf(one))))).toEqual([
    'applied',
  ]);
});
