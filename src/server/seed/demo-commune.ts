/**
 * A synthetic commune part-way through its campaign: hamlets with their families, units, and what they have sent so far.
 * Everything is sent by synthetic devices through the real judges, so `verify` holds for it as for a real one.
 */
import type { Answers } from '#domain/answers.ts';
import { recordSchemas, type Hamlet } from '#protocol/entities.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { act, enrolActor, type DemoActor } from './demo-actor.ts';
import { demoAnswers } from './demo-answers.ts';
import { prepareAwards } from './demo-awards.ts';
import { shiftToNow } from './demo-year.ts';
import { planSheet, writeSheet } from './demo-hamlet-sheet.ts';
import type { DemoPhotos } from './demo-photos.ts';
import { reviewSheets } from './demo-review.ts';
import { demoComments, demoUnits, personName } from './demo-names.ts';
import { assessmentOf, consentFrom, setOf, sendSheet, submission, type Scene } from './demo-scene.ts';
import { createDice } from './dice.ts';
import { recordWriter } from './put-record.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY_AGO = 30;
/** Of 14 and over: a little more than the forms, of five at most, come to. */
const PEOPLE_A_FAMILY = 4;

/** One family: entered by the head, and for most of them a form, by itself or typed for it: what it answered, or null. */
async function family(
  scene: Scene,
  transaction: Transaction,
  head: DemoActor,
  hamletId: string,
): Promise<Answers | null> {
  const { deps, dice, campaign, facts, counts } = scene;
  const id = deps.newId();
  const householder = personName(dice);
  const value = { id, hamletId, householder };
  await act(deps, transaction, head, {
    kind: 'record.put',
    args: { entity: 'household', id, value, baseRev: 0 },
  });
  counts.households += 1;
  scene.later();
  if (dice.happens(25)) return null;

  const ref = campaign.criteriaSets.household;
  const portrait = { keenness: 25 + dice.roll(70), size: 1 + dice.roll(5) };
  const answers = demoAnswers(setOf(facts, ref), portrait, dice);
  const bySelf = dice.happens(60);
  const consent = consentFrom(
    bySelf ? 'self' : dice.pick(['readAloud', 'signedPaper']),
    deps.clock.now(),
    dice.happens(70),
  );
  const binding = { kind: 'household', id } as const;
  const author = bySelf
    ? await enrolActor(deps, transaction, { role: 'household', binding, title: `Gia đình ${householder}` })
    : head;
  await act(
    deps,
    transaction,
    author,
    submission(scene, { subjectId: id, ref, answers, consent, by: householder }),
  );
  counts.submissions += 1;
  return answers;
}

async function units(scene: Scene, transaction: Transaction, officer: DemoActor): Promise<void> {
  const { deps, dice, campaign, facts, counts } = scene;
  for (const { name, sector, subtype } of demoUnits) {
    const id = deps.newId();
    const headName = personName(dice);
    const value = { id, name, sector, subtype, headName, validFrom: '2025-01-01' };
    await act(deps, transaction, officer, {
      kind: 'record.put',
      args: { entity: 'unit', id, value, baseRev: 0 },
    });
    counts.units += 1;
    scene.later();
    if (dice.happens(45)) continue;
    const binding = { kind: 'unit', id } as const;
    const contact = await enrolActor(deps, transaction, { role: 'unitContact', binding, title: name });
    const ref = campaign.criteriaSets.unit[sector];
    const answers = demoAnswers(
      setOf(facts, ref),
      { keenness: 40 + dice.roll(55), size: 8 + dice.roll(40) },
      dice,
    );
    const sent = await sendSheet(scene, transaction, contact, { subjectId: id, ref, answers, by: headName });
    scene.unitSheets.push({ subjectId: id, submission: sent, ref, answers, sector, contact });
    counts.submissions += 1;
  }
}

async function hamletWithFamilies(
  scene: Scene,
  officer: DemoActor,
  hamlet: Hamlet,
  { families, photos }: { families: number; photos: DemoPhotos | undefined },
): Promise<void> {
  const { deps, dice, campaign, facts, counts } = scene;
  const { store } = deps;
  const title = `Xóm ${hamlet.name}`;
  const headName = personName(dice);
  const { head, known } = await store.write(async (transaction) => {
    const ledger = await openLedger(transaction);
    const put = recordWriter(deps, transaction, ledger);
    const households =
      families +
      (await transaction.record.list('household')).filter((row) => row.parent_id === hamlet.id).length;
    const entered = { ...hamlet, households, people14plus: households * PEOPLE_A_FAMILY, headName };
    await put('hamlet', entered);
    await ledger.save();
    counts.hamlets += 1;
    const binding = { kind: 'hamlet', id: hamlet.id } as const;
    return {
      head: await enrolActor(deps, transaction, { role: 'hamletHead', binding, title }),
      known: entered,
    };
  });
  const forms: Answers[] = [];
  for (let done = 0; done < families; done += 20)
    await store.write(async (transaction) => {
      for (let index = done; index < Math.min(families, done + 20); index++) {
        const answers = await family(scene, transaction, head, hamlet.id);
        if (answers !== null) forms.push(answers);
      }
    });
  const plan = planSheet(scene, { hamlet: known, forms });
  // Drawn before: in a transaction nothing may wait for another thread.
  const pictures = plan.state === 'sent' ? await photos?.draw(hamlet.order) : undefined;
  await store.write(async (transaction) => {
    const assessmentId = assessmentOf(scene, hamlet.id);
    const sheet = { head, assessmentId, set: setOf(facts, campaign.criteriaSets.hamlet) };
    const shown = pictures && (await photos?.add(scene, transaction, { ...sheet, pictures }));
    await writeSheet(scene, transaction, head, { hamlet: known, headName, plan, photos: shown ?? [] });
    scene.later();
    if (!dice.happens(40)) return;
    const args = { assessmentId, text: dice.pick(demoComments) };
    await act(deps, transaction, officer, { kind: 'comment.add', args });
    counts.comments += 1;
  });
}

export interface DemoSize {
  households: number;
  seed: number;
  /** The office has scored some of the hamlets' sheets, and made ready what awards need. */
  reviewed?: boolean;
}

export interface DemoParts {
  /** Left out: the sheets have no photos. */
  photos?: DemoPhotos;
}

/** The same seed makes the same names, answers and states; only instants follow the clock. Returns counts by name. */
export async function seedDemo(
  core: CoreDeps,
  { households, seed, reviewed = false }: DemoSize,
  { photos }: DemoParts = {},
): Promise<Record<string, number>> {
  const dice = createDice(seed);
  const end = core.clock.now();
  let now = end - FIRST_DAY_AGO * DAY_MS;
  const clock = { now: () => now };
  const deps: CoreDeps = { ...core, clock, chance: dice.chance, newId: createIdMaker(clock, dice.chance) };

  const { officer, facts, hamlets } = await core.store.write(async (transaction) => {
    await shiftToNow(deps, transaction, end);
    const commune = await transaction.commune.find();
    return {
      facts: await deps.facts.of(transaction, commune?.facts_op ?? ''),
      hamlets: (await transaction.record.list('hamlet')).map((row) =>
        recordSchemas.hamlet.parse(JSON.parse(row.value)),
      ),
      officer: await enrolActor(deps, transaction, {
        role: 'officer',
        binding: { kind: 'office' },
        title: 'Văn phòng xã',
      }),
    };
  });
  const [campaign] = facts.campaigns;
  if (campaign === undefined) throw new Error('the commune has no campaign');
  const counts = { hamlets: 0, units: 0, households: 0, submissions: 0, drafts: 0, comments: 0 };
  // The days are shared out over the work; the present is never reached.
  const twoSteps = Math.ceil((2 * FIRST_DAY_AGO * DAY_MS) / (households + hamlets.length + demoUnits.length));
  const later = (): void => {
    now = Math.min(end - 60_000, now + dice.roll(twoSteps));
  };
  const scene: Scene = { deps, dice, facts, campaign, counts, sheets: [], unitSheets: [], later };

  await core.store.write((transaction) => units(scene, transaction, officer));
  const share = Math.floor(households / Math.max(1, hamlets.length));
  const extra = households - share * hamlets.length;
  const inOrder = hamlets.toSorted((a, b) => a.order - b.order);
  for (const [index, hamlet] of inOrder.entries())
    await hamletWithFamilies(scene, officer, hamlet, {
      families: share + (index < extra ? 1 : 0),
      photos,
    });
  if (reviewed) {
    await reviewSheets(scene, officer, scene.sheets);
    await prepareAwards(scene, officer, inOrder);
  }
  await photos?.send();
  return counts;
}
