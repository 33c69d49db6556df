/** The unit's report taken away as an official paper: what would be blank is said first, and it needs no network. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { PapersApp } from '#client/features/unit-papers/papers-app.tsx';
import { fill } from '#client/messages/fill.ts';
import { unitReportWords as words } from '#client/messages/unit-report.ts';
import { at, all, xmlTree } from '../../support/xml-tree.ts';
import { unzip } from '../../support/unzip.ts';
import { drawnUnitReport, madeUnitFacts } from '../../support/unit-report-sources.ts';
import { CAMPAIGN_ID, UNIT_ID } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import { verifiedUnitRows } from './verified-unit.ts';

const HOME = '/don-vi';
const owner = { campaignId: CAMPAIGN_ID, subjectKind: 'unit', subjectId: UNIT_ID } as const;
const scope = `unit:${UNIT_ID}`;
const narrativeId = derivedIdOf('narrative', CAMPAIGN_ID, UNIT_ID);
const narrative = (text: string): PulledRow => ({
  scope,
  entity: 'narrative',
  id: narrativeId,
  rev: 1,
  value: {
    id: narrativeId,
    ...owner,
    paragraphs: [{ id: '0198c1f0-0000-7000-8000-0000000000b1', heading: 'Kết quả chung', text }],
  },
});

/** The files handed to the person, instead of a browser's download. */
const takenFiles = (): { name: string; blob: Blob }[] => {
  const taken: { name: string; blob: Blob }[] = [];
  let last: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) last = blob;
    return 'blob:here';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last !== undefined) taken.push({ name: this.download, blob: last });
  });
  return taken;
};
afterEach(() => {
  vi.restoreAllMocks();
});

const textsIn = async (blob: Blob): Promise<string[]> => {
  const members = unzip(new Uint8Array(await blob.arrayBuffer()));
  const body = at(xmlTree(members.get('word/document.xml') ?? ''), 'w:document', 'w:body');
  if (body === undefined) throw new Error('no body');
  return all(body, 'w:t').map(({ text }) => text);
};
const open = async (rows: PulledRow[], path = '/ho-so/bao-cao/tai-ve') => {
  const opened = await openSubject({ role: 'unitContact', rows });
  const { at: where } = opened.show(<PapersApp home={HOME} />, `${HOME}${path}`);
  return { ...opened, where };
};
const patiently = { timeout: 20_000 };
const write = (field: HTMLElement, value: string): boolean => fireEvent.change(field, { target: { value } });
const takeButton = () => screen.findByRole('button', { name: words.take }, patiently);

test('the report page leads to its file; what would be blank is said, typed words mend it and stay until it is taken', async () => {
  const taken = takenFiles();
  await open([narrative('Chữ của đơn vị.')], '/ho-so/bao-cao');
  const way = await screen.findByRole('link', { name: words.open }, patiently);
  expect(way).toHaveAttribute('href', `${HOME}/ho-so/bao-cao/tai-ve`);
  document.body.replaceChildren();

  const { user, show } = await open([narrative('Chữ của đơn vị.')]);
  await takeButton();
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(said).toEqual(
    expect.arrayContaining([words.blank.number, words.blank.signerTitle, words.blank.signerName]),
  );
  expect(screen.getByText(/Chưa có đoạn nào về: .*Phương hướng/)).toBeVisible();
  write(screen.getByLabelText(words.number), '7/BC-THBT');
  write(screen.getByLabelText(words.date), '2025-11-05');
  write(screen.getByLabelText(words.signerTitle), 'Hiệu trưởng');
  write(screen.getByLabelText(words.signerName), 'Đỗ Thị Ước');
  await screen.findByText(words.whole, undefined, patiently);

  // Opened anew before it is taken: nothing has to be typed again.
  document.body.replaceChildren();
  show(<PapersApp home={HOME} />, `${HOME}/ho-so/bao-cao/tai-ve`);
  await waitFor(() => expect(screen.getByLabelText(words.number)).toHaveValue('7/BC-THBT'), patiently);
  await user.click(await takeButton());
  await waitFor(() => expect(taken).toHaveLength(1), patiently);
  const [file] = taken;
  if (file === undefined) throw new Error('no file');
  expect(file.name).toBe('Báo cáo của Trường Tiểu học Bình Thuận 2025.docx');
  expect(await screen.findByText(fill(words.taken, { name: file.name }))).toBeVisible();
  const texts = await textsIn(file.blob);
  expect(texts).toEqual(
    expect.arrayContaining([
      'TRƯỜNG TIỂU HỌC',
      'Số: 07/BC-THBT',
      'Chữ của đơn vị.',
      'HIỆU TRƯỞNG',
      'Đỗ Thị Ước',
    ]),
  );
  expect(texts).not.toContain('Xã thẩm định/tối đa');

  // What stands in the file is not left on the phone.
  document.body.replaceChildren();
  await open([narrative('Chữ của đơn vị.')]);
  await takeButton();
  expect(screen.getByLabelText(words.signerName)).toHaveValue('');
});

test('once the form is verified the report says what was sent and the commune’s points', async () => {
  const facts = madeUnitFacts();
  const taken = takenFiles();
  const { user } = await open(verifiedUnitRows(facts, scope));
  await user.click(await takeButton());
  await waitFor(() => expect(taken).toHaveLength(1), patiently);
  const texts = await textsIn(taken[0]?.blob ?? new Blob());
  const drawn = drawnUnitReport(facts).document.sections.flatMap(({ blocks }) => blocks);
  const said = drawn.flatMap((block) =>
    block.kind === 'paragraph' && ['self', 'commune'].includes(block.id) ? [block.text] : [],
  );
  expect(said).toHaveLength(2);
  expect(texts).toEqual(expect.arrayContaining(said));
  expect(texts).toContain('Xã thẩm định/tối đa');
  // Who signed the form signs the report unless another name is typed.
  expect(texts).toContain('Lê Văn Ký');
});

test('a hamlet’s report has no such file', async () => {
  const opened = await openSubject({ role: 'hamletHead' });
  opened.show(<PapersApp home="/xom" />, '/xom/ho-so/bao-cao/tai-ve');
  await screen.findByRole('heading', { name: /Hồ sơ/, level: 1 }, patiently);
  expect(screen.queryByRole('button', { name: words.take })).toBeNull();
});
