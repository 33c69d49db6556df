/** What a paper would print blank is said before; what is known to be wrong is shown and changed by nobody. */
import { expect, test } from 'vitest';
import { textsOf } from '#domain/papers/document.ts';
import { paperFacts } from '#domain/papers/facts.ts';
import { communeOn, signersOn } from '#domain/papers/head.ts';
import { knownErrorsIn, mended } from '#domain/papers/known-errors.ts';
import { paperOf, type PaperName } from '#domain/papers/paper-of.ts';
import type { PaperSources } from '#domain/papers/sources.ts';
import { CAMPAIGN, idOf, madeSources } from '../../support/paper-sources.ts';

const sources = madeSources({ collectives: 1, individuals: 1, households: 1 });
const LETTER: PaperName = { kind: 'submissionLetter', aboutId: idOf(9, 1) };
const DECISION: PaperName = { kind: 'decision', aboutId: idOf(10, 1) };
const REPORT: PaperName = { kind: 'report', aboutId: '' };
const drawn = (name: PaperName, over: Partial<PaperSources> = {}) => {
  const paper = paperOf(paperFacts({ ...sources, ...over }), name, { today: '2025-12-05' });
  if (paper === null) throw new Error(name.kind);
  return paper;
};
const blanks = (...given: Parameters<typeof drawn>): string[] =>
  drawn(...given)
    .missing.filter(({ weight }) => weight === 'blank')
    .map(({ what }) => what);
const [letter, decision, campaign] = [sources.letters[0], sources.decisions[0], sources.campaign];
if (letter === undefined || decision === undefined) throw new Error('no papers');

test('a whole letter and decision lack nothing; a report lacks the number it gets when it is signed', () => {
  expect(blanks(LETTER)).toEqual([]);
  expect(blanks(DECISION)).toEqual([]);
  expect(blanks(REPORT)).toEqual(['number']);
  expect(drawn(REPORT).missing.at(-1)).toMatchObject({ what: 'words', weight: 'advice' });
});

test('a blank number, signer, legal basis, place of sending, salary and an empty list are each said', () => {
  expect(blanks(LETTER, { letters: [{ ...letter, number: '' }] })).toEqual(['number']);
  expect(blanks(LETTER, { campaign: { ...campaign, legalBases: [{ text: ' ' }], recipients: [] } })).toEqual([
    'recipients',
    'legalBases',
  ]);
  expect(blanks(LETTER, { letters: [{ ...letter, awards: [] }] })).toEqual(['signer', 'names']);
  expect(blanks(LETTER, { rules: { ...sources.rules, baseSalaries: [] } })).toEqual(['amounts']);
  expect(blanks(LETTER, { meetings: [] })).toEqual(['signer']);
  const nobody = { title: '', onBehalf: '', name: '' };
  expect(blanks(DECISION, { decisions: [{ ...decision, signer: nobody }] })).toEqual([
    'signer',
    'signerTitle',
  ]);
  expect(drawn(LETTER, { meetings: [] }).missing[0]?.where).toBe('paper');
});

test('the minutes of a hamlet are of all the names its meeting voted on, whichever they are asked by; no place is said', () => {
  const [, , family] = sources.awards;
  const vote = family?.villageVote;
  if (family === undefined || vote === undefined) throw new Error('no family');
  const votes = { agree: 20, disagree: 38, abstain: 2 };
  const second = { ...family, id: idOf(6, 1), villageVote: { ...vote, votes } };
  const elsewhere = { ...family, id: idOf(6, 2), villageVote: { ...vote, date: '2025-11-13' } };
  const awards = [...sources.awards, second, elsewhere];
  const minutes = (aboutId: string, more = awards) => drawn({ kind: 'minutes', aboutId }, { awards: more });
  const texts = textsOf(minutes(second.id).document).join('\n');
  expect(texts).toContain('thống nhất đề nghị tặng Giấy khen cho 01/02 hộ gia đình');
  expect(minutes(family.id).document).toEqual(minutes(second.id).document);
  expect(textsOf(minutes(elsewhere.id).document).join('\n')).toContain('01/01 hộ gia đình');
  const lacks = (paper: ReturnType<typeof minutes>) => paper.missing.map(({ what }) => what);
  expect(lacks(minutes(family.id))).toEqual(['words']);
  const bare = { ...family, villageVote: { ...vote, place: ' ', secretary: '' } };
  expect(lacks(minutes(family.id, [bare]))).toEqual(['villagePlace', 'villageLeaders', 'words']);
});

test('a paper whose record is gone is no paper', () => {
  expect(
    paperOf(paperFacts(sources), { kind: 'decision', aboutId: idOf(99, 1) }, { today: '2025-12-05' }),
  ).toBeNull();
});

test('479/QĐ-TTg raises a warning with the suggestion and stays as it is until a person takes it', () => {
  const paper = drawn(LETTER);
  expect(paper.errors.map(({ found, instead }) => [found, instead])).toContainEqual([
    '479/QĐ-TTg',
    '749/QĐ-TTg',
  ]);
  expect(textsOf(paper.document).join('\n')).toContain('479/QĐ-TTg');
  const [error] = knownErrorsIn(campaign.legalBases[0]?.text ?? '');
  if (error === undefined) throw new Error('not found');
  const head = { ...paper.head, legalBases: paper.head.legalBases.map((text) => mended(text, error)) };
  const taken = paperOf(paperFacts(sources), LETTER, {
    kept: { number: '', date: '', head, edits: {} },
    today: '',
  });
  expect(taken?.errors.map(({ id }) => id)).not.toContain('decision479');
  expect(textsOf(taken?.document ?? paper.document).join('\n')).toContain('749/QĐ-TTg');
});

test('the commune and the signer are those of the day', () => {
  const handOvers = [
    {
      campaignId: CAMPAIGN,
      date: '2026-01-01',
      from: { name: 'xã Bình Thuận', parent: '' },
      to: { name: 'xã Đại Từ', parent: '' },
    },
  ];
  const positions = [
    {
      title: 'Chủ tịch',
      personName: 'Vũ Văn Đông',
      signsFor: 'TM. ỦY BAN NHÂN DÂN',
      validFrom: '2020-01-01',
      validTo: '2025-12-01',
    },
    {
      title: 'Phó Chủ tịch',
      personName: 'Lê Thị Hoa',
      signsFor: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH',
      validFrom: '2024-01-01',
    },
  ];
  const facts = paperFacts({ ...sources, handOvers, positions });
  expect(communeOn(facts, '2025-12-31').name).toBe('xã Bình Thuận');
  expect(communeOn(facts, '2026-01-01').name).toBe('xã Đại Từ');
  expect(signersOn(facts, '2025-11-30').map(({ name }) => name)).toEqual(['Vũ Văn Đông', 'Lê Thị Hoa']);
  expect(signersOn(facts, '2025-12-01')).toEqual([
    { title: 'PHÓ CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH', name: 'Lê Thị Hoa' },
  ]);
});

test('a decision is the chairman’s own: nobody is stood for, a deputy signs in his place', () => {
  const deputy = {
    title: 'PHÓ CHỦ TỊCH',
    onBehalf: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH',
    name: 'Lê Thị Hoa',
  };
  const texts = textsOf(drawn(DECISION, { decisions: [{ ...decision, signer: deputy }] }).document);
  expect(texts).toContain('KT. CHỦ TỊCH');
  expect(texts).not.toContain('TM. ỦY BAN NHÂN DÂN');
});
