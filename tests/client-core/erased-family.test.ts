/** A family erased at the commune leaves the phones of its hamlet, with what they typed of it, against the real server. */
import { expect, test } from 'vitest';
import type { Workspace } from '#client/workspace.ts';
import { foundEntries, proxyDraftId } from '#client/subject/household-entries.ts';
import { pendingItems } from '#client/subject/pending-items.ts';
import { readForms, readHouseholds } from '#client/subject/read-hamlet.ts';
import { readPending } from '#client/subject/read-pending.ts';
import { answersTo, consentOf, setOf } from '../server/core/makers.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { head, type At } from './people-at.ts';
import { bufferOf, noisyJpeg, plainCodec } from './picture.ts';

const GONE = 'Chim Hoàng Yến';
const STAYS = 'Lê Thị Mai';
const consented = { agreed: true, textVersion: '1.1', at: 1 };

async function addFamily({ workspace, profile }: At, householder: string): Promise<string> {
  const id = workspace.newId();
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  await workspace.putRecord('household', id, { id, hamletId, householder }, 0);
  return id;
}

async function typeFor({ workspace }: At, id: string): Promise<string> {
  const entry = (await readHouseholds(workspace)).entries.find(({ household }) => household.id === id);
  const assessmentId = entry?.assessmentId ?? '';
  await workspace.saveDraft(
    aDraft({
      id: proxyDraftId(assessmentId),
      assessmentId,
      subjectKind: 'household',
      subjectId: id,
      subjectName: entry?.household.householder ?? '',
      channel: 'proxy',
      criteriaSet: 'household@1',
      answers: answersTo(setOf('household'), () => 1),
      consent: { process: consented, publish: consented, photo: consented },
      consentMode: 'readAloud',
      signedOffBy: 'Ông Ánh',
      updatedAt: 5,
    }),
  );
  return assessmentId;
}

async function submitFor(at: At, id: string): Promise<string> {
  const assessmentId = await typeFor(at, id);
  const draft = await at.workspace.draft(proxyDraftId(assessmentId));
  if (draft === undefined) throw new Error('no draft');
  await at.workspace.submit(draft, {
    selfScore: 100,
    signedOffBy: 'Ông Ánh',
    consent: consentOf('readAloud'),
  });
  return assessmentId;
}

/** What the head's screens show: the list, the figures' forms, drafts, Hàng chờ. */
async function seenBy(workspace: Workspace) {
  const { entries } = await readHouseholds(workspace);
  const { forms } = await readForms(workspace);
  const items = pendingItems({ ...(await readPending(workspace)), phase: workspace.phase() });
  return {
    list: entries.map(({ household }) => household.householder).sort(),
    found: foundEntries(entries, 'hoang', 'all').length,
    forms: forms.length,
    drafts: (await workspace.drafts()).map(({ subjectName }) => subjectName).sort(),
    sent: items.filter(({ kind }) => kind === 'assessment.submit').length,
    named: JSON.stringify(items).includes(GONE),
  };
}

test('a family that is erased leaves its hamlet’s phones: list, search, figures, photos, drafts and Hàng chờ; its neighbour stays', async () => {
  const commune = await openCommune();
  const [one, two] = [await head(commune, 81, { photoCodec: plainCodec }), await head(commune, 82)];
  const [gone, stays] = [await addFamily(one, GONE), await addFamily(one, STAYS)];
  await one.meet();
  const form = await submitFor(one, gone);
  const neighbour = await submitFor(one, stays);
  for (const [seed, assessmentId] of [form, neighbour].entries())
    await one.workspace.addPhoto({
      assessmentId,
      criterionId: 'B6.2',
      bytes: bufferOf(await noisyJpeg(seed)),
    });
  await one.meet();
  await two.meet();
  // The other phone has begun a form of its own, and sent nothing of it.
  await typeFor(two, gone);
  // The control: all of it is seen until then.
  expect(await seenBy(one.workspace)).toEqual({
    list: [GONE, STAYS],
    found: 1,
    forms: 2,
    drafts: [GONE, STAYS],
    sent: 2,
    named: true,
  });
  expect(await one.workspace.photos(form)).toHaveLength(1);
  expect(await seenBy(two.workspace)).toMatchObject({ list: [GONE, STAYS], forms: 2, drafts: [GONE] });

  expect(await commune.core.eraseHouseholds([gone])).toMatchObject([{ kind: 'erased' }]);
  await one.meet();
  await two.meet();
  expect(await seenBy(one.workspace)).toEqual({
    list: [STAYS],
    found: 0,
    forms: 1,
    drafts: [STAYS],
    sent: 1,
    named: false,
  });
  expect(await one.workspace.photos(form)).toEqual([]);
  expect(await one.workspace.photos(neighbour)).toHaveLength(1);
  const [left] = await one.workspace.photos(neighbour);
  const keys = await one.on
    .store(one.profile.id)
    .tables.read(['photoBytes'], async (tx) => tx.photoBytes().toCollection().primaryKeys());
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => !key.startsWith(left?.id ?? 'none'))).toEqual([]);
  expect(await seenBy(two.workspace)).toEqual({
    list: [STAYS],
    found: 0,
    forms: 1,
    drafts: [],
    sent: 0,
    named: false,
  });
  for (const { workspace, on } of [one, two]) {
    await workspace.close();
    expect(on.phone.errors).toEqual([]);
  }
});

test('words typed offline for a family that is erased meanwhile go once the commune has said so, and are not sent again', async () => {
  const commune = await openCommune();
  const at = await head(commune, 83);
  const gone = await addFamily(at, GONE);
  await at.meet();
  at.line.isDown = true;
  await submitFor(at, gone);
  await commune.core.eraseHouseholds([gone]);
  // Nobody has told this phone yet.
  expect(await seenBy(at.workspace)).toMatchObject({ list: [GONE], forms: 1, drafts: [GONE], named: true });
  at.line.isDown = false;
  await at.meet();
  expect((await at.workspace.outbox()).at(-1)?.result).toMatchObject({ verdict: 'refused' });
  expect(await seenBy(at.workspace)).toMatchObject({
    list: [],
    found: 0,
    forms: 0,
    drafts: [],
    sent: 0,
    named: false,
  });
  await at.workspace.close();
});
