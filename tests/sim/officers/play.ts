/** Plays one interleaving with the machines as they are built; keeps what each person had before their eyes. */
import { score } from '#domain/score.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { Workspace } from '#client/workspace.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import { movesFrom } from '#protocol/transitions.ts';
import { createDice, type Dice } from '../dice.ts';
import { createMemoryPhoneDisk } from '../phone-disk.ts';
import { SimPhone } from '../phone.ts';
import type { Planted } from '../planted/planted.ts';
import type { Tab } from '../tab.ts';
import { fieldsOf, setOf } from '../village.ts';
import type { Step } from './draw.ts';
import { people, worldOf, type Person, type Stage } from './stage.ts';

export interface Machine {
  phone: SimPhone;
  tab: Tab;
  workspace: Workspace;
}

export interface Played {
  machines: Record<Person, Machine>;
  /** By operation: the versions its author's screen showed, or its author had given, when it was sealed. */
  seen: Map<string, ReadonlySet<string>>;
  /** Every operation sealed, by whom. */
  sealed: Map<string, Person>;
  /** Steps of a person who had nothing to act on. */
  idle: number;
}

const WORDS = { reason: 'Mời bổ sung', items: [{ criterionId: 'A2.1', ask: 'Ghi rõ từng buổi' }] };

async function sync(
  { phone, tab, workspace }: Machine,
  fate: Extract<Step, { do: 'sync' }>['fate'],
): Promise<void> {
  const page = tab;
  page.fates = [fate];
  page.isOnline = true;
  workspace.sendNow();
  await phone.idle();
  page.isOnline = false;
  page.fates = [];
}

/** The sending an officer has open: the newest this machine knows, or the one before. */
async function openSending(
  { workspace }: Machine,
  assessmentId: string,
  earlier: boolean,
): Promise<SubmissionRow | undefined> {
  const known = (await workspace.rows('submission'))
    .map(({ value }) => value)
    .filter((value) => value.assessmentId === assessmentId)
    .toSorted((a, b) => a.round - b.round);
  return known.at(earlier ? -2 : -1) ?? known.at(-1);
}

const statedBy = async ({ workspace }: Machine, id: string): Promise<AssessmentRow | undefined> =>
  (await workspace.row('assessment', id))?.value;

async function versionsSeen(
  { workspace }: Machine,
  { id }: Pick<SubmissionRow, 'id'>,
  criterionId: string,
): Promise<Set<string>> {
  const row = await workspace.row('scores', id);
  const own = (await workspace.outbox()).filter(({ kind }) => kind === 'score.set').map(({ opId }) => opId);
  return new Set([...(row?.value.fields[criterionId] ?? []).map(({ opId }) => opId), ...own]);
}

interface Play {
  stage: Stage;
  played: Played;
  /** What each officer's screen showed at their last look, by question. */
  lastLook: Map<string, readonly string[]>;
}

async function give(
  { played, lastLook }: Play,
  machine: Machine,
  sending: SubmissionRow,
  { question, points, reasonCode, blind }: Omit<Extract<Step, { do: 'score' }>, 'do' | 'who' | 'earlier'>,
): Promise<void> {
  const criterionId = fieldsOf.hamlet[question] ?? 'A2.1';
  const place = `${machine.phone.name} ${sending.id} ${criterionId}`;
  const before = await versionsSeen(machine, sending, criterionId);
  const seen = blind ? (lastLook.get(place) ?? []) : [...before];
  lastLook.set(place, [...before]);
  const most = setOf('hamlet').groups.flatMap(({ criteria }) => criteria);
  const max = most.find(({ id }) => id === criterionId)?.maxPoints ?? 0;
  await machine.workspace.score({
    submission: sending.id,
    criterionId,
    points: reasonCode === 'evidence' || reasonCode === 'adjusted' ? Math.min(points, max) : 0,
    reasonCode,
    reason: '',
    ...(blind && { seen }),
  });
  const newest = (await machine.workspace.outbox()).at(-1);
  if (newest !== undefined) played.seen.set(newest.opId, new Set([...before, ...seen]));
}

async function move(
  { stage }: Play,
  machine: Machine,
  { to, choice, words }: Extract<Step, { do: 'move' }>,
): Promise<boolean> {
  const row = await statedBy(machine, stage.assessmentId);
  if (row?.submissions.some(({ current }) => current) !== true) return false;
  const offered = movesFrom('officer', row.state);
  const target = to ?? offered[choice % Math.max(1, offered.length)]?.to;
  if (target === undefined) return false;
  await machine.workspace.move(stage.assessmentId, target, words ? WORDS : {});
  return true;
}

async function byHead({ stage }: Play, { workspace }: Machine, step: Step): Promise<boolean> {
  const draft = await workspace.draft(stage.assessmentId);
  if (draft === undefined) return false;
  if (step.do === 'write') {
    const field = fieldsOf.hamlet[step.question] ?? 'A2.1';
    const answers = { ...draft.answers, [field]: step.value };
    await workspace.saveDraft({ ...draft, answers, status: 'open', updatedAt: draft.updatedAt + 1 });
    return true;
  }
  const selfScore = score(setOf('hamlet'), draft.answers).normalised;
  await workspace.submit(draft, { selfScore, signedOffBy: 'An' });
  return true;
}

/** False: there was nothing to act on. */
async function perform(play: Play, machine: Machine, step: Step): Promise<boolean> {
  const { assessmentId } = play.stage;
  switch (step.do) {
    case 'sync':
      await sync(machine, step.fate);
      return true;
    case 'comment':
      await machine.workspace.comment(assessmentId, 'Đã xem.');
      return true;
    case 'move':
      return move(play, machine, step);
    case 'write':
    case 'submit':
      return byHead(play, machine, step);
    case 'score':
    case 'grade': {
      const sending = await openSending(machine, assessmentId, step.do === 'score' && step.earlier);
      if (sending === undefined) return false;
      if (step.do === 'score') await give(play, machine, sending, step);
      else
        for (const question of fieldsOf.hamlet.keys())
          await give(play, machine, sending, {
            question,
            points: step.points,
            reasonCode: 'evidence',
            blind: false,
          });
      return step.do === 'grade' && step.thenVerify
        ? move(play, machine, { do: 'move', who: step.who, to: 'verified', choice: 0, words: false })
        : true;
    }
  }
}

async function opened(stage: Stage, dice: Dice, planted: Planted): Promise<Record<Person, Machine>> {
  const world = worldOf(stage.server, planted);
  const open = async (person: Person): Promise<Machine> => {
    const { copy, profileId } = stage.machines[person];
    const disk = createMemoryPhoneDisk();
    await disk.put(copy);
    const phone = new SimPhone(person, { world, disk, dice: dice.fork(person), profileId });
    const tab = await phone.open(() => {});
    if (tab?.workspace === undefined) throw new Error(`${person} did not open`);
    return { phone, tab, workspace: tab.workspace };
  };
  return { Hoa: await open('Hoa'), Lan: await open('Lan'), An: await open('An') };
}

const ROUNDS_MAX = 6;

/** Everybody meets the network until nothing waits and everybody has read what everybody said. */
async function settle({ machines }: Played): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    for (const person of people) await sync(machines[person], 'fine');
    const waiting = await Promise.all(
      people.map(async (person) =>
        (await machines[person].workspace.outbox()).some(({ result }) => result === undefined),
      ),
    );
    if (round > 0 && !waiting.includes(true)) return;
  }
}

export async function play(
  stage: Stage,
  { seed, steps, planted = {} }: { seed: number; steps: readonly Step[]; planted?: Planted },
): Promise<Played> {
  const { server } = stage;
  const dice = createDice(seed);
  await server.begin(stage.morning, dice.fork('server'), planted);
  const machines = await opened(stage, dice, planted);
  const played: Played = { machines, seen: new Map(), sealed: new Map(), idle: 0 };
  const acting: Play = { stage, played, lastLook: new Map() };
  for (const step of steps) {
    server.clock.set(server.clock.now() + 1000 + dice.below(60_000));
    const machine = machines[step.who];
    if (!(await perform(acting, machine, step))) played.idle += 1;
    await machine.phone.idle();
  }
  await settle(played);
  for (const person of people)
    for (const row of await machines[person].workspace.outbox())
      if (operationIn(row) !== undefined) played.sealed.set(row.opId, person);
  return played;
}
