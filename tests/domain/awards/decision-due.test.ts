import { expect, test } from 'vitest';
import { decisionClock } from '#domain/awards/decision-due.ts';

/** A Thursday. */
const letter = { id: 'letter', date: '2025-11-20' };
const at = (today: string, decisionDays = 10) => decisionClock(letter, [], { decisionDays, today });
const dueOn = '2025-12-04';

test('a proposal has the working days of the rules from the day after it; its last day counts whole', () => {
  expect(at('2025-11-20')).toEqual({ kind: 'running', dueOn, left: 10 });
  expect(at('2025-11-24')).toEqual({ kind: 'running', dueOn, left: 8 });
  expect(at('2025-12-04')).toEqual({ kind: 'running', dueOn, left: 0 });
  expect(at('2025-12-05')).toEqual({ kind: 'overdue', dueOn, late: 1 });
  // A weekend makes nothing later.
  expect(at('2025-12-07')).toEqual({ kind: 'overdue', dueOn, late: 1 });
  // A letter dated ahead of its day.
  expect(at('2025-11-18')).toEqual({ kind: 'running', dueOn, left: 12 });
});

test('the rules decide how long: another number of days, another last day', () => {
  expect(at('2025-11-20', 0)).toEqual({ kind: 'running', dueOn: '2025-11-20', left: 0 });
  expect(at('2025-11-22', 1)).toEqual({ kind: 'overdue', dueOn: '2025-11-21', late: 0 });
});

test('only an approved decision of this very letter ends the wait, by its own date', () => {
  const clock = (decision: {
    letterId: string;
    state: 'prepared' | 'approved' | 'withdrawn';
    date: string;
  }) => decisionClock(letter, [decision], { decisionDays: 10, today: '2025-12-08' }).kind;
  expect(clock({ letterId: 'letter', state: 'prepared', date: '2025-12-01' })).toBe('overdue');
  expect(clock({ letterId: 'letter', state: 'withdrawn', date: '2025-12-01' })).toBe('overdue');
  expect(clock({ letterId: 'other', state: 'approved', date: '2025-12-01' })).toBe('overdue');
  const decided = (date: string) =>
    decisionClock(letter, [{ letterId: 'letter', state: 'approved', date }], {
      decisionDays: 10,
      today: '2025-12-08',
    });
  expect(decided('2025-12-04')).toEqual({ kind: 'decided', dueOn, isLate: false });
  expect(decided('2025-12-05')).toEqual({ kind: 'decided', dueOn, isLate: true });
});
