import { expect, test } from 'vitest';
import { answersSchemaFor } from '#domain/answers-schema.ts';
import { setNamed } from './read-vectors.ts';

const household = answersSchemaFor(setNamed('household'));
const hamlet = answersSchemaFor(setNamed('hamlet'));
const accepts = (schema: typeof household, answers: unknown): boolean => schema.safeParse(answers).success;

test.each([
  [{}],
  [{ 'B1.1': true, householdPeople14: 4, 'B2.1': { n: 3 } }],
  [{ 'B1.2': { level: 'B1.2-2' }, 'B3.2': 5, 'B6.2': { text: 'Giúp hàng xóm', level: 'B6.2-1' } }],
  [{ 'B2.1': { na: 'Nhà chỉ có người cao tuổi' } }],
  [{ 'B1.1': undefined }],
])('takes %j from a household', (answers) => {
  expect(accepts(household, answers)).toBe(true);
});

test.each([
  ['a criterion of another set', { 'A1.1': true }],
  ['a level of another criterion', { 'B1.2': { level: 'B2.2-1' } }],
  ['a position instead of a level', { 'B1.2': 1 }],
  ['N/A where it is not allowed', { 'B1.1': { na: 'Không biết' } }],
  ['N/A without a reason', { 'B2.1': { na: '' } }],
  ['a second copy of a shared denominator', { 'B2.1': { n: 3, d: 4 } }],
  ['nobody in the house', { householdPeople14: 0 }],
  ['more people than a house holds', { householdPeople14: 21 }],
  ['a fraction', { 'B3.2': 1.5 }],
  ['a negative number', { 'B3.2': -1 }],
  ['a text without its level', { 'B6.2': { text: 'Giúp hàng xóm' } }],
  ['a cleared answer', { 'B1.1': null }],
  ['a further member', { 'B1.2': { level: 'B1.2-2', x: 1 } }],
  ['no object', [true]],
])('refuses %s', (_, answers) => {
  expect(accepts(household, answers)).toBe(false);
});

test('a ratio with its own denominator may still lack it in a draft', () => {
  expect(accepts(hamlet, { 'A3.2': { n: 61, d: 72 } })).toBe(true);
  expect(accepts(hamlet, { 'A3.2': { n: 61 } })).toBe(true);
  expect(accepts(hamlet, { 'A3.2': { d: 72 } })).toBe(false);
});
