/** A form that was begun before: drawn from the pocket's copy, and no word of any tab lost on the way to its database. */
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createDraftKeeper, type DraftHome, type DraftKeeper } from '#client/db/draft-keeper.ts';
import { mergeDraft } from '#client/db/merge-draft.ts';
import type { DraftRow } from '#client/db/model.ts';
import { createPocket, type Pocket } from '#client/db/pocket.ts';
import { createMemoryPocket, emptyPocket } from '../sim/pocket.ts';
import { ASSESSMENT, aDraft } from './makers.ts';

const SEED = 11;
const FIELDS = ['H1', 'H2'] as const;
type Field = (typeof FIELDS)[number];

interface Home extends DraftHome {
  stored: DraftRow | undefined;
}
/** As a workspace: field by field, by what a screen has seen. `isCareless`: the last writer wins. */
function aHome(stored?: DraftRow, { isCareless = false } = {}): Home {
  const home: Home = {
    stored,
    draft: async () => structuredClone(home.stored),
    saveDraft: async (draft, base) => {
      home.stored = structuredClone(mergeDraft(home.stored, draft, isCareless ? undefined : base));
    },
  };
  return home;
}

const aPocket = (): Pocket => createPocket(new IDBFactory());
const typed = (field: Field, count: number, updatedAt: number, over: DraftRow = aDraft()): DraftRow => ({
  ...over,
  answers: { ...over.answers, [field]: count },
  updatedAt,
});
const copyIn = async (pocket: Pocket, copy: DraftRow): Promise<void> =>
  pocket.changeDraft(ASSESSMENT, () => ({ kind: 'moved', copy }));
const found = async (keeper: DraftKeeper, canShow = true): Promise<DraftRow | undefined> =>
  (await keeper.load(() => canShow)).draft;

test('what the database holds is drawn from its copy at once, and the copy follows every save', async () => {
  const pocket = aPocket();
  const home = aHome();
  const first = createDraftKeeper(pocket, ASSESSMENT);
  await first.save(typed('H1', 1, 5));
  await first.attach(home);
  await first.save(typed('H1', 2, 6));
  await first.remember(typed('H1', 2, 6));
  expect(await found(createDraftKeeper(pocket, ASSESSMENT))).toEqual(typed('H1', 2, 6));
  const waiting = await createDraftKeeper(pocket, ASSESSMENT).load(() => false);
  expect(waiting.waits).toBeDefined();
  await first.remember(undefined);
  expect(await pocket.draft(ASSESSMENT)).toEqual({ kind: 'moved', copy: undefined });
});

test('typed over an old copy: the words typed stay, and what the database knew besides comes to the screen', async () => {
  const pocket = aPocket();
  await copyIn(pocket, typed('H1', 1, 5));
  const home = aHome(typed('H2', 7, 8, typed('H1', 2, 8)));
  const keeper = createDraftKeeper(pocket, ASSESSMENT);
  const drawn = await found(keeper);
  if (drawn === undefined) throw new Error('nothing drawn');
  await keeper.save({ ...drawn, answers: { ...drawn.answers, H3: 3 }, updatedAt: 9 });
  const { draft, seen } = await keeper.attach(home);
  expect(draft?.answers).toEqual({ H1: 2, H2: 7, H3: 3 });
  expect(seen).toEqual({ H1: 1, H3: 3 });
  expect(home.stored?.answers).toEqual(draft?.answers);
});

test('a form that was sent meanwhile is not opened again by looking at it, only by typing', async () => {
  const sent: DraftRow = { ...typed('H1', 1, 8), status: 'sent' };
  for (const count of [1, 2]) {
    const pocket = aPocket();
    await copyIn(pocket, typed('H1', 1, 5));
    const keeper = createDraftKeeper(pocket, ASSESSMENT);
    const drawn = await found(keeper);
    await keeper.save({ ...typed('H1', count, 20, drawn), place: 'H2' });
    const { draft } = await keeper.attach(aHome(sent));
    expect(draft?.status).toBe(count === 1 ? 'sent' : 'open');
  }
});

type Step = 'save' | 'attach' | 'restart' | 'reload';

/** Two tabs of one family, each typing into a field of its own; one may be killed at any moment. @returns what is kept */
async function twoTabs(
  plan: readonly (readonly [tab: 0 | 1, step: Step])[],
  home: Home,
): Promise<{ kept: Record<string, unknown>; saved: Record<string, unknown> }> {
  const pocket = createMemoryPocket({ pocket: emptyPocket });
  const saved: Record<string, unknown> = {};
  let at = 0;
  const open = async (): Promise<{ keeper: DraftKeeper; screen: DraftRow }> => {
    const keeper = createDraftKeeper(pocket, ASSESSMENT);
    const first = await keeper.load(() => true);
    if (first.waits) await keeper.attach(home);
    const screen = first.draft ?? (await first.waits) ?? aDraft();
    await keeper.save(screen);
    return { keeper, screen };
  };
  const tabs = [await open(), await open()] as const;
  for (const [index, step] of plan) {
    const tab = tabs[index];
    const field = FIELDS[index];
    at++;
    if (step === 'restart') Object.assign(tab, await open());
    if (step === 'attach') {
      const { draft, seen } = await tab.keeper.attach(home);
      if (draft !== undefined && seen !== undefined)
        tab.screen = { ...mergeDraft(draft, tab.screen, seen), sealed: draft.sealed };
    }
    if (step !== 'save' && step !== 'reload') continue;
    tab.screen = typed(field, at, at, tab.screen);
    await tab.keeper.save(tab.screen);
    saved[field] = at;
    // Killed between the save and its copy, or after both.
    if (step === 'save') await tab.keeper.remember(tab.screen);
    else Object.assign(tab, await open());
  }
  const last = await createDraftKeeper(pocket, ASSESSMENT).attach(home);
  return { kept: { ...last.draft?.answers }, saved };
}

const plans = fc.array(
  fc.tuple(fc.constantFrom<0 | 1>(0, 1), fc.constantFrom<Step>('save', 'attach', 'restart', 'reload')),
  { maxLength: 14 },
);

test(`two tabs, killed anywhere: what either reported saved is in the database afterwards (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { kept, saved } = await twoTabs(plan, aHome());
      expect(kept).toEqual(saved);
    }),
    { seed: SEED, numRuns: 1000 },
  );
});

test('control: where the last writer wins, the same tabs lose words', async () => {
  const property = fc.asyncProperty(plans, async (plan) => {
    const { kept, saved } = await twoTabs(plan, aHome(undefined, { isCareless: true }));
    expect(kept).toEqual(saved);
  });
  expect((await fc.check(property, { seed: SEED, numRuns: 300 })).failed).toBe(true);
});
