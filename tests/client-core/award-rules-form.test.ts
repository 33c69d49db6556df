import { expect, test } from 'vitest';
import { defaultAwardRules } from '#domain/awards/rules.ts';
import { readRules, typedRules } from '#client/features/office/awards/rules-form.ts';

const of = {
  id: '0198c1f0-0000-7000-8000-000000000001',
  campaignId: '0198c1f0-0000-7000-8000-000000000002',
};
const rules = { ...of, ...defaultAwardRules, quotas: {}, fund: 'Quỹ thi đua' };

test('shares are typed as per cent, bonuses as times the base salary, and come back as they were', () => {
  const typed = typedRules({
    ...rules,
    quorum: 667,
    passRate: 500,
    bonus: { ...rules.bonus, individual: 300 },
  });
  expect([typed.counts.quorum, typed.counts.passRate, typed.bonus.individual]).toEqual(['66,7', '50', '0,3']);
  expect(readRules(typed, of)).toMatchObject({
    value: { quorum: 667, passRate: 500, bonus: { individual: 300 } },
    faults: {},
  });
});

test('a share finer than the rules can keep is told, not rounded', () => {
  const typed = typedRules(rules);
  const finer = {
    ...typed,
    counts: { ...typed.counts, quorum: '66,67' },
    bonus: { ...typed.bonus, household: '0,4505' },
  };
  const { value, faults } = readRules(finer, of);
  expect(value).toBeNull();
  expect(Object.keys(faults)).toEqual(['quorum', 'bonus-household']);
});
