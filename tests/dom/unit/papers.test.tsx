/** The papers of a unit on its phone: written, changed, put back, and never overwritten unasked. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { PapersApp } from '#client/features/unit-papers/papers-app.tsx';
import { OutboxPage } from '#client/features/outbox/outbox-page.tsx';
import { fill } from '#client/messages/fill.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { staleWords } from '#client/messages/stale.ts';
import { narrativeWords, nominationWords, paperWords, planWords } from '#client/messages/unit.ts';
import type { Workspace } from '#client/workspace.ts';
import { CAMPAIGN_ID, UNIT_ID } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const HOME = '/don-vi';
const owner = { campaignId: CAMPAIGN_ID, subjectKind: 'unit', subjectId: UNIT_ID } as const;
const PERSON_ID = '0198c1f0-0000-7000-8000-0000000000a1';
const person = {
  id: PERSON_ID,
  ...owner,
  personName: 'Lê Thị Mai',
  position: 'Giáo viên',
  contribution: 'Hướng dẫn phụ huynh',
  result: '40 phụ huynh',
  evidence: '',
};
const personRow = (rev = 3, personName = person.personName): PulledRow => ({
  scope: `unit:${UNIT_ID}`,
  entity: 'nomination',
  id: PERSON_ID,
  rev,
  value: { ...person, personName },
});

const open = async (path: string, rows: PulledRow[] = []) => {
  const opened = await openSubject({ role: 'unitContact', rows });
  const { at } = opened.show(<PapersApp home={HOME} />, `${HOME}/ho-so${path}`);
  return { ...opened, at };
};
/** Values put for an entity, in order; null = taken out. */
const puts = async (workspace: Workspace, entity: string): Promise<unknown[]> =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const { kind, args } = operationSchema.parse(JSON.parse(text));
    return kind === 'record.put' && args.entity === entity ? [args.value ?? null] : [];
  });
/** At once: what is tested is what becomes of the words. */
const write = (field: HTMLElement, value: string): boolean => fireEvent.change(field, { target: { value } });
const gone = (text: string | RegExp): Promise<void> =>
  waitFor(() => expect(screen.queryByText(text)).toBeNull());
const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('a plan is written, its targets are added, moved, taken out and put back', async () => {
  const { workspace, user } = await open('/ke-hoach');
  await user.click(await button(paperWords.save));
  expect(await screen.findByText(planWords.dateNeeded)).toBeVisible();
  expect(screen.getByText(planWords.extractNeeded)).toBeVisible();
  expect(await puts(workspace, 'plan')).toEqual([]);
  write(screen.getByLabelText(planWords.date), '2025-03-01');
  write(screen.getByLabelText(planWords.extract), 'Kế hoạch thi đua');
  await user.click(await button(paperWords.save));
  expect(await screen.findByText('Kế hoạch thi đua')).toBeVisible();

  for (const text of ['Học bạ số', 'Họp trực tuyến']) {
    await user.click(await button(planWords.add));
    write(await screen.findByRole('textbox', { name: planWords.target }), text);
    await user.click(await button(paperWords.save));
    await screen.findByText(new RegExp(`\\d\\. ${text}`));
  }
  await user.click(await button(fill(planWords.upNamed, { name: 'Họp trực tuyến' })));
  await screen.findByText('1. Họp trực tuyến');
  await user.click(await button(fill(planWords.removeNamed, { name: 'Học bạ số' })));
  await screen.findByText(fill(planWords.removed, { name: 'Học bạ số' }));
  await gone(/\d\. Học bạ số/);
  await user.click(await button(paperWords.undo));
  await screen.findByText('2. Học bạ số');
  const plans = await puts(workspace, 'plan');
  expect(plans.at(-1)).toMatchObject({
    ...owner,
    number: '',
    date: '2025-03-01',
    targets: [{ text: 'Họp trực tuyến' }, { text: 'Học bạ số' }],
  });
});

test('a person half written is there when the app is opened again; taken out, it can be put back', async () => {
  const { workspace, user, show } = await open('/ca-nhan/moi');
  write(await screen.findByLabelText(nominationWords.personName), 'Trần Văn Ước');
  document.body.replaceChildren();
  show(<PapersApp home={HOME} />, `${HOME}/ho-so/ca-nhan/moi`);
  await waitFor(() => expect(screen.getByLabelText(nominationWords.personName)).toHaveValue('Trần Văn Ước'));
  await user.click(await button(paperWords.save));
  expect(await screen.findAllByText(nominationWords.needed)).toHaveLength(3);
  for (const label of [nominationWords.position, nominationWords.contribution, nominationWords.result])
    write(screen.getByLabelText(label), 'Rõ việc');
  await user.click(await button(paperWords.save));
  await screen.findByRole('heading', { name: 'Trần Văn Ước' });
  expect(await puts(workspace, 'nomination')).toMatchObject([{ personName: 'Trần Văn Ước', ...owner }]);
});

test('a person taken out of the list is put back as it was', async () => {
  const { workspace, user } = await open('/ca-nhan', [personRow()]);
  await user.click(await button(fill(nominationWords.removeNamed, { name: person.personName })));
  await user.click(await button(fill(nominationWords.undoNamed, { name: person.personName })));
  await waitFor(async () => expect(await puts(workspace, 'nomination')).toEqual([null, person]));
  expect(await screen.findByRole('heading', { name: person.personName })).toBeVisible();
});

test('the report is drafted from the sheet’s own figures and never overwritten unasked', async () => {
  const { workspace, user } = await open('/bao-cao');
  await user.click(await button(narrativeWords.compose));
  await screen.findByRole('heading', { name: narrativeWords.draft.generalHeading });
  await user.click(
    await button(fill(narrativeWords.editNamed, { name: narrativeWords.draft.generalHeading })),
  );
  const box = await screen.findByRole('textbox', { name: narrativeWords.text });
  write(box, 'Chữ của đơn vị.');
  await user.click(await button(paperWords.save));
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(await screen.findByText('Chữ của đơn vị.')).toBeVisible();

  await user.click(await button(narrativeWords.composeAgain));
  await screen.findByText(narrativeWords.askText);
  await user.click(await button(narrativeWords.replace));
  await screen.findByText(narrativeWords.replaced);
  await gone('Chữ của đơn vị.');
  await user.click(await button(paperWords.undo));
  await screen.findByText('Chữ của đơn vị.');
  expect((await puts(workspace, 'narrative')).length).toBe(4);
});

test('two phones changed one page: Hàng chờ says so, both are shown, and the choice mends it', async () => {
  const { workspace, user, settle, show } = await open('', [personRow()]);
  await workspace.putRecord('nomination', PERSON_ID, { ...person, personName: 'Bản máy này' }, 3);
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS' }],
    rows: [personRow(9, 'Bản máy kia')],
  });
  const card = (await screen.findByText(fill(staleWords.title, { name: paperWords.nominations })))
    .parentElement;
  if (card === null) throw new Error('no card');
  expect(within(card).getByText('Bản máy này')).toBeVisible();
  expect(within(card).getByText('Bản máy kia')).toBeVisible();

  show(<OutboxPage />, '/hang-cho');
  expect(await screen.findByText(outboxWords.paper.nomination)).toBeVisible();
  expect(await screen.findByText(outboxWords.sentence.stalePaper)).toBeVisible();
  expect(screen.getByRole('link', { name: new RegExp(outboxWords.openPapers) })).toHaveAttribute(
    'href',
    '/don-vi/ho-so',
  );

  await user.click(within(card).getByRole('button', { name: staleWords.keepOwn }));
  await waitFor(() => expect(screen.queryByText(outboxWords.sentence.stalePaper)).toBeNull());
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(operationSchema.parse(JSON.parse(text)).args).toMatchObject({
    baseRev: 9,
    value: { personName: 'Bản máy này' },
  });
});
