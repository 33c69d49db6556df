/** The annexes as tables and the certificates as a Word file: sums agree, text stays text. */
import { expect, test } from 'vitest';
import { isGiven, stateOf } from '#domain/awards/workflow.ts';
import { roughWidth } from '#domain/certificates/fit.ts';
import { certificateTexts } from '#domain/certificates/texts.ts';
import { certificatesDocx } from '#client/documents/certificate-docx.ts';
import { awardListTable, countsTable } from '#client/features/office/certificates/annexes.ts';
import type { Decided } from '#client/features/office/certificates/read-certificates.ts';
import { tableFile } from '#client/features/office/sheets/write-table.ts';
import type { Cell } from '#client/features/office/sheets/table.ts';
import { unzip } from '../../../support/unzip.ts';
import { awards, decision } from './made-awards.ts';

const commune = { name: 'xã Bình Thuận', parent: '', standingOffice: '' };
const decided: Decided = {
  decision: decision(),
  recipients: awards.map((value) => {
    const { number, date, signer } = decision();
    const amount = decision().awards.find(({ awardId }) => awardId === value.id)?.amount ?? 0;
    const { recipient, achievement } = value;
    return {
      award: { scope: 'office', entity: 'award', id: value.id, rev: 5, value },
      state: stateOf(value),
      isGiven: isGiven(stateOf(value)),
      amount,
      facts: { commune, recipient, achievement, decision: { number, date }, register: '', signer },
    };
  }),
};
const shown = (cell: Cell | undefined): string | number | null => cell?.value ?? null;
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

test('the list has its parts in order, leaves out what was taken back, and its total is the sum of its lines', () => {
  const { rows, title } = awardListTable(decided);
  expect(title[1]).toBe('Kèm theo Quyết định số 125/QĐ-UBND ngày 20 tháng 11 năm 2025');
  expect(rows.map((row) => [shown(row[1]), shown(row[4]), shown(row[7])])).toEqual([
    ['I. Tập thể', null, 1_404_000],
    ['=Xóm Đình 6', 1, 1_404_000],
    ['III. Hộ gia đình', null, 1_053_000],
    ['Hộ ông Nguyễn Văn Ân', null, 1_053_000],
    ['Tổng cộng', null, 2_457_000],
  ]);
  expect(countsTable(decided).rows.map((row) => row.map(shown))).toEqual([
    ['Tập thể', 1, 1, 0, 1_404_000],
    ['Cá nhân', 0, 0, 0, 0],
    ['Hộ gia đình', 1, 1, 0, 1_053_000],
    ['Tổng cộng', 2, 2, 0, 2_457_000],
  ]);
});

test('a name that looks like a formula is text in the workbook', async () => {
  const { blob } = await tableFile(awardListTable(decided), 'danh sách', 'xlsx');
  const files = unzip(await bytesOf(blob));
  expect([...files.values()].join('')).toContain('=Xóm Đình 6');
  expect([...files.values()].some((text) => /<f[ >]/.test(text))).toBe(false);
});

test('the Word file has a landscape page for each, and what people wrote is text in it', async () => {
  const hostile = '{{x}} <w:br/> & "A" \u202Eđảo';
  const texts = decided.recipients.map(({ facts }) =>
    certificateTexts({ ...facts, recipient: { name: hostile, position: '' } }),
  );
  const files = unzip(await bytesOf(await certificatesDocx(texts, 'A4', roughWidth)));
  const xml = files.get('word/document.xml') ?? '';
  expect(xml.match(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/g)).toHaveLength(texts.length);
  expect(xml.match(/GIẤY KHEN/g)).toHaveLength(texts.length);
  expect(xml).toContain('{{x}} &lt;w:br/&gt; &amp; &quot;A&quot; đảo');
});
