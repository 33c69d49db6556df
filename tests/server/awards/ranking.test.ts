import { expect, test } from 'vitest';
import { freezeOf, frozenValue } from '#domain/ranking/freeze.ts';
import { canon } from '#protocol/canon.ts';
import { hashText } from '#protocol/hash.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import { heldInputs } from '#server/sync/judge/ranking-inputs.ts';
import { openLedger } from '#server/sync/ledger.ts';
import { put, send } from '../core/sending.ts';
import { openDesk, type Desk } from './desk.ts';
import { nominee, step } from './papers.ts';

/** The group's ranking as the commune would have it now. */
async function freezeNow({ commune, campaignId, newId }: Desk, group: string, about: object = {}) {
  const { inputs, ties, last, sets } = await commune.store.write(async (transaction) => {
    const facts = await createFactsCache().of(transaction, 'now');
    const ledger = await openLedger(transaction);
    const bench = { transaction, facts, ledger, communeId: commune.core.communeId };
    return { ...(await heldInputs(bench, { group, campaignId })), sets: facts.sets };
  });
  const known = new Map([...sets].map(([ref, { set }]) => [ref, set]));
  const frozen = freezeOf({ group, ties, inputs }, known);
  if (frozen === null) throw new Error('a set is not known');
  const sha256 = await hashText(canon(frozenValue(frozen)));
  const replaced = last === undefined ? {} : { replaces: last.id, reason: 'Xếp lại' };
  return { id: newId(), campaignId, frozenAt: 1, ...frozen, sha256, ...replaced, ...about };
}

test('an award rests on the newest frozen ranking, with the rank and points it has there; beyond the quota with a reason', async () => {
  const desk = await openDesk('2025-11-01');
  const { commune, campaignId, newId, write } = desk;
  await commune.core.seedDemo({ households: 19, seed: 5, reviewed: true });
  const lan = await desk.enrol('Lan');
  const rules = await commune.store.read(({ record }) => record.list('awardRules'));
  const standing: { id: string } & Record<string, unknown> = JSON.parse(rules[0]?.value ?? 'null');
  const another = { ...standing, id: newId() };
  expect(await write(lan, 'awardRules', another)).toBe('STALE_BASIS');
  expect(await write(lan, 'awardRules', { ...standing, quotas: { collective: 1 } })).toBe('applied');

  const freeze = await freezeNow(desk, 'hamlet');
  expect(await send(commune, lan, put('rankingFreeze', freeze.id, { ...freeze }))).toEqual(['applied']);
  const [first, second] = freeze.results;
  if (first?.rank === undefined || second?.rank === undefined) throw new Error('two are ranked');
  const from = (result: typeof first, ground: object = {}, said: object = {}) => {
    const { subjectId, rank, normalised, grade } = result;
    return nominee(desk, 'Xóm', {
      recipient: { kind: 'collective', name: 'Xóm', position: '', subjectKind: 'hamlet', subjectId },
      ground: { kind: 'ranking', freezeId: freeze.id, rank, normalised, ...(grade && { grade }), ...ground },
      course: [step('shortlisted', said)],
    });
  };
  expect(await write(lan, 'award', from(first, { rank: first.rank + 1 }))).toBe('STALE_BASIS');
  expect(await write(lan, 'award', from(first, { normalised: 10_000 }))).toBe('STALE_BASIS');
  expect(await write(lan, 'award', from(first, { freezeId: newId() }))).toBe('STALE_BASIS');
  const taken = from(first);
  expect(await write(lan, 'award', taken)).toBe('applied');
  expect(await write(lan, 'award', from(second))).toBe('STATE_GUARD');
  expect(await write(lan, 'award', from(second, {}, { reason: 'Cùng hạng' }))).toBe('applied');

  // Frozen anew: what rests on the old one goes no further, and what begins begins on the new one.
  const again = await freezeNow(desk, 'hamlet');
  expect(await send(commune, lan, put('rankingFreeze', again.id, { ...again }))).toEqual(['applied']);
  const third = freeze.results.find(({ rank }) => rank !== undefined && rank > (second.rank ?? 0));
  if (third !== undefined)
    expect(await write(lan, 'award', from(third, {}, { reason: 'Thêm' }))).toBe('STALE_BASIS');
  const now = await desk.award(taken.id);
  const ground = { ...now.ground, freezeId: again.id };
  expect(await write(lan, 'award', { ...now, ground })).toBe('applied');
  expect(campaignId).toBe(again.campaignId);
}, 60_000);
