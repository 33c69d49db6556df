/** The household's first seconds: pocket first, workspace later, and never the older text. */
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createDraftKeeper, type DraftHome } from '#client/db/draft-keeper.ts';
import type { DraftRow } from '#client/db/model.ts';
import { createPocket, type Pocket } from '#client/db/pocket.ts';
import { ASSESSMENT, aDraft } from './makers.ts';

function aHome(stored?: DraftRow): DraftHome & { stored: DraftRow | undefined } {
  const home: DraftHome & { stored: DraftRow | undefined } = {
    stored,
    draft: async () => home.stored,
    saveDraft: async (draft) => {
      home.stored = draft;
    },
  };
  return home;
}
const aPocket = (): Pocket => createPocket(new IDBFactory());
const withText = (text: string, updatedAt: number): DraftRow =>
  aDraft({ answers: { H1: { text, level: 'a' } }, updatedAt });

test('a new form starts empty at once, is kept in the pocket, and moves into the workspace once', async () => {
  const pocket = aPocket();
  const keeper = createDraftKeeper(pocket, ASSESSMENT);
  expect(await keeper.load()).toBeUndefined();
  await keeper.save(withText('một', 5));
  expect(await createDraftKeeper(pocket, ASSESSMENT).load()).toEqual(withText('một', 5));
  const home = aHome();
  expect(await keeper.attach(home)).toEqual(withText('một', 5));
  expect(home.stored).toEqual(withText('một', 5));
  expect(await pocket.draft(ASSESSMENT)).toEqual({ kind: 'moved' });
  await keeper.save(withText('hai', 6));
  expect(home.stored).toEqual(withText('hai', 6));
});

test('opened again, the form waits for the workspace that holds it', async () => {
  const pocket = aPocket();
  await pocket.markMoved(ASSESSMENT);
  const keeper = createDraftKeeper(pocket, ASSESSMENT);
  const loading = keeper.load();
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

test('a pocket that is older, or a form only just begun, never replaces what the workspace has', async () => {
  const older = aPocket();
  await older.saveDraft(withText('cũ', 3));
  const home = aHome(withText('mới', 8));
  expect(await createDraftKeeper(older, ASSESSMENT).attach(home)).toEqual(withText('mới', 8));
  const begun = aPocket();
  await begun.saveDraft(aDraft({ updatedAt: 99 }));
  expect(await createDraftKeeper(begun, ASSESSMENT).attach(home)).toEqual(withText('mới', 8));
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

test('wherever a kill falls, the newest text that was reported saved is there afterwards', async () => {
  const steps = fc.array(fc.constantFrom('save', 'attach', 'restart'), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const pocket = aPocket();
      const home = aHome();
      let keeper = createDraftKeeper(pocket, ASSESSMENT);
      let saved: string | undefined;
      for (const [index, step] of plan.entries()) {
        if (step === 'restart') keeper = createDraftKeeper(pocket, ASSESSMENT);
        if (step === 'attach') await keeper.attach(home);
        if (step !== 'save') continue;
        // A form is loaded before it is typed in; one that has moved waits for its workspace.
        if ((await pocket.draft(ASSESSMENT))?.kind === 'moved') await keeper.attach(home);
        await keeper.load();
        saved = `lần ${index}`;
        await keeper.save(withText(saved, index + 1));
      }
      const newest = await createDraftKeeper(pocket, ASSESSMENT).attach(home);
      expect(newest?.answers).toEqual(saved === undefined ? undefined : withText(saved, 0).answers);
    }),
    { seed: 7, numRuns: 150 },
  );
});
