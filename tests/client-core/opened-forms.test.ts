/** Forms opened on an officer's machine: kept until the commune knows, told once, against the real server. */
import { expect, test } from 'vitest';
import { OPENED_PATH } from '#protocol/opened.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { answersTo, setOf } from '../server/core/makers.ts';
import { head, officer, type At } from './people-at.ts';
import { open, untilSent } from './village.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

async function sentBy({ workspace, profile, meet }: At): Promise<string> {
  const id = profile.assessmentId ?? '';
  const draft = aDraft({
    id,
    assessmentId: id,
    answers: answersTo(setOf('hamlet'), (below) => below - 1),
    updatedAt: 5,
  });
  await workspace.saveDraft(draft);
  await workspace.submit(draft, { selfScore: 100, signedOffBy: 'Ông Ánh' });
  await meet();
  return id;
}
async function opened(workspace: Workspace): Promise<string[]> {
  const page = await workspace.readLog({ limit: 50, kind: 'server.opened' });
  if (page.kind !== 'read') throw new Error(page.kind);
  return page.value.entries.map(({ subject, device }) => `${device?.label} ${subject?.name}`);
}

test('forms opened without a network are told when there is one: after the page was closed, once a form and day', async () => {
  const commune = await openCommune();
  const form = await sentBy(await head(commune, 71));
  const { workspace, line, on, profile, meet } = await officer(commune, 72);
  await meet();
  line.isDown = true;
  const first = (await workspace.session()).opened;
  expect(await first.send()).toBe('nothing');
  await first.note(form);
  await first.note(form);
  expect(await first.send()).toBe('kept');
  await workspace.close();

  line.isDown = false;
  const reopened = await open(profile, on.tab);
  await untilSent(on.phone, reopened);
  const { opened: later } = await reopened.session();
  // The commune took it and the machine did not hear so: it is told twice, and was told once.
  line.luck = ['loseReply'];
  expect(await later.send()).toBe('kept');
  expect(await later.send()).toBe('sent');
  expect(await later.send()).toBe('nothing');
  expect(await opened(reopened)).toEqual(['Máy xã Chùa 9']);

  await later.note(form);
  expect(await later.send()).toBe('sent');
  expect(await opened(reopened)).toHaveLength(1);
  // Another day is another opening.
  on.phone.clock.turn(-DAY_MS);
  await later.note(form);
  expect(await later.send()).toBe('sent');
  expect(await opened(reopened)).toHaveLength(2);
  await reopened.close();
});

test('more openings than one request takes are all told; a hamlet’s phone tells nothing', async () => {
  const commune = await openCommune();
  const village = await head(commune, 73);
  const form = await sentBy(village);
  const { workspace, line } = await officer(commune, 74);
  const { opened: machine } = await workspace.session();
  for (let each = 0; each < 120; each += 1) await machine.note(workspace.newId());
  await machine.note(form);
  expect(await machine.send()).toBe('sent');
  expect(line.log.filter(({ path, status }) => path === OPENED_PATH && status === 200)).toHaveLength(2);
  expect(await opened(workspace)).toEqual(['Máy xã Chùa 9']);
  await workspace.close();

  const theirs = (await village.workspace.session()).opened;
  await theirs.note(form);
  expect(await theirs.send()).toBe('kept');
  await village.workspace.close();
});
