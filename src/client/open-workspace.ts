/** Puts one profile's workspace together: store, sealer, engine. The lazy chunk begins here. */
import type { Answers } from '#domain/answers.ts';
import { toNfc } from '#protocol/canon.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Intent } from '#protocol/operation.ts';
import type { DraftRow, ProfileRow } from './db/model.ts';
import type { More } from './more-commands.ts';
import { isTravelling } from './db/answer-text.ts';
import { isRowOf } from './db/row-of.ts';
import { createBudget } from './sync/budget.ts';
import { lockName, runCycle } from './sync/cycle.ts';
import { createEngine } from './sync/engine.ts';
import { openStore, type OpenedStore, type Surroundings } from './sync/open-store.ts';
import { createProfileCard } from './sync/profile-card.ts';
import { seal, type SealContext } from './sync/seal.ts';
import { showWaiting } from './sync/show-waiting.ts';
import { sealSubmission } from './sync/seal-submission.ts';
import { createTransport } from './sync/transport.ts';
import type { Workspace } from './workspace.ts';

export type { Surroundings } from './sync/open-store.ts';

const IDLE_POLL_MS = 5 * 60_000;
/** The officer watches a list of what arrives. */
const OFFICE_POLL_MS = 15_000;

export type OpenedWorkspace =
  | { kind: 'open'; workspace: Workspace }
  /** Newer code wrote this database: load the page again. */
  | Exclude<OpenedStore, { kind: 'open' }>;

export interface WorkspaceHooks {
  /** Another window upgrades the database: write what is open now. */
  flush: () => Promise<void>;
  /** It was upgraded and this workspace is closed: load the page again. */
  onOutdated: () => void;
  /** Runs it once no form is open in any window; absent = at once. */
  whenNobodyEdits?: (act: () => Promise<void>) => Promise<void>;
  /** Other windows of the app have to be closed first; opening goes on by itself then. */
  onBlocked: () => void;
}

/** Opens the profile's database, starts its engine, and hands out the one thing screens talk to. */
export async function openWorkspace(
  profile: ProfileRow,
  surroundings: Surroundings,
  hooks: WorkspaceHooks,
): Promise<OpenedWorkspace> {
  const { environment, pocket } = surroundings;
  const opened = await openStore(profile.id, surroundings, hooks);
  if (opened.kind !== 'open') return opened;
  const { store, close } = opened;
  const { clock, chance } = environment;

  const card = createProfileCard(pocket, (await pocket.profile(profile.id)) ?? profile);
  // No screen waits for it to be on disk.
  card.change({ ...card.current(), usedAt: clock.now() }).catch(environment.onError);
  const transport = createTransport(environment);
  /** Its form takes no photos. */
  const isFamily = profile.role === 'household';
  const isOffice = (): boolean => card.current().binding?.kind === 'office';
  const budget = createBudget();
  const countWaiting = (): void => {
    showWaiting({ store, pocket, environment }, profile.id).catch(environment.onError);
  };
  const engine = createEngine({
    environment,
    lock: lockName(profile.id),
    async cycle(onProgress) {
      const installationId = (): Promise<string> => pocket.installationId(chance);
      const outcome = await runCycle({
        store,
        transport,
        environment,
        profile: card,
        budget,
        installationId,
        onProgress,
        pausesRows: async () => isOffice() && ((await pocket.settings()).pausesRows ?? false),
        ...(isFamily ? {} : { sendPhotos: async () => (await more()).photos.turn() }),
      });
      if (outcome.kind === 'done') keepCampaign().catch(environment.onError);
      countWaiting();
      return outcome;
    },
    isWaiting: async () =>
      (await store.counts()).waiting > 0 || (!isFamily && (await (await more()).photos.areWaiting())),
    pollMs: () => (isOffice() && environment.isVisible() ? OFFICE_POLL_MS : IDLE_POLL_MS),
  });

  const sealing = (): SealContext => ({ store, clock, chance, by: card.current().by ?? card.current().role });
  const announce = (): void => {
    engine.wake('sealed');
    countWaiting();
    environment.askBackgroundSync().catch(environment.onError);
  };
  const sealOne = async (intent: Intent): Promise<void> => {
    await seal(sealing(), async () => ({ intent }));
    announce();
  };
  let loaded: Promise<More> | undefined;
  const load = async (): Promise<More> =>
    (await import('./more-commands.ts')).createMore({
      profileId: profile.id,
      store,
      sealing,
      environment,
      pocket,
      announce,
      profile: card.current,
      card,
      whenNobodyEdits: hooks.whenNobodyEdits ?? ((act) => act()),
      phase: engine.phase,
      rows: workspace,
      sendNow: () => engine.wake('hand'),
      sparesData: async () => (await pocket.settings()).sparesData ?? false,
    });
  const more = (): Promise<More> => {
    loaded ??= load().catch((error: unknown) => {
      // What could not be fetched is asked for again.
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  /** A campaign begins that this phone was not yet there for. */
  const isBehind = async (): Promise<boolean> =>
    (await workspace.rows('campaign')).some(
      ({ value: { year, beginsOn } }) => Date.parse(beginsOn ?? `${year}-01-01`) > card.current().createdAt,
    );
  /** A family's phone has today's form already, and other things to fetch before its own is sent. */
  const keepCampaign = async (): Promise<void> => {
    if (!isFamily || (await store.state()).ackedSeq > 0 || (await isBehind()))
      await (await more()).keepCampaign();
  };
  const commands = async (): Promise<More['commands']> => (await more()).commands;
  /** What this workspace's screens last loaded or saved, so that a late save does not undo another tab's. */
  const bases = new Map<string, Answers>();
  /** The same, by the row a screen loaded: one opened later has seen what came in since. */
  const loadedWith = new WeakMap<DraftRow['sealed'], Answers>();

  const workspace: Workspace = {
    get profile() {
      return card.current();
    },
    drafts: () => store.drafts(),
    async draft(id) {
      const draft = await store.draft(id);
      if (draft !== undefined && !bases.has(id)) bases.set(id, draft.answers);
      if (draft !== undefined && !loadedWith.has(draft.sealed)) loadedWith.set(draft.sealed, draft.answers);
      return draft;
    },
    async saveDraft(draft, base) {
      const saved = toNfc(draft);
      await store.saveDraft(saved, base ?? loadedWith.get(draft.sealed) ?? bases.get(draft.id));
      loadedWith.set(draft.sealed, saved.answers);
      bases.set(draft.id, saved.answers);
      if (isTravelling(saved)) engine.wake('drafted');
    },
    async deleteDraft(id) {
      if ((await store.deleteDraft(id)) === 'kept') throw new Error('a form that was sent is not deleted');
      bases.delete(id);
    },
    async submit(draft, input) {
      const form = toNfc(draft);
      const row = await sealSubmission(sealing(), form, input);
      bases.set(form.id, form.answers);
      announce();
      return { opId: row.opId, receiptCode: receiptCodeOf(row.hash) };
    },
    comment: (assessmentId, text, criterionId) =>
      sealOne({
        kind: 'comment.add',
        args: criterionId === undefined ? { assessmentId, text } : { assessmentId, criterionId, text },
      }),
    putRecord: (entity, id, value, baseRev) =>
      sealOne({ kind: 'record.put', args: { entity, id, baseRev, ...(value && { value: { ...value } }) } }),
    openCampaign: async (id) => (await commands()).openCampaign(id),
    putBatch: async (batch) => (await commands()).putBatch(batch),
    revertBatch: async (id) => (await commands()).revertBatch(id),
    batches: async () => (await commands()).batches(),
    newId: createIdMaker(clock, chance),

    outbox: () => store.outbox(),
    receipts: () => store.receipts(),
    receipt: (opId) => store.receipt(opId),
    rows: async (entity) => (await store.rows(entity)).filter((row) => isRowOf(row, entity)),
    async row(entity, id) {
      const row = await store.row(entity, id);
      return row !== undefined && isRowOf(row, entity) ? row : undefined;
    },
    syncState: () => store.state(),
    conflicts: async (id) => (await commands()).conflicts(id),
    choose: async (...choice) => (await commands()).choose(...choice),
    move: async (...move) => (await commands()).move(...move),
    verifyMany: async (forms) => (await commands()).verifyMany(forms),
    score: async (score) => (await commands()).score(score),
    photos: async (id) => (await commands()).photos(id),
    addPhoto: async (photo) => (await commands()).addPhoto(photo),
    removePhoto: async (id) => (await commands()).removePhoto(id),
    restorePhoto: async (id) => (await commands()).restorePhoto(id),
    photoBytes: async (photo, size) => (await commands()).photoBytes(photo, size),
    leaveForCamera: async (id) => (await commands()).leaveForCamera(id),
    cameraPlace: async () => (await commands()).cameraPlace(),
    sendPhotos() {
      commands().then((loading) => loading.sendPhotos(), environment.onError);
    },
    issueSlips: async (ids) => (await commands()).issueSlips(ids),
    devices: async () => (await commands()).devices(),
    readLog: async (query) => (await commands()).readLog(query),
    readLogHeads: async () => (await commands()).readLogHeads(),
    session: async () => (await commands()).session(),
    balance: async () => (await commands()).balance(),
    exportRescue: async () => (await commands()).exportRescue(),
    handInRescue: async (bytes) => (await commands()).handInRescue(bytes),
    diagnostic: async () => (await commands()).diagnostic(),

    phase: () => engine.phase(),
    onPhase: (listener) => engine.onPhase(listener),
    sendNow: () => engine.wake('hand'),
    async close() {
      await engine.stop();
      close();
    },
  };
  if (!isFamily && card.current().assessmentId !== undefined)
    more().then(({ photos }) => photos.resume(), environment.onError);
  engine.wake('start');
  return { kind: 'open', workspace };
}
