/**
 * A hamlet's own sheet that knows its families' forms, as a head's does: its figures are what the forms say or what those
 * still missing may well add. Two of the sheets that come claim one figure higher than any missing answer could make it.
 */
import type { Answer, Answers } from '#domain/answers.ts';
import { bounds as boundsOf, type ClaimBounds } from '#domain/bounds.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { denominators, numeratorsAt, type Claim } from '#domain/judge-claim.ts';
import { rollup } from '#domain/rollup.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import type { Hamlet } from '#protocol/entities.ts';
import type { AssessmentSubmitArgs, Change } from '#protocol/operation.ts';
import type { Transaction } from '../store/store.ts';
import { act, type DemoActor } from './demo-actor.ts';
import { demoAnswers } from './demo-answers.ts';
import { assessmentOf, sendSheet, setOf, type Scene } from './demo-scene.ts';
import { createDice, type Dice } from './dice.ts';

/** Which of the sheets that come, counted from none: a year's sheets with two boasts in them, not full of them. */
const BOASTING_SHEETS: readonly number[] = [2, 6];

interface Sets {
  hamlet: CriteriaSet;
  household: CriteriaSet;
}
interface Families {
  forms: readonly Answers[];
  record: { households: number; people14plus: number };
}

const answerOf = (criterion: Criterion, { n, d }: Claim): Answer =>
  criterion.type === 'ratio' && criterion.sharedQuestion === undefined ? { n, d } : { n };

/** The denominator that completions have, nearest to this one; null where none has any. */
function nearest(found: ClaimBounds, d: number): number | null {
  const { min, max } = denominators(found);
  const possible: number[] = [];
  for (let each = Math.max(1, min); each <= max; each++) if (numeratorsAt(found, each)) possible.push(each);
  return possible.sort((a, b) => Math.abs(a - d) - Math.abs(b - d))[0] ?? null;
}

/** A figure that the forms bear out: from what they say up to half of what the missing ones may add. */
function plausible(found: ClaimBounds, { n, d }: Claim, dice: Dice): Claim | null {
  const most = nearest(found, d);
  const room = most === null ? null : numeratorsAt(found, most);
  if (most === null || room === null) return null;
  if (most === d && n >= room.min && n <= room.max) return { n, d };
  return { n: room.min + dice.roll(Math.floor((room.max - room.min) / 2) + 1), d: most };
}

/** `answers` with the figures that families' forms stand behind put in their place. */
function knowingItsFamilies(
  answers: Answers,
  sets: Sets,
  { families, dice, boasts }: { families: Families; dice: Dice; boasts: boolean },
): Answers {
  const { forms, record } = families;
  const suggestions = rollup(sets.hamlet, sets.household, forms, record);
  const records = sets.hamlet.sharedQuestions.map(({ id, source, min, max }) => {
    const recorded = source === 'hamlet.people14plus' ? record.people14plus : record.households;
    return [id, Math.min(max, Math.max(min, recorded))];
  });
  const known: Answers = { ...answers, ...Object.fromEntries(records) };
  const found = boundsOf(sets.hamlet, sets.household, forms, record);
  const boastable: { criterion: Criterion; d: number }[] = [];
  for (const criterion of criteriaOf(sets.hamlet)) {
    const allowed = found[criterion.id];
    if (allowed === undefined || criterion.type !== 'ratio') continue;
    const suggestion = suggestions[criterion.id];
    if (suggestion?.propose === 'figures') {
      const missing = Math.max(0, suggestion.coverage.households - suggestion.coverage.forms);
      const n = Math.min(suggestion.d, suggestion.n + dice.roll(Math.floor(missing / 2) + 1));
      known[criterion.id] = answerOf(criterion, { n, d: suggestion.d });
    }
    const { why } = scoreCriterion(criterion, known);
    const claim = why.kind === 'ratio' ? plausible(allowed, why, dice) : null;
    if (claim === null) continue;
    known[criterion.id] = answerOf(criterion, claim);
    if ((numeratorsAt(allowed, claim.d)?.max ?? claim.d) < claim.d) boastable.push({ criterion, d: claim.d });
  }
  const boast = boasts ? boastable[dice.roll(Math.max(1, boastable.length))] : undefined;
  if (boast) known[boast.criterion.id] = answerOf(boast.criterion, { n: boast.d, d: boast.d });
  return known;
}

export interface SheetPlan {
  state: 'none' | 'draft' | 'sent';
  answers: Answers;
}

/** What the hamlet itself has done of its own sheet. */
export function planSheet(
  { dice, campaign, facts, sheets }: Scene,
  { hamlet, forms }: { hamlet: Hamlet; forms: readonly Answers[] },
): SheetPlan {
  const record = { households: hamlet.households ?? 50, people14plus: hamlet.people14plus ?? 150 };
  const portrait = { keenness: 35 + dice.roll(60), size: record.households };
  const sets = {
    hamlet: setOf(facts, campaign.criteriaSets.hamlet),
    household: setOf(facts, campaign.criteriaSets.household),
  };
  const answers = demoAnswers(sets.hamlet, portrait, dice);
  const state = dice.roll(10);
  return {
    state: state < 2 ? 'none' : state < 5 ? 'draft' : 'sent',
    answers: knowingItsFamilies(answers, sets, {
      families: { forms, record },
      // Of its own, so that the rest of the commune stays as it was for a seed.
      dice: createDice(hamlet.order),
      boasts: state >= 5 && BOASTING_SHEETS.includes(sheets.length),
    }),
  };
}

interface Sheet {
  hamlet: Hamlet;
  headName: string;
  plan: SheetPlan;
  photos: AssessmentSubmitArgs['photos'];
}

export async function writeSheet(
  scene: Scene,
  transaction: Transaction,
  head: DemoActor,
  { hamlet, headName, plan, photos }: Sheet,
): Promise<void> {
  const { deps, dice, campaign, counts } = scene;
  const { state, answers } = plan;
  const ref = campaign.criteriaSets.hamlet;
  if (state === 'none') return;
  if (state === 'draft') {
    const changes = Object.entries(answers)
      .filter(() => dice.happens(60))
      .map(([criterionId, value]): [string, Change] => [criterionId, { value, bases: [] }]);
    if (changes.length === 0) return;
    await act(deps, transaction, head, {
      kind: 'answers.save',
      args: { assessmentId: assessmentOf(scene, hamlet.id), changes: Object.fromEntries(changes) },
    });
    counts.drafts += 1;
    return;
  }
  const sheet = { subjectId: hamlet.id, ref, answers, by: headName, photos };
  const id = await sendSheet(scene, transaction, head, sheet);
  scene.sheets.push({ subjectId: hamlet.id, submission: id, ref, answers });
  counts.submissions += 1;
}
