/**
 * Whether an award may be written so: its course grows by at most one allowed step, what was rested on does not change,
 * and what the step rests on is there (`domain.md` §3.3). One function for the screen and the commune.
 */
import { doubleOf } from './double.ts';
import type { AwardMistake } from './mistakes.ts';
import { stepMistake, type AwardContext } from './step-conditions.ts';
import type { AwardFacts, StepDone } from './types.ts';
import {
  awardSteps,
  movesFrom,
  pathOf,
  startsOf,
  stateOf,
  type AwardState,
  type AwardStep,
  type Move,
} from './workflow.ts';

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  const said = left.filter(([, value]) => value !== undefined);
  const saidThere = [...right.values()].filter((value) => value !== undefined).length;
  return said.length === saidThere && said.every(([key, value]) => same(value, right.get(key)));
};

/** Who did a step is the server's to say: it does not tell two courses apart. */
const isSameStep = ({ by: _a, ...a }: StepDone, { by: _b, ...b }: StepDone): boolean => same(a, b);

/** From which step on a part of an award is what others have voted, signed or read. */
const frozenFrom: readonly [keyof AwardFacts, AwardStep][] = [
  ['ground', 'proposed'],
  ['achievement', 'proposed'],
  ['villageVote', 'villageVote'],
  ['noticeId', 'publicNotice'],
  ['meetingId', 'councilMeeting'],
  ['letterId', 'proposed'],
  ['decisionId', 'decided'],
  ['delivery', 'delivered'],
];

const stepOf = (state: AwardState): number => awardSteps.findIndex((step) => step === state);

/** What stood when the step was made; an end off the path keeps what there was. */
const reached = ({ course }: AwardFacts): number => {
  const state = course.at(-1)?.to;
  if (state === undefined || state === 'returned') return -1;
  const onPath = course.map(({ to }) => stepOf(to)).filter((at) => at >= 0);
  return onPath.at(-1) ?? -1;
};

function frozenMistake(before: AwardFacts, after: AwardFacts): AwardMistake | null {
  if (before.campaignId !== after.campaignId) return { kind: 'frozen', field: 'campaignId' };
  if (before.track !== after.track) return { kind: 'frozen', field: 'track' };
  if (before.recipient.kind !== after.recipient.kind) return { kind: 'frozen', field: 'recipient' };
  const at = reached(before);
  if (at >= stepOf('proposed') && !same(before.recipient, after.recipient))
    return { kind: 'frozen', field: 'recipient' };
  const changed = frozenFrom.find(
    ([field, step]) => at >= stepOf(step) && !same(before[field], after[field]),
  );
  return changed === undefined ? null : { kind: 'frozen', field: changed[0] };
}

/** Household awards name households, collectives hamlets or units; a ranking names its subject. */
function recipientMistake({ recipient, ground, track }: AwardFacts): AwardMistake | null {
  const { kind, subjectKind, subjectId } = recipient;
  const isPair = (subjectKind === undefined) === (subjectId === undefined);
  const fits =
    subjectKind === undefined ||
    (kind === 'household') === (subjectKind === 'household') ||
    (kind === 'individual' && subjectKind === 'household');
  const isNamed = ground.kind === 'nomination' || (subjectId !== undefined && track === 'movement');
  return isPair && fits && isNamed ? null : { kind: 'recipientUnclear' };
}

/** The one step `after` adds; null = none; a mistake when its past differs. */
function addedStep(before: AwardFacts | null, after: AwardFacts): StepDone | AwardMistake | null {
  const past = before?.course ?? [];
  const isKept = past.every((step, at) => {
    const kept = after.course[at];
    return kept !== undefined && isSameStep(step, kept);
  });
  if (!isKept || after.course.length > past.length + 1) return { kind: 'courseRewritten' };
  return after.course[past.length] ?? null;
}

const startMoves = ({ ground, track }: AwardFacts): Move[] =>
  startsOf(ground.kind, track).map((to) => ({ to, skipped: [], needsReason: false }));

function moveMistake(before: AwardFacts | null, after: AwardFacts, step: StepDone): AwardMistake | null {
  const moves = before === null ? startMoves(after) : movesFrom(before);
  const move = moves.find(({ to }) => to === step.to);
  if (move === undefined) return { kind: 'notAllowed' };
  if (!same(step.skipped ?? [], move.skipped)) return { kind: 'skipDiffers', skipped: move.skipped };
  const isSaid = step.reason !== undefined && step.reason.trim() !== '';
  return move.needsReason && !isSaid ? { kind: 'reasonMissing' } : null;
}

/** Up to the decision an award is held against all others; what is given already is revoked, not refused. */
const isHeldAgainst = ({ track, recipient }: AwardFacts, to: AwardState): boolean =>
  pathOf({ track, kind: recipient.kind }).some((step) => step === to) && stepOf(to) <= stepOf('decided');

const compared = ['recipient', 'achievement', 'track', 'campaignId'] as const;

function doubleMistake(
  before: AwardFacts | null,
  after: AwardFacts,
  step: StepDone | null,
  { others }: AwardContext,
): AwardMistake | null {
  const double = doubleOf(after, others);
  if (double === null) return null;
  if (step !== null) return isHeldAgainst(after, step.to) ? { kind: 'double', double } : null;
  // That an authority above honoured it is written down at any time; it is the next step that it stops.
  if (double.kind === 'above') return null;
  return compared.every((field) => same(before?.[field], after[field])) ? null : { kind: 'double', double };
}

/** `before`: as the commune has it, null = new. Null: nothing is wrong with it. */
export function checkMove(
  before: AwardFacts | null,
  after: AwardFacts,
  context: AwardContext,
): AwardMistake | null {
  const added = addedStep(before, after);
  if (added !== null && 'kind' in added) return added;
  if (before === null && added === null) return { kind: 'notAllowed' };
  const mistake =
    recipientMistake(after) ??
    (before === null ? null : frozenMistake(before, after)) ??
    (added === null ? null : moveMistake(before, after, added)) ??
    doubleMistake(before, after, added, context);
  if (mistake !== null || added === null) return mistake;
  return stepMistake(after, stateOf(after), context);
}
