/** Deadlines over time zones, "trước ngày" and "hết ngày", leap days, grace (`domain.md` finding 7, R1). */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { cutoffOf, daysLeft } from '#domain/deadline.ts';
import { dayOf, daysBefore } from '#domain/day.ts';
import { arrivalOf, graceEnd } from '#domain/reminders/arrival.ts';
import { reminderPlan, reminderSteps, remindersDue, stepAt } from '#domain/reminders/due.ts';
import { checkPhrase, phraseCutoff, readPhrase } from '#domain/reminders/phrase.ts';

const SEED = 20_251_115;
const DAY = 24 * 60 * 60 * 1000;
const at = (text: string): number => Date.parse(`${text}+07:00`);
const ownZone = process.env['TZ'];
afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

/** Zones with and without summer time, on both sides of the date line, and one that lost a whole day. */
const zones = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Europe/Berlin',
];

const days = fc
  .record({ year: fc.integer({ min: 2000, max: 2099 }), day: fc.integer({ min: 0, max: 365 }) })
  .map(({ year, day }) => dayOf(Date.UTC(year, 0, 1) + day * DAY));
const inWords = (day: string): string => day.split('-').reverse().join('/');

test(`in every zone of the machine a phrase means the same instant, and the two readings lie one day apart (seed ${SEED})`, () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (day, zone) => {
      process.env['TZ'] = zone;
      const before = readPhrase(`trước ngày ${inWords(day)}`);
      const until = readPhrase(`đến hết ngày ${inWords(day)}`);
      expect(before).toEqual({ phraseDate: day, inclusive: false });
      expect(until).toEqual({ phraseDate: day, inclusive: true });
      if (before === null || until === null) return;
      expect(phraseCutoff(before)).toBe(at(`${day}T00:00:00`));
      expect(phraseCutoff(until) - phraseCutoff(before)).toBe(DAY);
      // Its last moment is on the day before, or on the day itself, in Việt Nam.
      expect(dayOf(phraseCutoff(before) - 1)).toBe(daysBefore(day, 1));
      expect(dayOf(phraseCutoff(until) - 1)).toBe(day);
    }),
    { seed: SEED, numRuns: 400 },
  );
});

test('control: a machine’s own midnight is another instant', () => {
  process.env['TZ'] = 'America/New_York';
  expect(new Date(2025, 10, 15).getTime()).not.toBe(cutoffOf({ phraseDate: '2025-11-15', inclusive: false }));
});

test(`the reminder of n days comes on the day that says "còn n ngày", whatever the zone (seed ${SEED})`, () => {
  fc.assert(
    fc.property(days, fc.boolean(), fc.constantFrom(...zones), (phraseDate, inclusive, zone) => {
      process.env['TZ'] = zone;
      const cutoffAt = cutoffOf({ phraseDate, inclusive });
      for (const step of reminderSteps) {
        const now = stepAt(cutoffAt, step);
        expect(daysLeft(now, cutoffAt)).toBe(step);
        expect(remindersDue({ cutoffAt }, now, [])).toEqual([{ step, at: now, state: 'due' }]);
        expect(remindersDue({ cutoffAt }, now - 1, []).some((due) => due.step === step)).toBe(false);
      }
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test(`at most one reminder is due, none twice, and none of an earlier step once a later one was said (seed ${SEED})`, () => {
  const cutoffAt = cutoffOf({ phraseDate: '2025-11-15', inclusive: false });
  fc.assert(
    fc.property(
      fc.integer({ min: -40, max: 20 }),
      fc.subarray([...reminderSteps]),
      fc.integer({ min: 0, max: DAY - 1 }),
      (day, sent, ms) => {
        const now = cutoffAt + day * DAY + ms;
        const due = remindersDue({ cutoffAt }, now, sent);
        expect(due.length).toBeLessThanOrEqual(1);
        for (const { step } of due) {
          expect(sent).not.toContain(step);
          expect(sent.some((said) => said < step && stepAt(cutoffAt, said) <= now)).toBe(false);
        }
        const plan = reminderPlan({ cutoffAt }, now, sent);
        expect(plan.map(({ step }) => step)).toEqual([...reminderSteps]);
        expect(plan.filter(({ state }) => state === 'sent').length).toBe(sent.length);
      },
    ),
    { seed: SEED, numRuns: 400 },
  );
});

test.each([
  ['trước ngày 15/11/2025', '2025-11-15T00:00:00'],
  ['trước  ngày 15-11-2025', '2025-11-15T00:00:00'],
  ['Trước hoặc trong ngày 15/11/2025', '2025-11-16T00:00:00'],
  ['chậm nhất ngày 5/1/2026', '2026-01-06T00:00:00'],
  ['hết ngày 29 tháng 02 năm 2028', '2028-03-01T00:00:00'],
  ['trước 17 giờ ngày 14/11/2025', '2025-11-14T17:00:00'],
  ['trước 17h30 ngày 14/11/2025', '2025-11-14T17:30:00'],
  ['đến 24 giờ ngày 14/11/2025', '2025-11-15T00:00:00'],
])('%j ends at %s', (phrase, end) => {
  const read = readPhrase(phrase);
  expect(read === null ? null : phraseCutoff(read)).toBe(at(end));
});

test.each([
  'trước ngày 29/02/2027',
  'trước ngày 31/11/2025',
  'ngày 15/11/2025',
  'trước Tết',
  '',
  'trước 25 giờ ngày 1/1/2026',
])('%j says no instant', (phrase) => {
  expect(readPhrase(phrase)).toBeNull();
});

test('a phrase that ends a day before what is set is told, and never changed by itself', () => {
  const phrase = 'trước ngày 15/11/2025';
  expect(checkPhrase({ phrase, cutoffAt: at('2025-11-15T00:00:00') }).kind).toBe('agrees');
  expect(checkPhrase({ phrase, cutoffAt: at('2025-11-16T00:00:00') })).toMatchObject({
    kind: 'differs',
    means: at('2025-11-15T00:00:00'),
  });
  expect(checkPhrase({ phrase: 'cuối năm', cutoffAt: 1 })).toEqual({ kind: 'unread' });
});

test(`in time, in grace and late divide all arrivals, and grace needs a claim from before (seed ${SEED})`, () => {
  const rule = { cutoffAt: cutoffOf({ phraseDate: '2025-11-15', inclusive: false }), graceDays: 3 };
  fc.assert(
    fc.property(
      fc.integer({ min: -6 * DAY, max: 6 * DAY }),
      fc.integer({ min: -6 * DAY, max: 6 * DAY }),
      (sealed, received) => {
        const standing = arrivalOf(
          { sealedAt: rule.cutoffAt + sealed, receivedAt: rule.cutoffAt + received },
          rule,
        );
        expect(standing === 'onTime').toBe(received < 0);
        expect(standing === 'inGrace').toBe(received >= 0 && received < 3 * DAY && sealed < 0);
      },
    ),
    { seed: SEED, numRuns: 400 },
  );
  const early = { sealedAt: rule.cutoffAt - 1, receivedAt: graceEnd(rule) };
  expect(arrivalOf(early, rule)).toBe('late');
  expect(arrivalOf({ ...early, receivedAt: early.receivedAt - 1 }, rule)).toBe('inGrace');
  expect(arrivalOf({ ...early, receivedAt: rule.cutoffAt }, { ...rule, graceDays: 0 })).toBe('late');
});
