/** What a paper's file holds: any text as text, the same bytes from the same facts. */
import { expect, test } from 'vitest';
import { printable } from '#domain/papers/words.ts';
import { bytesOf, membersOf, onePaperEach, TODAY } from '../../support/paper-files.ts';
import { madeSources } from '../../support/paper-sources.ts';
import { paperFacts } from '#domain/papers/facts.ts';
import { paperOf } from '#domain/papers/paper-of.ts';
import { all, at, xmlTree } from '../../support/xml-tree.ts';
import { hostileTexts } from '../../support/paper-texts.ts';

const few = { collectives: 2, individuals: 1, households: 1 };
const DOCUMENT = 'word/document.xml';

const textsIn = (xml: string): string[] =>
  all(xmlTree(xml), 'w:p').map((paragraph) =>
    all(paragraph, 'w:t')
      .map(({ text }) => text)
      .join(''),
  );

test('braces, angle brackets, marks of direction, control characters and 4.000 characters come out as text', async () => {
  const sources = madeSources(few);
  const [first] = sources.awards;
  const letter = sources.letters[0];
  if (first === undefined || letter === undefined) throw new Error('no award');
  for (const name of hostileTexts) {
    const facts = paperFacts({
      ...sources,
      awards: [{ ...first, recipient: { ...first.recipient, name } }, ...sources.awards.slice(1)],
    });
    const drawn = paperOf(facts, { kind: 'awardList', aboutId: letter.id }, { today: TODAY });
    if (drawn === null) throw new Error('no list');
    const xml = (await membersOf(drawn)).get(DOCUMENT) ?? '';
    const shown = printable(name).split('\n');
    expect(textsIn(xml)).toEqual(expect.arrayContaining(shown));
    // The tree closes: what was typed opened no element of its own.
    expect(at(xmlTree(xml), 'w:document', 'w:body')).toBeDefined();
    const unseen = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
    expect(xml.replaceAll('\n', '')).not.toMatch(unseen);
  }
});

test('an officer’s own words stand instead of the drafted ones, and the drafted ones come back', async () => {
  const sources = madeSources(few);
  const report = onePaperEach(sources).get('report');
  if (report === undefined) throw new Error('no report');
  const facts = paperFacts(sources);
  const own = paperOf(facts, report.name, {
    kept: {
      number: '31',
      date: '2025-12-01',
      head: report.head,
      edits: { awards: 'Lời <của> xã.\nĐoạn hai.', plans: '' },
    },
    today: TODAY,
  });
  if (own === null) throw new Error('no report');
  const texts = textsIn((await membersOf(own)).get(DOCUMENT) ?? '');
  expect(texts).toEqual(expect.arrayContaining(['Lời <của> xã.', 'Đoạn hai.', 'Số: 31/BC-UBND']));
  expect(texts.join('\n')).not.toContain('Tiếp tục thực hiện chủ đề');
  // With its only paragraph gone the last part is gone too.
  expect(texts).not.toContain('V. PHƯƠNG HƯỚNG, KIẾN NGHỊ');
  expect(own.ownWords).toBe(2);
  const again = paperOf(facts, report.name, {
    kept: { number: '31', date: '2025-12-01', head: report.head, edits: {} },
    today: TODAY,
  });
  expect(again?.ownWords).toBe(0);
});

test('the same facts give the same bytes of text, other facts do not', async () => {
  const [one, two] = [onePaperEach(madeSources(few)), onePaperEach(madeSources(few))];
  for (const [kind, paper] of one) {
    const other = two.get(kind);
    if (other === undefined) throw new Error(kind);
    expect((await membersOf(paper)).get(DOCUMENT)).toBe((await membersOf(other)).get(DOCUMENT));
  }
  const changed = onePaperEach(madeSources({ ...few, seed: 8 })).get('report');
  const report = one.get('report');
  if (changed === undefined || report === undefined) throw new Error('no report');
  expect((await membersOf(changed)).get(DOCUMENT)).not.toBe((await membersOf(report)).get(DOCUMENT));
  expect((await bytesOf(report)).length).toBeLessThan(100_000);
});
