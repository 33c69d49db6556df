import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Criterion } from '#domain/criteria.ts';
import { dayOf, daysBefore, monthOf, noonOf } from '#domain/day.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { guideNote, guides } from '#domain/defaults/guides.ts';
import { guidesSchema } from '#domain/guides.ts';

/** Criteria that name a guide nobody has written. */
const withoutGuide = (criteria: readonly Pick<Criterion, 'id' | 'guide'>[]): string[] =>
  criteria.flatMap(({ id, guide }) =>
    guide === undefined || guides.some((each) => each.id === guide) ? [] : [id],
  );

test('every guide a criterion names is there, and each has an id of its own', () => {
  const criteria = defaultCriteriaSets().flatMap(criteriaOf);
  expect(criteria.filter(({ guide }) => guide !== undefined).length).toBeGreaterThan(20);
  expect(withoutGuide(criteria)).toEqual([]);
  expect(new Set(guides.map(({ id }) => id)).size).toBe(guides.length);
  // Control: a name without a guide is found.
  expect(withoutGuide([{ id: 'A9.9', guide: 'khong-co' }])).toEqual(['A9.9']);
});

test('guides use no placeholder that the phone cannot fill, and an id that is no address is refused', () => {
  const text = JSON.stringify(guides);
  const used = new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, key]) => key));
  expect(used).toEqual(new Set(['dienThoaiCongAn', 'dienThoaiXom', 'lichTruc']));
  const [first] = guides;
  const odd = { note: guideNote, guides: [{ ...first, id: 'Cài đặt' }] };
  expect(guidesSchema.safeParse(odd).success).toBe(false);
});

test('days are those of Việt Nam, and no day is no day', () => {
  expect(dayOf(Date.parse('2025-11-04T17:00:00.000Z'))).toBe('2025-11-05');
  expect(dayOf(Date.parse('2025-11-04T16:59:59.999Z'))).toBe('2025-11-04');
  expect(dayOf(noonOf('2024-02-29'))).toBe('2024-02-29');
  expect(daysBefore('2025-03-01', 1)).toBe('2025-02-28');
  expect(daysBefore('2025-11-05', 400)).toBe('2024-10-01');
  expect(monthOf('2025-11-05')).toBe('2025-11');
  for (const wrong of ['', '2025-02-30', '05/11/2025', 'hôm nay']) expect(noonOf(wrong)).toBeNaN();
});
