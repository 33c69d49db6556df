/** The state a person sees is a pure, total function, and never promises more than a receipt proves. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessmentStates } from '#protocol/operation.ts';
import { verdicts } from '#protocol/exchange.ts';
import { stateOf, type StateFacts, type StateWord } from '#client/state-of.ts';

const words: Record<StateWord, true> = {
  draft: true,
  unsaved: true,
  queued: true,
  sending: true,
  received: true,
  safe: true,
  withdrawn: true,
  underReview: true,
  returned: true,
  conflict: true,
  lockedOut: true,
  setAside: true,
  verified: true,
  final: true,
};
/** Words that say the commune has it. */
const held: StateWord[] = ['received', 'safe', 'withdrawn', 'underReview', 'returned', 'verified', 'final'];

const orNot = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const facts: fc.Arbitrary<StateFacts> = fc.record({
  draft: orNot(fc.record({ status: fc.constantFrom('open', 'sent' as const), updatedAt: fc.nat() })),
  saveFailure: orNot(fc.constantFrom('full', 'lost', 'outdated', 'timeout' as const)),
  conflicts: fc.nat(2),
  submission: orNot(
    fc.record(
      { seq: fc.nat(5), sealedAt: fc.nat(), result: fc.record({ verdict: fc.constantFrom(...verdicts) }) },
      { requiredKeys: ['seq', 'sealedAt'] },
    ),
  ),
  receipt: orNot(fc.record({ code: fc.constant('K3QF72MA7'), receivedAt: fc.nat() })),
  assessment: orNot(fc.record({ state: fc.constantFrom(...assessmentStates) })),
  phase: fc.oneof(
    fc.constant({ kind: 'idle' as const }),
    fc.constant({ kind: 'exchanging' as const }),
    fc.record({
      kind: fc.constant('waiting' as const),
      reason: fc.constantFrom('noNetwork', 'captivePortal', 'busy', 'needsScan', 'codeRefused' as const),
      at: fc.option(fc.nat()),
    }),
  ),
  link: fc.oneof(
    fc.constant({ state: 'enrolled' as const }),
    fc.constant({ state: 'pending' as const, code: 'x', label: 'y' }),
    fc.constant({ state: 'lockedOut' as const, problem: 'device-revoked' as const }),
  ),
  safeSeq: fc.nat(5),
});

test('every combination of facts has one of the fourteen words, and the same facts the same word', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const state = stateOf(of);
      expect(Object.hasOwn(words, state.word)).toBe(true);
      expect(stateOf(structuredClone(of))).toEqual(state);
    }),
    { seed: 20261122, numRuns: 5000 },
  );
});

test('nothing is said to be with the commune without a receipt, and a failed save is always said', () => {
  const seen = new Set<StateWord>();
  fc.assert(
    fc.property(facts, (of) => {
      const { word } = stateOf(of);
      seen.add(word);
      if (held.includes(word)) expect(of.receipt).toBeDefined();
      if (word === 'safe') expect(of.safeSeq).toBeGreaterThanOrEqual(of.submission?.seq ?? 0);
      if (of.saveFailure !== undefined) expect(word).toBe('unsaved');
      if (held.includes(word) && of.submission !== undefined)
        expect(['applied', 'conflict']).toContain(of.submission.result?.verdict);
    }),
    { seed: 20261123, numRuns: 5000 },
  );
  // Control: the run reached every word.
  expect([...seen].toSorted()).toEqual(Object.keys(words).toSorted());
});

const idle: StateFacts = { phase: { kind: 'idle' }, link: { state: 'enrolled' }, safeSeq: 0 };
const submission = { seq: 1, sealedAt: 5 };

test('a form that is sent waits, is being sent, and is received only with its receipt', () => {
  const sent: StateFacts = { ...idle, draft: { status: 'sent', updatedAt: 5 }, submission };
  expect(stateOf(sent)).toEqual({ word: 'queued', sealedAt: 5, reason: null, nextTryAt: null });
  expect(stateOf({ ...sent, phase: { kind: 'waiting', reason: 'noNetwork', at: 9 } })).toMatchObject({
    word: 'queued',
    reason: 'noNetwork',
    nextTryAt: 9,
  });
  expect(stateOf({ ...sent, phase: { kind: 'exchanging' } }).word).toBe('sending');
  const applied: StateFacts = { ...sent, submission: { ...submission, result: { verdict: 'applied' } } };
  expect(stateOf(applied).word).toBe('queued');
  const receipt = { code: 'K3QF72MA7', receivedAt: 7 };
  expect(stateOf({ ...applied, receipt })).toEqual({ word: 'received', ...receipt });
  expect(stateOf({ ...applied, receipt, safeSeq: 1 }).word).toBe('safe');
  expect(stateOf({ ...applied, receipt, assessment: { state: 'returned' } }).word).toBe('returned');
});

test('what the commune set aside is never shown as received', () => {
  const refused: StateFacts = {
    ...idle,
    submission: { ...submission, result: { verdict: 'refused', code: 'STATE_GUARD' } },
    receipt: { code: 'K3QF72MA7', receivedAt: 7 },
  };
  expect(stateOf(refused)).toEqual({ word: 'setAside', code: 'STATE_GUARD' });
});
