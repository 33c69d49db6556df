/** The household's first seconds: pocket first, workspace later, and never the older text. */
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createDraftKeeper, type DraftHome, type DraftKeeper } from '#client/db/draft-keeper.ts';
import { mergeDraft } from '#client/db/merge-draft.ts';
import type { DraftRow } from '#client/db/model.ts';
import { createPocket, type Pocket } from '#client/db/pocket.ts';
import { ASSESSMENT, aDraft } from './makers.ts';

function aHome(stored?: DraftRow): DraftHome & { stored: DraftRow | undefined } {
  const home: DraftHome & { stored: DraftRow | undefined } = {
    stored,
    draft: async () => home.stored,
    saveDraft: async (draft, base) => {
      home.stored = mergeDraft(home.stored, draft, base);
    },
  };
  return home;
}
const aPocket = (): Pocket => createPocket(new IDBFactory());
const keep = (pocket: Pocket, draft: DraftRow, base: DraftRow['answers']): Promise<void> =>
  pocket.changeDraft(draft.id, () => ({ kind: 'here', draft, base }));
const load = async (keeper: DraftKeeper): Promise<DraftRow | undefined> => {
  const { draft, waits } = await keeper.load(() => true);
  return draft ?? waits;
};
const withText = (text: string, updatedAt: number): DraftRow =>
  aDraft({ answers: { H1: { text, level: 'a' } }, updatedAt });

test('a new form starts empty at once, is kept in the pocket, and moves into the workspace once', async () => {
  const pocket = aPocket();
  const keeper = createDraftKeeper(pocket, ASSESSMENT);
  expect(await load(keeper)).toBeUndefined();
  await keeper.save(withText('một', 5));
  expect(await load(createDraftKeeper(pocket, ASSESSMENT))).toEqual(withText('một', 5));
  const home = aHome();
  expect((await keeper.attach(home)).draft).toEqual(withText('một', 5));
  expect(home.stored).toEqual(withText('một', 5));
  expect(await pocket.draft(ASSESSMENT)).toEqual({ kind: 'moved' });
  await keeper.save(withText('hai', 6));
  expect(home.stored).toEqual(withText('hai', 6));
});

test('opened again, the form waits for the workspace that holds it', async () => {
  const pocket = aPocket();
  await pocket.changeDraft(ASSESSMENT, () => ({ kind: 'moved' }));
  const keeper = createDraftKeeper(pocket, ASSESSMENT);
  const loading = load(keeper);
  await keeper.attach(aHome(withText('đã lưu', 9)));
  expect(await loading).toEqual(withText('đã lưu', 9));
});

test('saves made while the workspace is being attached land in it, in order', async () => {
  const keeper = createDraftKeeper(aPocket(), ASSESSMENT);
  const home = aHome();
  await Promise.all([
    keeper.save(withText('một', 1)),
    keeper.attach(home),
    keeper.save(withText('hai', 2)),
    keeper.save(withText('ba', 3)),
  ]);
  expect(home.stored).toEqual(withText('ba', 3));
});

test('words the workspace was given before, or a form only just begun, never replace what the workspace has', async () => {
  const older = aPocket();
  await keep(older, withText('cũ', 3), withText('cũ', 3).answers);
  const home = aHome(withText('mới', 8));
  expect((await createDraftKeeper(older, ASSESSMENT).attach(home)).draft).toEqual(withText('mới', 8));
  const begun = aPocket();
  await keep(begun, aDraft({ updatedAt: 99 }), {});
  expect((await createDraftKeeper(begun, ASSESSMENT).attach(home)).draft).toEqual(withText('mới', 8));
  expect(home.stored).toEqual(withText('mới', 8));
});

test('text typed after the clock was set back is still the newer', async () => {
  const pocket = aPocket();
  const keeper = createDraftKeeper(pocket, ASSESSMENT);
  await keeper.save(withText('trước', 1000));
  await keeper.save(withText('sau', 10));
  const home = aHome(withText('trước', 1000));
  await keeper.attach(home);
  expect(home.stored?.answers).toEqual(withText('sau', 0).answers);
});

test('a save that fails is told to the caller, and the next one still goes', async () => {
  const keeper = createDraftKeeper(aPocket(), ASSESSMENT);
  const home = aHome();
  await keeper.attach(home);
  const { saveDraft } = home;
  home.saveDraft = () => Promise.reject(new Error('full'));
  await expect(keeper.save(withText('một', 1))).rejects.toThrow('full');
  home.saveDraft = saveDraft;
  await keeper.save(withText('hai', 2));
  expect(home.stored).toEqual(withText('hai', 2));
});
