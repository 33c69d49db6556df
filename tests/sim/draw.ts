/** Draws a run from a seed. Each run leaves out a random half of what may happen and has rates of its own (swarm testing). */
import { createDice, type Dice } from './dice.ts';
import { fates, type Fate } from './line.ts';
import { PICTURES } from './camera.ts';
import { builds } from './builds.ts';
import {
  laterKinds,
  phoneNames,
  type Act,
  type EventKind,
  type Interlude,
  type PhoneName,
  type PhoneParts,
  type Schedule,
  type SimEvent,
} from './schedule.ts';

const weights: Record<EventKind, number> = {
  act: 30,
  wake: 26,
  bothTabs: 3,
  kill: 2,
  pass: 4,
  skew: 2,
  late: 3,
  serverDies: 1,
  snapshot: 3,
  register: 4,
  restore: 2,
  endDrain: 1,
  revoke: 1,
  reenrol: 2,
  copyDisk: 1,
  diskBack: 1,
  clone: 1,
  destroy: 1,
  handIn: 3,
  room: 1,
  build: 2,
  serverBuild: 2,
};
const kinds = Object.keys(weights).filter((kind): kind is EventKind => Object.hasOwn(weights, kind));

/** What a run cannot do without. */
const always: readonly EventKind[] = ['act', 'wake'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Focus {
  /** Kinds of events every run has. */
  kinds?: readonly EventKind[];
  acts?: readonly Act['do'][];
  phones?: readonly PhoneName[];
  fates?: readonly Fate[];
  /** How often another hand comes in between. */
  interlude?: number;
  /** Events of a run on average, about. */
  length?: number;
}

interface Rates {
  weights: [EventKind, number][];
  acts: Act['do'][];
  fates: Fate[];
  misfortune: number;
  hasClones: boolean;
  crash: number;
  interlude: number;
  hasPhotos: boolean;
}

const half = <Item>(dice: Dice, items: readonly Item[]): Item[] => items.filter(() => dice.happens(0.5));

function ratesOf(dice: Dice, focus: Focus): Rates {
  const wanted = focus.kinds ?? [];
  const present = kinds.filter(
    (kind) => always.includes(kind) || wanted.includes(kind) || dice.happens(wanted.length === 0 ? 0.5 : 0.1),
  );
  const people: Act['do'][] = ['withdraw', 'comment', 'choose', 'record', 'move', 'score'];
  const withPhotos: Act['do'][] = dice.happens(0.4)
    ? ['photo', 'photo', ...half<Act['do']>(dice, ['unphoto', 'rephoto', 'look'])]
    : [];
  // A file nobody exported cannot be handed in.
  const withFiles: Act['do'][] = present.includes('handIn') ? ['export'] : [];
  return {
    weights: present.map((kind) => [kind, weights[kind] * (wanted.includes(kind) ? 3 : 1)]),
    acts: [
      ...new Set<Act['do']>(['edit', 'edit', 'submit', ...half(dice, people)]),
      ...withPhotos,
      ...withFiles,
      ...(focus.acts ?? []),
    ],
    fates: [...half(dice, fates), ...(focus.fates ?? [])],
    hasClones: present.includes('clone'),
    misfortune: dice.pick([0.1, 0.3, 0.5]),
    crash: dice.pick([0, 0.05, 0.15]),
    interlude: focus.interlude ?? dice.pick([0, 0.1, 0.25]),
    hasPhotos: withPhotos.length > 0 || (focus.acts ?? []).includes('photo'),
  };
}

const ofOfficer: readonly Act['do'][] = ['move', 'score', 'comment', 'record', 'look', 'export'];
const notOfFamily: readonly Act['do'][] = ['record', 'choose', 'photo', 'unphoto', 'rephoto'];

function drawAct(dice: Dice, phone: PhoneName, rates: Rates): Act {
  const fits = (act: Act['do']): boolean => {
    if (phone === 'Dung') return ofOfficer.includes(act);
    if (act === 'move' || act === 'score') return false;
    return phone !== 'Én' || !notOfFamily.includes(act);
  };
  const act = dice.pick(['comment', ...rates.acts.filter(fits), ...rates.acts.filter(fits)]);
  switch (act) {
    case 'edit':
      // Few values on purpose: now and then two people write the same.
      return { do: act, field: dice.below(2), value: dice.happens(0.08) ? null : dice.below(40) };
    case 'record':
      return { do: act, household: dice.below(3), hamlet: dice.below(2) };
    case 'move':
      return { do: act, target: dice.below(4), way: dice.below(6) };
    case 'score':
      return { do: act, target: dice.below(4), field: dice.below(2), points: dice.below(4) * 100 };
    case 'photo':
      // Some pictures twice, some on two phones.
      return { do: act, field: dice.below(2), picture: dice.below(PICTURES) };
    case 'unphoto':
    case 'rephoto':
    case 'look':
      return { do: act, target: dice.below(6) };
    default:
      return { do: act };
  }
}

function drawInterlude(dice: Dice, phone: PhoneName, rates: Rates, stretch: number): Interlude {
  if (rates.hasPhotos && dice.happens(0.25))
    return { piece: 1 + dice.below(2), act: drawAct(dice, phone, rates) };
  const step = 1 + dice.below(20 * stretch);
  return dice.happens(0.3)
    ? { step, tab: 'other', wake: true }
    : { step, tab: dice.pick(['same', 'other']), act: drawAct(dice, phone, rates) };
}

function drawPhoneParts(dice: Dice, phone: PhoneName, rates: Rates): PhoneParts {
  const luck: Fate[] = [];
  while (luck.length < 3 && dice.happens(rates.misfortune)) luck.push(dice.pick(['fine', ...rates.fates]));
  // The exchange comes first: what befalls a photo befalls a later request.
  if (rates.hasPhotos && luck.length > 0 && dice.happens(0.4))
    luck.unshift(...(['fine', 'fine', 'fine'] as const).slice(0, 1 + dice.below(3)));
  // A photo's way has more steps than a word's.
  const stretch = rates.hasPhotos ? 3 : 1;
  const step = 1 + dice.below(30 * stretch);
  return {
    ...(rates.hasClones && dice.happens(0.25) ? { onClone: true } : {}),
    ...(luck.length === 0 ? {} : { fates: luck }),
    ...(dice.happens(rates.crash) ? { crash: { step, side: dice.pick(['before', 'after']) } } : {}),
    ...(dice.happens(rates.interlude) ? { interlude: drawInterlude(dice, phone, rates, stretch) } : {}),
  };
}

function drawEvent(dice: Dice, t: EventKind, phones: PhoneName[], rates: Rates): SimEvent {
  const phone = dice.pick(['An', ...phones]);
  const parts = (): PhoneParts => drawPhoneParts(dice, phone, rates);
  switch (t) {
    case 'act':
      return {
        t,
        phone,
        act: drawAct(dice, phone, rates),
        ...parts(),
        online: dice.happens(0.25),
        ...(dice.happens(0.1) ? { stale: true } : {}),
      };
    case 'wake':
      return {
        t,
        phone,
        by: dice.pick(['hand', 'hand', 'timer', 'online', 'visible']),
        ...parts(),
        online: true,
      };
    case 'bothTabs':
    case 'reenrol':
      return { t, phone, ...parts(), online: true };
    case 'handIn':
      return {
        t,
        phone,
        file: dice.below(4),
        ...(dice.happens(0.2) ? { changed: dice.pick(['byte', 'words']) } : {}),
        ...parts(),
        online: true,
      };
    case 'room':
      return { t, phone, full: dice.happens(0.6) };
    case 'build':
      return { t, phone, build: dice.below(builds.length) };
    case 'serverBuild':
      return { t, lacks: dice.happens(0.4) ? null : dice.pick(laterKinds) };
    case 'skew':
      return { t, phone, ms: (dice.below(3) - 1) * dice.pick([5 * 60_000, DAY, 400 * DAY]) };
    case 'pass':
      return { t, ms: dice.pick([60_000, HOUR, 3 * DAY, 8 * DAY]) };
    case 'register':
      return { t, fit: dice.happens(0.8) };
    case 'restore':
      return { t, which: dice.below(4), ...(dice.happens(0.3) ? { kept: true } : {}) };
    case 'late':
    case 'serverDies':
    case 'snapshot':
    case 'endDrain':
      return { t };
    default:
      return { t, phone };
  }
}

const EVENTS_MAX = 140;

/** The run of this seed. `focus` leans towards what a planted bug needs. */
export function scheduleOf(seed: number, focus: Focus = {}): Schedule {
  const dice = createDice(seed);
  const rates = ratesOf(dice, focus);
  const others = phoneNames.filter(
    (name) =>
      name !== 'An' &&
      ((focus.phones ?? []).includes(name) || dice.happens(focus.phones === undefined ? 0.55 : 0.15)),
  );
  const phones: PhoneName[] = ['An', ...others];
  // Mostly short: a story of thirty events finds most, a long one now and then finds the rest.
  const length = Math.min(
    EVENTS_MAX,
    6 + Math.floor(((focus.length ?? 27) - 6) * -Math.log(1 - dice.roll())),
  );
  const total = rates.weights.reduce((sum, [, weight]) => sum + weight, 0);
  const kindAt = (at: number): EventKind => {
    let rest = at;
    for (const [kind, weight] of rates.weights) if ((rest -= weight) < 0) return kind;
    return 'wake';
  };
  const events = Array.from({ length }, () => drawEvent(dice, kindAt(dice.roll() * total), phones, rates));
  const staysOld = dice.happens(0.3) ? { staysOld: true } : {};
  return { seed, phones, events, rescans: dice.happens(0.7), ...staysOld };
}
