/** A blank that two officers measured at once, or one of them took out: nothing is written over and no number is lost. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newBlank, type Blank } from '#domain/certificates/blank.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { CertificatesApp } from '#client/features/office/certificates/certificates-app.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { blankWords as words } from '#client/messages/office-certificates.ts';
import { fill } from '#client/messages/fill.ts';
import { officeStale } from '#client/messages/office-stale.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { awardRows, DECISION_ID } from './made-awards.ts';

const WAIT = { timeout: 20_000 };
const ID = '0198c1f0-0000-7000-8000-0000000000e1';
const PATH = `/giay-khen/phoi/${ID}`;
const first: Blank = newBlank(ID, 'Phôi đỏ');
const theirs: Blank = { ...first, shift: { x: 20, y: 0 } };
const row = (value: Blank | null, rev: number): PulledRow => ({
  scope: 'office',
  entity: 'certificateBlank',
  id: ID,
  rev,
  ...(value !== null && { value }),
});
const title = fill(officeStale.title, { title: 'Phôi đỏ' });

const open = async (path: string) => {
  const opened = await openSubject({ role: 'officer', rows: [...awardRows(), row(first, 3)] });
  const { at } = opened.show(
    <OfficeKeys>
      <CertificatesApp />
    </OfficeKeys>,
    path,
  );
  return { ...opened, at };
};
type Opened = Awaited<ReturnType<typeof open>>;

const moveRight = async ({ user }: Opened, mm: string): Promise<void> => {
  const shift = await screen.findByRole('textbox', { name: words.shiftX }, WAIT);
  await user.clear(shift);
  await user.type(shift, mm);
};
const written = async ({ workspace }: Opened) =>
  (await workspace.outbox()).flatMap((each) => {
    const operation = operationIn(each);
    return operation?.kind === 'record.put' ? [operation.args] : [];
  });
/** Resolves once it is on disk. */
async function save(opened: Opened): Promise<void> {
  await opened.user.click(screen.getByRole('button', { name: words.save }));
  await waitFor(async () => expect(await written(opened)).toHaveLength(1), WAIT);
}
const blanksOf = async ({ workspace }: Opened) =>
  (await workspace.rows('certificateBlank')).map(({ id, value }) => [id, value.name, value.shift.x]);
/** The commune's answer to the save: another machine was first. */
const refuse = ({ settle }: Opened, now: Blank | null): Promise<void> =>
  settle({ lastSeq: 1, results: [{ verdict: 'refused', code: 'STALE_BASIS' }], rows: [row(now, 9)] });

test('numbers typed before another machine’s came are refused by the commune, not written over it, and both are shown', async () => {
  const opened = await open(PATH);
  await moveRight(opened, '3');
  // Theirs arrives while these are on the screen.
  await opened.pull([row(theirs, 9)]);
  await save(opened);
  expect(await written(opened)).toMatchObject([{ id: ID, baseRev: 3 }]);
  await refuse(opened, theirs);
  expect(await screen.findByText(title, {}, WAIT)).toBeVisible();
  const said = screen.getByText(words.shift, { selector: 'dt' }).parentElement;
  expect(said).toHaveTextContent('sang phải 3 mm');
  expect(said).toHaveTextContent('sang phải 2 mm');
  await opened.user.click(screen.getByRole('button', { name: officeStale.keepOwn }));
  await waitFor(async () => expect(await blanksOf(opened)).toEqual([[ID, 'Phôi đỏ', 30]]), WAIT);
  await waitFor(() => expect(screen.queryByText(title)).toBeNull(), WAIT);
});

test('the choice stands on every screen of certificates, so that none is printed by one version unread', async () => {
  const opened = await open(PATH);
  await moveRight(opened, '3');
  await save(opened);
  await refuse(opened, theirs);
  await screen.findByText(title, {}, WAIT);
  for (const path of ['/giay-khen/phoi', `/giay-khen?quyet-dinh=${DECISION_ID}&kieu=ca-trang`]) {
    document.body.replaceChildren();
    opened.show(
      <OfficeKeys>
        <CertificatesApp />
      </OfficeKeys>,
      path,
    );
    expect(await screen.findByText(title, {}, WAIT)).toBeVisible();
  }
  await opened.user.click(screen.getByRole('button', { name: officeStale.keepTheirs }));
  await waitFor(async () => expect(await blanksOf(opened)).toEqual([[ID, 'Phôi đỏ', 20]]), WAIT);
});

test('a blank taken out on another machine while it is measured stays on the screen and is kept as a new one', async () => {
  const opened = await open(PATH);
  await moveRight(opened, '3');
  await opened.pull([row(null, 9)]);
  expect(await screen.findByText(words.ended, {}, WAIT)).toBeVisible();
  expect(screen.getByRole('textbox', { name: words.shiftX })).toHaveValue('3');
  await opened.user.click(screen.getByRole('button', { name: words.saveAsNew }));
  await waitFor(() => expect(opened.at()).not.toBe(PATH), WAIT);
  const [blank, ...others] = await blanksOf(opened);
  expect([blank?.slice(1), others]).toEqual([['Phôi đỏ', 30], []]);
  expect(blank?.[0]).not.toBe(ID);
});

test('a save that came after another machine took the blank out is said, and comes back as a new one or is let go', async () => {
  const opened = await open(PATH);
  await moveRight(opened, '3');
  await save(opened);
  await refuse(opened, null);
  await screen.findByText(title, {}, WAIT);
  expect(screen.getByText(officeStale.theirsEnded)).toBeVisible();
  await opened.user.click(screen.getByRole('button', { name: officeStale.keepOwn }));
  await waitFor(async () => expect((await blanksOf(opened)).map((each) => each[2])).toEqual([30]), WAIT);
  expect((await blanksOf(opened))[0]?.[0]).not.toBe(ID);
});
