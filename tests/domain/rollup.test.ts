import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { rollup } from '#domain/rollup.ts';
import { answersFromVector, setNamed, type VectorInput } from './read-vectors.ts';
import file from './rollup-vectors.json' with { type: 'json' };

const household = setNamed('household');
const hamlet = setNamed('hamlet');

type RollupVector = {
  households: number;
  people14plus: number | null;
  forms: Record<string, VectorInput>[];
  expected: Record<string, number[]>;
};
const vectors: RollupVector[] = file.rollupVectors;
const [vector] = vectors;
if (!vector) throw new Error('no vector');
const forms = vector.forms.map((form) => answersFromVector(household, form));
const inHamlet = (answers: readonly Answers[], households: number, people14plus: number | null = null) =>
  rollup(hamlet, household, answers, { households, people14plus });
const figures = (suggestions: ReturnType<typeof rollup>) =>
  Object.fromEntries(Object.entries(suggestions).map(([id, { n, d }]) => [id, [n, d]]));
const times = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers);

test('the reference hamlet rolls up to its reference figures', () => {
  expect(figures(inHamlet(forms, vector.households, vector.people14plus))).toEqual(vector.expected);
});

test('the reference figures catch forms left out, and N/A taken for an answer (control)', () => {
  expect(figures(inHamlet(forms.slice(1), vector.households))).not.toEqual(vector.expected);
  const answered = forms.map((form) => ({ ...form, 'B2.2': { level: 'B2.2-0' } }));
  expect(figures(inHamlet(answered, vector.households))).not.toEqual(vector.expected);
});

test('a shared denominator in the form counts like one in the answer', () => {
  const shared = forms.map((form) => {
    const ratio = form['B2.1'];
    const d = typeof ratio === 'object' && 'n' in ratio ? ratio.d : undefined;
    const bare = Object.entries(form).map(([id, answer]) =>
      typeof answer === 'object' && 'n' in answer ? [id, { n: answer.n }] : [id, answer],
    );
    return { ...Object.fromEntries(bare), ...(d !== undefined && { householdPeople14: d }) };
  });
  expect(figures(inHamlet(shared, vector.households))).toEqual(vector.expected);
});

test('every suggestion shows its coverage and the forms that said N/A', () => {
  expect(inHamlet(forms, 9)['A3.2']).toEqual({
    n: 4,
    d: 8,
    coverage: { forms: 7, households: 9 },
    provisional: false,
    smallDenominator: false,
    propose: 'figures',
    askFigure: false,
    official: false,
    recordTooLow: null,
    notApplicableForms: 1,
  });
});

test('below 70 % coverage is provisional, and asks for figures where the denominator comes from the forms', () => {
  const flags = (households: number) =>
    Object.entries(inHamlet(times(7, { 'B1.1': true }), households)).flatMap(
      ([id, { provisional, askFigure }]) => (provisional ? [askFigure ? `${id}!` : id] : []),
    );
  expect(flags(10)).toEqual([]);
  expect(flags(11)).toEqual([
    'A1.3',
    'A2.2',
    'A2.3',
    'A3.1',
    'A3.2',
    'A4.1!',
    'A4.2!',
    'A5.1',
    'A5.2',
    'A5.3!',
    'A6.1!',
    'A6.2!',
    'A7.2',
  ]);
});

test('only conditional denominators below 5 are small', () => {
  const small = (count: number) =>
    Object.entries(inHamlet(times(count, { 'B4.2': true, 'B1.1': true }), 4)).flatMap(([id, suggestion]) =>
      suggestion.smallDenominator ? [id] : [],
    );
  expect(small(4)).toEqual(['A4.2', 'A5.3', 'A6.2']);
  expect(small(5)).toEqual(['A4.2', 'A5.3']);
});

test('the official number of people is the denominator once it is entered', () => {
  expect(inHamlet(forms, 9, 30)['A4.1']).toMatchObject({ n: 12, d: 30, official: true, recordTooLow: null });
  expect(inHamlet(forms, 9, 30)['A1.3']).toMatchObject({ n: 7, d: 9, official: false });
  expect(inHamlet(forms, 9, 10)['A4.1']).toMatchObject({ n: 12, d: 12, recordTooLow: 'people14plus' });
});

test('more forms than households asks for the list to be corrected, and never suggests more than all', () => {
  const suggestions = inHamlet(forms, 6);
  expect(suggestions['A1.3']).toMatchObject({ n: 7, d: 7, recordTooLow: 'households' });
  for (const { n, d } of Object.values(suggestions)) expect(n).toBeLessThanOrEqual(d);
});

test('N/A is proposed only when every household said so', () => {
  const none: Answers = { 'B4.2': { na: 'Không có con, cháu đang đi học' } };
  expect(inHamlet(times(5, none), 5)['A6.2']).toMatchObject({ d: 0, propose: 'notApplicable' });
  expect(inHamlet(times(4, none), 5)['A6.2']).toMatchObject({ d: 0, propose: 'nothing' });
  expect(inHamlet([...times(4, none), {}], 5)['A6.2']).toMatchObject({ d: 0, propose: 'nothing' });
  expect(inHamlet([], 0)['A1.3']).toMatchObject({ propose: 'nothing', provisional: true });
});

test('invalid answers count as not given', () => {
  const wrong: Answers = { householdPeople14: 2, 'B2.1': { n: 3 }, 'B1.1': 1, 'B2.2': { level: 'B1.2-2' } };
  const suggestions = inHamlet([wrong], 1);
  expect(suggestions['A4.1']).toMatchObject({ n: 0, d: 0, propose: 'nothing' });
  expect(suggestions['A3.1']).toMatchObject({ n: 0, d: 1 });
  expect(suggestions['A4.2']).toMatchObject({ n: 0, d: 0 });
});

test('an item the household set no longer has gives no suggestion', () => {
  const without = { ...household, groups: household.groups.filter(({ code }) => code !== 'B4') };
  const ids = Object.keys(rollup(hamlet, without, forms, { households: 9, people14plus: null }));
  expect(ids).toHaveLength(11);
  expect(ids).not.toContain('A6.1');
});
