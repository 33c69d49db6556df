import { expect, test } from 'vitest';
import {
  checkExemplar,
  exemplarStates,
  missingFor,
  movesFrom,
  type ExemplarFacts,
  type ExemplarRole,
} from '#domain/exemplars/workflow.ts';

const facts = (over: Partial<ExemplarFacts> = {}): ExemplarFacts => ({
  state: 'nominated',
  title: 'Tổ công nghệ số đi từng nhà',
  who: 'Xóm Đình 6',
  story: 'Mỗi tối hai người đi năm nhà.',
  result: '65 trên 90 hộ',
  verification: '',
  photos: [],
  ...over,
});
const verified = facts({ state: 'verified', verification: 'Đã xuống xóm xem ngày 05/11/2025' });
const consent = { date: '2025-11-05', takenBy: 'Nguyễn Văn An', photos: false };
const published = { ...verified, state: 'published' as const, consent, publishedOn: '2025-11-06' };

test('nobody skips the check, and publishing takes a yes, a day, and the standing officer', () => {
  expect(checkExemplar(null, facts(), 'cultureOfficer')).toBeNull();
  expect(checkExemplar(facts(), published, 'officer')).toBe('noSuchMove');
  expect(checkExemplar(null, published, 'officer')).toBe('noSuchMove');
  expect(checkExemplar(facts(), facts({ state: 'verified' }), 'officer')).toBe('notVerified');
  expect(checkExemplar(facts(), verified, 'cultureOfficer')).toBeNull();
  expect(checkExemplar(verified, published, 'cultureOfficer')).toBe('notYours');
  expect(checkExemplar(verified, { ...published, consent: undefined }, 'officer')).toBe('noConsent');
  expect(checkExemplar(verified, { ...published, publishedOn: undefined }, 'officer')).toBe('noDay');
  expect(checkExemplar(verified, published, 'officer')).toBeNull();
});

test('a picture is shown only where the yes was for pictures too', () => {
  const shown = { ...published, photos: ['0198c1f0-0000-7000-8000-000000000001'] };
  expect(checkExemplar(verified, shown, 'officer')).toBe('noPhotoConsent');
  expect(checkExemplar(verified, { ...shown, consent: { ...consent, photos: true } }, 'officer')).toBeNull();
});

test('what is told in public is changed by the officer alone; where it was taken up, and taking it down, by both', () => {
  expect(checkExemplar(published, { ...published, who: 'Người khác' }, 'cultureOfficer')).toBe('notYours');
  expect(checkExemplar(published, { ...published, who: 'Xóm Đình 7' }, 'officer')).toBeNull();
  expect(checkExemplar(published, { ...published }, 'cultureOfficer')).toBeNull();
  expect(checkExemplar(published, { ...published, state: 'withdrawn' }, 'cultureOfficer')).toBeNull();
});

test('the table of moves and the check say the same of every pair of states and both roles', () => {
  const whole = { ...published, photos: [] };
  for (const from of ['new', ...exemplarStates] as const)
    for (const state of exemplarStates)
      for (const role of ['officer', 'cultureOfficer'] satisfies ExemplarRole[]) {
        const allowed = movesFrom(from, role).includes(state) || from === state;
        const before = from === 'new' ? null : { ...whole, state: from };
        const mistake = checkExemplar(before, { ...whole, state }, role);
        expect([from, state, role, mistake === null]).toEqual([from, state, role, allowed]);
      }
});

test('what is missing is named all at once, in the order one puts it right', () => {
  expect(missingFor('published', facts({ story: ' ', photos: ['x'] }))).toEqual([
    'noStory',
    'notVerified',
    'noConsent',
    'noPhotoConsent',
    'noDay',
  ]);
  expect(missingFor('nominated', facts({ story: '' }))).toEqual([]);
});
