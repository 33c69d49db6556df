/** Screens that are behind, phones that type the same field: nobody's words are lost without being seen. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { mergeDraft } from '#client/db/merge-draft.ts';
import { sealedTexts } from '#client/db/answer-text.ts';
import { adopt, changesOf, conflictsOf, liveFields } from '#client/db/registers.ts';
import { aDraft, idMaker } from './makers.ts';

const fields = ['A1', 'A2', 'A3'];
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...fields), fc.nat(9));

test('a first save is kept as it is, and a second tab that typed elsewhere loses nothing', () => {
  const loaded: Answers = { A1: 1, A2: 2 };
  const first = mergeDraft(undefined, aDraft({ answers: loaded }), undefined);
  const one = mergeDraft(first, { ...first, answers: { ...loaded, A1: 5 }, updatedAt: 2 }, loaded);
  const two = mergeDraft(one, { ...first, answers: { ...loaded, A2: 6, A3: 7 }, updatedAt: 3 }, loaded);
  expect(two.answers).toEqual({ A1: 5, A2: 6, A3: 7 });
});

test('field by field, what was typed here wins and what was not touched keeps the stored value', () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, stored, typed) => {
      const merged = mergeDraft(aDraft({ answers: stored }), aDraft({ answers: typed, updatedAt: 2 }), base);
      for (const field of fields)
        expect(merged.answers[field]).toBe(typed[field] === base[field] ? stored[field] : typed[field]);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('an answer typed over one that came in unseen is sent beside it, not over it', () => {
  const base: Answers = { A1: 1 };
  const draft = aDraft({ answers: base, sealed: sealedTexts(base) });
  const own = idMaker(1)();
  const foreign = idMaker(2)();
  const live = { A1: [{ opId: foreign, value: 8 }] };
  const stored = adopt(draft, live);
  expect(stored.answers).toEqual({ A1: 8 });
  // This screen still shows 1; its person makes it 5.
  const merged = mergeDraft(stored, { ...draft, answers: { A1: 5 }, updatedAt: 2 }, base);
  expect(changesOf(merged, live, new Set([own]))).toEqual({ A1: { value: 5, bases: [] } });
  // Control: a screen that had loaded the 8 replaces it.
  const seen = mergeDraft(stored, { ...stored, answers: { A1: 5 }, updatedAt: 2 }, stored.answers);
  expect(changesOf(seen, live, new Set([own]))).toEqual({ A1: { value: 5, bases: [foreign] } });
});

test('two living values of one answer wait for a person, and both stay', () => {
  const [a, b] = [idMaker(1)(), idMaker(2)()];
  const pulled = {
    rev: 4,
    value: {
      assessmentId: aDraft().assessmentId,
      fields: {
        A1: [
          { opId: a, value: 1 },
          { opId: b, value: 2 },
        ],
      },
    },
  };
  const live = liveFields(pulled, []);
  expect(conflictsOf(live)).toEqual(['A1']);
  const draft = aDraft({ answers: { A1: 1 }, sealed: { A1: '1' } });
  expect(adopt(draft, live)).toBe(draft);
  expect(
    conflictsOf({
      A1: [
        { opId: a, value: 1 },
        { opId: b, value: 1 },
      ],
    }),
  ).toEqual([]);
});

test('half an answer is saved like any other, also from a screen that is behind', () => {
  const stored = aDraft({ answers: { A1: 1, A2: 2 } });
  const merged = mergeDraft(stored, aDraft({ answers: { A1: Number.NaN }, updatedAt: 2 }), { A1: 1 });
  expect(merged.answers).toEqual({ A1: Number.NaN, A2: 2 });
});

test('half an answer stays on the phone and holds up nothing', () => {
  const draft = aDraft({ answers: { A1: Number.NaN, A2: 3 } });
  expect(changesOf(draft, {}, new Set())).toEqual({ A2: { value: 3, bases: [] } });
});

test('a cleared answer travels as cleared', () => {
  const own = idMaker(1)();
  const draft = aDraft({ answers: {}, sealed: { A1: '4' } });
  expect(changesOf(draft, { A1: [{ opId: own, value: 4 }] }, new Set([own]))).toEqual({
    A1: { bases: [own] },
  });
});
