/** One query over many keys answers as `matches` does for each. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf } from '#domain/vietnamese/matcher.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';

/** Few letters, so that words begin each other, repeat and meet as initials. */
const word = fc
  .array(fc.constantFrom('n', 'g', 'a', 'ă', 'Đ', '1', '-'), { minLength: 1, maxLength: 3 })
  .map((letters) => letters.join(''));
const text = fc
  .tuple(fc.array(word, { maxLength: 5 }), fc.constantFrom(' ', '  '))
  .map(([words, gap]) => words.join(gap));

test('the same keys are found, whatever is typed', () => {
  let found = 0;
  fc.assert(
    fc.property(text, text, (name, query) => {
      const key = searchKey(name);
      const wanted = matches(key, query);
      found += Number(wanted && searchKey(query) !== '');
      expect(matcherOf(query)(key)).toBe(wanted);
    }),
    { numRuns: 20_000 },
  );
  expect(found).toBeGreaterThan(100);
});

test.each([
  ['nguyen van', 'Nguyễn Văn Ánh', true],
  ['anh nguyen', 'Nguyễn Văn Ánh', true],
  ['nva', 'Nguyễn Văn Ánh', true],
  ['nvax', 'Nguyễn Văn Ánh', false],
  ['n nguyen', 'Nguyễn Văn Ánh', false],
  ['n nguyen', 'Nguyễn Ngọc', true],
  ['guyen', 'Nguyễn Văn Ánh', false],
  ['', 'Nguyễn Văn Ánh', true],
])('%j finds %s: %s', (query, name, isFound) => {
  expect(matcherOf(query)(searchKey(name))).toBe(isFound);
});
