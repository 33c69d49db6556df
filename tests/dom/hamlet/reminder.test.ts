import { expect, test } from 'vitest';
import { familyReminders, groupReminders } from '#client/messages/reminders.ts';
import {
  familyReminder,
  groupReminder,
  groupSlip,
  reminderTime,
  smsLink,
  type ReminderFacts,
} from '#client/features/households/reminder.ts';
import type { HouseholdEntry, HouseholdState } from '#client/subject/household-entries.ts';

const CUTOFF = Date.parse('2025-11-15T00:00:00+07:00');
const deadline = {
  id: 'd',
  campaignId: 'c',
  subjectKind: 'household' as const,
  phrase: 'trước ngày 15/11/2025',
  cutoffAt: CUTOFF,
  graceDays: 3,
  source: '',
};
const at = (iso: string): number => Date.parse(`${iso}+07:00`);
const facts = (now: number, more: Partial<ReminderFacts> = {}): ReminderFacts => ({
  hamlet: 'Chùa 9',
  headPhone: '0912 345 678',
  deadline,
  questions: 15,
  total: 90,
  sent: 58,
  now,
  ...more,
});
const entry = (householder: string, state: HouseholdState = 'none'): HouseholdEntry => ({
  household: { id: householder, hamletId: 'h', householder },
  assessmentId: householder,
  state,
  bySelf: false,
  byProxy: false,
  isObjected: false,
  isRestricted: false,
  isNew: false,
  rev: 1,
  key: '',
});

test('the day decides the words, to the minute', () => {
  const said = [
    ['2025-10-01T08:00', 'early'],
    ['2025-11-11T23:59', 'early'],
    ['2025-11-12T00:00', 'soon'],
    ['2025-11-13T00:00', 'eve'],
    ['2025-11-14T00:00', 'lastDay'],
    ['2025-11-14T23:59', 'lastDay'],
    ['2025-11-15T00:00', 'overdue'],
    ['2025-11-17T23:59', 'overdue'],
    ['2025-11-18T00:00', 'closed'],
  ] as const;
  for (const [day, time] of said) expect([day, reminderTime(deadline, at(day))]).toEqual([day, time]);
  expect(reminderTime(undefined, 0)).toBe('open');
});

test('counts, phrase and days stand in the group’s words; the last day of grace is the day before it ends', () => {
  expect(groupReminder(facts(at('2025-11-12T08:00')))).toMatch(
    /^Bà con xóm Chùa 9 ơi, còn 3 ngày nữa .*58\/90 nhà gửi/,
  );
  expect(groupReminder(facts(at('2025-11-13T08:00')))).toContain('Xóm Chùa 9 còn 32 nhà nữa là đủ');
  expect(groupReminder(facts(at('2025-11-16T08:00')))).toContain('đến hết ngày 17/11/2025');
  // More forms than households on record: no hamlet is told that it is under nothing.
  expect(groupReminder(facts(at('2025-11-12T08:00'), { sent: 91 }))).toContain('91/91 nhà gửi');
});

test('no sentence ends in a hole, whatever is not known', () => {
  const days = ['2025-10-01T08:00', '2025-11-12T08:00', '2025-11-13T08:00', '2025-11-14T08:00'];
  for (const day of [...days, '2025-11-16T08:00', '2025-12-01T08:00'])
    for (const headPhone of ['0912 345 678', undefined])
      for (const known of [deadline, undefined]) {
        const given = facts(at(day), { headPhone, deadline: known });
        for (const text of [groupReminder(given), familyReminder(given, 'Lê Văn An')])
          expect(text).not.toMatch(/[{}]|, \.|  /);
      }
  // The control: every template has holes to fill.
  for (const template of [...Object.values(groupReminders), ...Object.values(familyReminders)])
    expect(template).toMatch(/\{\w+\}/);
});

test('a family’s own words carry its name, the group’s carry nobody’s', () => {
  expect(familyReminder(facts(at('2025-11-01T08:00')), 'Lê Văn An')).toContain('ông/bà Lê Văn An.');
  for (const template of Object.values(groupReminders)) expect(template).not.toContain('{chuHo}');
  for (const template of Object.values(familyReminders)) expect(template).not.toMatch(/\{ma|\{link/);
});

test('a name or a code typed into the group’s words is found, also without marks', () => {
  const entries = [entry('Đỗ Văn Dũng'), entry('Lê Văn An', 'sent')];
  expect(groupSlip('Nhà do van dung chưa gửi.', entries)).toEqual({ kind: 'name', name: 'Đỗ Văn Dũng' });
  expect(groupSlip('Mã nhà ông là K3QF-72MA-7B', entries)).toEqual({ kind: 'code' });
  expect(groupSlip('https://xa.vn/p#s1.abc', entries)).toEqual({ kind: 'code' });
  // Thanks to who has sent is no blame; a date and a number are no code.
  expect(groupSlip('Cảm ơn ông Lê Văn An! Trước ngày 15/11/2025, gọi 0912345678.', entries)).toBeNull();
  expect(groupSlip(groupReminder(facts(at('2025-11-12T08:00'))), entries)).toBeNull();
});

test('a message’s words arrive whole in the link', () => {
  const link = smsLink('0912345678', 'Gửi ông & bà? 100%');
  expect(link.startsWith('sms:0912345678?&body=')).toBe(true);
  expect(decodeURIComponent(link.slice(link.indexOf('body=') + 5))).toBe('Gửi ông & bà? 100%');
});
