/** A unit's report as a file: the decree's measures, anything typed as text, drafted words that agree with its table. */
import { expect, test } from 'vitest';
import { printable } from '#domain/papers/words.ts';
import { composeNarrative } from '#client/features/unit-papers/compose-narrative.ts';
import { decreeFaults } from '../../support/decree-check.ts';
import { membersOf } from '../../support/paper-files.ts';
import { hostileTexts } from '../../support/paper-texts.ts';
import { drawnUnitReport, madeUnitFacts } from '../../support/unit-report-sources.ts';
import { all, at, xmlTree } from '../../support/xml-tree.ts';

const DOCUMENT = 'word/document.xml';
const textsIn = (xml: string): string[] =>
  all(xmlTree(xml), 'w:p').map((paragraph) =>
    all(paragraph, 'w:t')
      .map(({ text }) => text)
      .join(''),
  );

test('it keeps the measures of the decree, before and after the commune has given its points', async () => {
  for (const isVerified of [false, true])
    expect(decreeFaults(await membersOf(drawnUnitReport(madeUnitFacts({ isVerified }))))).toEqual([]);
  const members = await membersOf(drawnUnitReport());
  const planted = (members.get(DOCUMENT) ?? '').replace('w:left="1701"', 'w:left="1417"');
  expect(decreeFaults(new Map([...members, [DOCUMENT, planted]]))).not.toEqual([]);
});

test('names, headings and words that mean no good come out as text', async () => {
  const facts = madeUnitFacts();
  for (const text of hostileTexts) {
    const drawn = drawnUnitReport({
      ...facts,
      paragraphs: [{ heading: text, text }],
      nominations: [{ personName: text, position: '' }],
      unit: text,
    });
    const xml = (await membersOf(drawn)).get(DOCUMENT) ?? '';
    expect(textsIn(xml)).toEqual(expect.arrayContaining(printable(text).split('\n')));
    expect(at(xmlTree(xml), 'w:document', 'w:body')).toBeDefined();
    expect(xml.replaceAll('\n', '')).not.toMatch(
      /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u,
    );
  }
});

test('the same facts give the same bytes of text', async () => {
  const [one, two] = [await membersOf(drawnUnitReport()), await membersOf(drawnUnitReport())];
  expect(one.get(DOCUMENT)).toBe(two.get(DOCUMENT));
});

test('words drafted from the form say no figure that its table does not; drafted from an earlier form they do', () => {
  for (const sector of ['CQ', 'DT', 'TH', 'YT', 'DN', 'KH'])
    for (const seed of [1, 2, 3, 4]) {
      const facts = madeUnitFacts({ seed, sector });
      const draft = (answers: typeof facts.answers) =>
        composeNarrative({
          name: facts.unit,
          year: 2025,
          set: facts.set,
          answers,
          plan: undefined,
          activities: [],
        });
      const now = drawnUnitReport({ ...facts, paragraphs: draft(facts.answers) });
      expect([sector, seed, now.stale]).toEqual([sector, seed, []]);
      const earlier = drawnUnitReport({ ...facts, given: undefined, paragraphs: draft({}) });
      expect(earlier.stale).not.toEqual([]);
    }
});
