/** A unit's own report in Văn bản: the paper the unit takes on its phone, from what the office's machine holds. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { unitReport } from '#domain/papers/unit-report.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { toDocx } from '#client/documents/to-docx.ts';
import { DocumentsPage } from '#client/features/office/documents/documents-page.tsx';
import { readUnitReport } from '#client/features/office/documents/unit-report-facts.ts';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { deskOf } from '#client/features/office/today/desk.ts';
import { readDeskRows } from '#client/features/office/today/desk-rows.ts';
import { readPapers } from '#client/features/unit-papers/read-papers.ts';
import { readReport } from '#client/features/unit-papers/report/read-report.ts';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { unzip } from '../../../support/unzip.ts';
import { madeUnitFacts } from '../../../support/unit-report-sources.ts';
import { CAMPAIGN_ID, UNIT_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { verifiedUnitRows } from '../../unit/verified-unit.ts';

const WAIT = { timeout: 20_000 };
const facts = madeUnitFacts();
const owner = { campaignId: CAMPAIGN_ID, subjectKind: 'unit', subjectId: UNIT_ID } as const;
const idOf = (last: string): string => `0198c1f0-0000-7000-8000-0000000000${last}`;

/** The same papers on the unit's phone and on the office's machine. */
const papers = (scope: Scope): PulledRow[] => {
  const planId = derivedIdOf('plan', CAMPAIGN_ID, UNIT_ID);
  const narrativeId = derivedIdOf('narrative', CAMPAIGN_ID, UNIT_ID);
  const { plan, paragraphs } = facts;
  const person = (last: string, personName: string): PulledRow => ({
    scope,
    entity: 'nomination',
    id: idOf(last),
    rev: 1,
    value: {
      ...owner,
      id: idOf(last),
      personName,
      position: 'Giáo viên',
      contribution: 'Dạy phụ huynh',
      result: '30 người',
      evidence: '',
    },
  });
  return [
    {
      scope,
      entity: 'plan',
      id: planId,
      rev: 1,
      value: {
        ...owner,
        id: planId,
        number: plan?.number ?? '',
        date: plan?.date ?? '',
        extract: plan?.extract ?? '',
        targets: (plan?.targets ?? []).map((target, at) => ({ ...target, id: idOf(`a${at}`) })),
      },
    },
    {
      scope,
      entity: 'narrative',
      id: narrativeId,
      rev: 1,
      value: {
        ...owner,
        id: narrativeId,
        paragraphs: paragraphs.map((each, at) => ({ ...each, id: idOf(`b${at}`) })),
      },
    },
    person('c2', 'Trần Văn Ẫm <b>'),
    person('c1', 'Lê Thị Mai'),
  ];
};
const rowsIn = (scope: Scope): PulledRow[] => [...verifiedUnitRows(facts, scope), ...papers(scope)];
const bodyOf = async (blob: Blob): Promise<string> =>
  unzip(new Uint8Array(await blob.arrayBuffer())).get('word/document.xml') ?? '';

afterEach(() => {
  vi.restoreAllMocks();
});

const open = async (path: string, rows: readonly PulledRow[]) => {
  const opened = await openSubject({ role: 'officer', rows });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <DocumentsPage />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('navigation', { name: words.listName }, WAIT);
  return opened;
};

test('the office draws from its rows what the unit draws from its own, byte for byte', async () => {
  const unit = await openSubject({ role: 'unitContact', rows: rowsIn(`unit:${UNIT_ID}`) });
  const read = await readPapers(unit.workspace);
  if (read.owner === null) throw new Error('no campaign');
  const own = await readReport(unit.workspace, { ...read, owner: read.owner });
  const office = await openSubject({ role: 'officer', rows: rowsIn('office') });
  const desk = deskOf(await readDeskRows(office.workspace), { chosen: null, day: '2025-11-05' });
  const standing = desk.units.find(({ id }) => id === UNIT_ID);
  const copy = standing && (await readUnitReport(office.workspace, desk, standing));
  if (own === null || copy === undefined || copy === null) throw new Error('no report');
  expect(copy.facts.given).toEqual(facts.given);
  const file = async (from: typeof own): Promise<string> =>
    bodyOf(await toDocx(unitReport(from, copy.head).document));
  expect(await file(copy.facts)).toBe(await file(own));
  // Control: one point given otherwise is another paper.
  const [first = ''] = Object.keys(copy.facts.given ?? {});
  const other = { ...copy.facts, given: { ...copy.facts.given, [first]: 1 } };
  expect(await file(other)).not.toBe(await file(own));
});

test('the report of a unit is found in the list, read as a page and taken as a file, its head left for the unit to write', async () => {
  const taken: string[] = [];
  let last: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) last = blob;
    return 'blob:here';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    taken.push(this.download);
  });
  const { user } = await open('/van-ban', rowsIn('office'));
  await user.click(await screen.findByText('Báo cáo của các đơn vị (1)', {}, WAIT));
  const way = screen.getByRole('link', { name: /Trường Tiểu học Bình Thuận/ });
  expect(way).toHaveTextContent(words.unitReport.verified);
  await user.click(way);
  const article = await screen.findByRole(
    'article',
    { name: 'Báo cáo của Trường Tiểu học Bình Thuận' },
    WAIT,
  );
  expect(within(article).getByText('Số: …/BC')).toBeVisible();
  expect(within(article).getByRole('columnheader', { name: 'Xã thẩm định/tối đa' })).toBeVisible();
  // Nothing of it is the office's to change.
  expect(screen.queryByRole('button', { name: 'Sửa đoạn' })).toBeNull();
  await user.click(within(article).getByRole('button', { name: words.export }));
  await waitFor(() => expect(taken).toEqual(['Báo cáo của Trường Tiểu học Bình Thuận 2025.docx']), WAIT);
  const body = await bodyOf(last ?? new Blob());
  expect(body).toContain('Trần Văn Ẫm &lt;b&gt;');
  expect(body).toContain('Hiệu trưởng trực tiếp phụ trách.');
  expect(body).toContain('Lê Văn Ký');
});

test('a unit that has sent nothing has no report here, and the list does not name it', async () => {
  await open(`/van-ban/bao-cao-don-vi/${UNIT_ID}`, []);
  expect(await screen.findByText(words.unitReport.gone, {}, WAIT)).toBeVisible();
  expect(screen.queryByText(/^Báo cáo của các đơn vị/)).toBeNull();
});
