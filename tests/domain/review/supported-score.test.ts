/** What the commune can already see a ground for: `domain.md` §2.1, columns "Minh chứng" and "Nguồn từ phiếu hộ". */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Answers } from '#domain/answers.ts';
import { bounds } from '#domain/bounds.ts';
import { criteriaOf, type Criterion } from '#domain/criteria.ts';
import { supportedScore, type SupportFacts } from '#domain/review/supported-score.ts';
import { supportedSheet } from '#domain/review/supported-sheet.ts';
import { score } from '#domain/score.ts';
import { arbitrarySheet } from '../../support/random-criteria.ts';
import { setNamed } from '../read-vectors.ts';

const [hamlet, household] = [setNamed('hamlet'), setNamed('household')];
const criterion = (id: string, set = hamlet): Criterion => {
  const found = criteriaOf(set).find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const times = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers);
const supported = (id: string, answer: Answer, facts: Omit<SupportFacts, 'answers'> = {}, set = hamlet) =>
  supportedScore(criterion(id, set), { ...facts, answers: { [id]: answer } });

const forms = [...times(47, { 'B1.1': true }), ...times(14, { 'B1.1': false })];
const ofForms = (people14plus: number | null = null) =>
  bounds(hamlet, household, forms, { households: 97, people14plus });
const CASES = { numRuns: 500, seed: 20_251_122 };
const none = { photos: 0, documents: 0, links: 0 };

test('90 of 97 claimed, 47 known to have it: 47 of 97 carry 2,69 of 5,00', () => {
  expect(supported('A3.1', { n: 90, d: 97 }, { bounds: ofForms()['A3.1'] })).toEqual({
    id: 'A3.1',
    code: 'A3.1',
    status: 'scored',
    points: 269,
    claimed: 500,
    maxPoints: 500,
    capped: false,
    why: { kind: 'knownYes', unit: 'household', n: 47, d: 97, coverage: { forms: 61, households: 97 } },
  });
});

test('less claimed than the forms show: the claim is the limit', () => {
  const found = supported('A3.1', { n: 30, d: 97 }, { bounds: ofForms()['A3.1'] });
  expect(found).toMatchObject({ points: 172, claimed: 172, capped: true });
});

test('a figure an authority gave goes before the forms', () => {
  const people = times(3, { householdPeople14: 4, 'B2.1': { n: 1 } });
  const allowed = bounds(hamlet, household, people, { households: 10, people14plus: null })['A4.1'];
  const claim = { n: 231, d: 260 };
  expect(supported('A4.1', claim, { bounds: allowed }).why).toMatchObject({ kind: 'knownYes', n: 3, d: 152 });
  expect(supported('A4.1', claim, { bounds: allowed, official: { n: 200, d: 260 } })).toMatchObject({
    points: 684,
    why: { kind: 'official', n: 200, d: 260 },
  });
});

test('nothing can be counted while the number of households is not known; a photo does not make up for it', () => {
  const found = supported('A2.2', { n: 60, d: 97 }, { evidence: { ...none, photos: 3 } });
  expect(found).toMatchObject({ points: 0, why: { kind: 'notCountable' } });
});

test('a count is what the log supports, with its steps, and never more than the claim', () => {
  expect(supported('A2.1', 4, { loggedCount: 2 })).toMatchObject({
    points: 250,
    why: { kind: 'log', logged: 2, claimed: 4, unit: 'buổi' },
  });
  expect(supported('A2.1', 4, { loggedCount: 0, evidence: { ...none, photos: 2 } }).points).toBe(0);
  expect(supported('A2.1', 1, { loggedCount: 4 })).toMatchObject({ points: 100, capped: true });
});

test('evidence of a kind the criterion asks for carries the claim, another kind does not', () => {
  const asked = ['photo', 'link'];
  expect(supported('A5.4', 1, { evidence: { ...none, links: 1 } })).toMatchObject({
    points: 300,
    why: { kind: 'evidence', held: ['link'], links: 1 },
  });
  expect(supported('A5.4', 1, { evidence: { ...none, documents: 2 } })).toMatchObject({
    points: 0,
    why: { kind: 'lacksEvidence', asked },
  });
  expect(supported('A4.3', { level: 'A4.3-2' }).why).toEqual({ kind: 'lacksEvidence', asked: ['confirm'] });
  expect(supported('A4.3', { level: 'A4.3-2' }, { evidence: { ...none, confirmed: true } }).points).toBe(500);
});

test('a narrative answer is its own statement; a blank one is none', () => {
  expect(supported('A8.1', { level: 'A8.1-2', text: 'Chợ 4.0' }).points).toBe(200);
  expect(supported('A8.1', { level: 'A8.1-2', text: '  ' }).why.kind).toBe('lacksEvidence');
});

test('sent in time is what the software knows, whatever the sender says', () => {
  expect(supported('A8.2', true, { onTime: true }).why).toEqual({ kind: 'onTime' });
  expect(supported('A8.2', true, { onTime: false })).toMatchObject({ points: 0, why: { kind: 'late' } });
  expect(supported('A8.2', true).why).toEqual({ kind: 'lacksEvidence', asked: ['auto'] });
});

test('where no evidence is asked for, as of families, the claim stands', () => {
  expect(supported('B1.1', true, {}, household)).toMatchObject({ points: 800, why: { kind: 'noneAsked' } });
});

test('không áp dụng stays so; what is missing or cannot stand supports nothing', () => {
  expect(supported('A3.3', { na: 'Xóm chưa có nhà văn hóa' })).toMatchObject({
    status: 'notApplicable',
    why: { kind: 'notApplicable', reason: 'Xóm chưa có nhà văn hóa' },
  });
  expect(supported('A3.1', { n: 98, d: 97 }, { bounds: ofForms()['A3.1'] }).why).toEqual({ kind: 'noClaim' });
  expect(supportedScore(criterion('A1.1'), { answers: {} })).toMatchObject({ status: 'missing', points: 0 });
});

const facts = fc.record({
  evidence: fc.record({
    photos: fc.nat(2),
    documents: fc.nat(2),
    links: fc.nat(2),
    confirmed: fc.boolean(),
    statement: fc.boolean(),
  }),
  official: fc.option(fc.record({ n: fc.nat(500), d: fc.nat(500) }), { nil: undefined }),
  loggedCount: fc.option(fc.nat(60), { nil: undefined }),
  onTime: fc.boolean(),
});

test(`never above the claim, never a fraction, whatever is kept (${CASES.numRuns} cases, seed ${CASES.seed})`, () => {
  const property = (ofCriterion: typeof supportedScore) =>
    fc.property(arbitrarySheet(), facts, ({ set, answers }, kept) => {
      const claims = score(set, answers);
      return criteriaOf(set).every((each, at) => {
        const { points, claimed } = ofCriterion(each, { ...kept, answers });
        return (
          Number.isInteger(points) &&
          points >= 0 &&
          points <= claimed &&
          claimed === claims.criteria[at]?.points
        );
      });
    });
  fc.assert(property(supportedScore), CASES);
  // Control: an official figure taken as it is would lift a modest claim.
  const broken: typeof supportedScore = (each, given) => {
    const found = supportedScore(each, given);
    return found.why.kind === 'official' ? { ...found, points: found.maxPoints } : found;
  };
  expect(() => fc.assert(property(broken), CASES)).toThrow('Property failed');
});

test('a sheet sums what each criterion carries, without those that do not apply', () => {
  const answers = { 'A3.1': { n: 90, d: 97 }, 'A3.3': { na: 'Chưa có' }, 'A1.1': true };
  const sheet = supportedSheet(hamlet, {
    answers,
    evidence: { 'A1.1': { ...none, documents: 1 } },
    bounds: ofForms(),
    counts: {},
    official: {},
  });
  expect(sheet).toMatchObject({ earned: 669, applicableMax: 9700, normalised: 690 });
});
