/** One criterion by itself: texts, points, levels, steps, and what is tapped on the phone. */
import { criterionIdSchema, levelIdSchema } from '../answers.ts';
import type { DraftCriterion } from './draft.ts';
import type { CriterionField, Fault, FaultCode } from './faults.ts';
import { controlsOf } from './options.ts';

/** Of a label (`criteria.ts`). */
const LABEL_MAX = 600;
const CODE_MAX = 20;

type Report = (
  field: CriterionField,
  code: FaultCode,
  more?: Pick<Fault, 'values'> & { row?: number },
) => void;

function checkTexts(criterion: DraftCriterion, report: Report): void {
  const { type } = criterion;
  const needed: [CriterionField, string | undefined][] = [
    ['code', criterion.code],
    ['text', criterion.text],
    ['shortText', criterion.shortText],
    ['rule', criterion.rule],
    ['planClause', criterion.planClause],
    ['evidence', criterion.evidence],
    ['question', criterion.screen.question],
    ...(type === 'ratio'
      ? ([
          ['numerator', criterion.numerator],
          ['denominator', criterion.denominator],
        ] satisfies [CriterionField, string | undefined][])
      : []),
    ...(type === 'count'
      ? ([['unit', criterion.unit]] satisfies [CriterionField, string | undefined][])
      : []),
    ...(criterion.notApplicable === undefined
      ? []
      : ([['notApplicable', criterion.notApplicable]] satisfies [CriterionField, string][])),
  ];
  for (const [field, text = ''] of needed) {
    const max = field === 'code' ? CODE_MAX : LABEL_MAX;
    if (text.trim() === '') report(field, 'empty');
    else if (text.length > max) report(field, 'tooLong', { values: { max } });
  }
  if (criterion.pillar === null) report('pillar', 'empty');
  if (criterion.evidenceKinds.length === 0) report('evidenceKinds', 'empty');
  if (criterion.effort === null || criterion.effort < 1 || criterion.effort > 3) report('effort', 'empty');
  if (criterion.screen.help.length > LABEL_MAX) report('question', 'tooLong', { values: { max: LABEL_MAX } });
  if (!criterionIdSchema.safeParse(criterion.id).success)
    report('id', 'badId', { values: { id: criterion.id } });
}

function checkLevels({ levels = [], maxPoints }: DraftCriterion, report: Report): void {
  if (levels.length < 2) report('levels', 'tooFewLevels');
  let highest = 0;
  for (const [row, { id, label, points }] of levels.entries()) {
    if (label.trim() === '') report('levels', 'empty', { row });
    if (label.length > LABEL_MAX) report('levels', 'tooLong', { row, values: { max: LABEL_MAX } });
    if (!levelIdSchema.safeParse(id).success) report('levels', 'badId', { row, values: { id } });
    if (points === null) report('levels', 'empty', { row });
    else if (points < 0 || (maxPoints !== null && points > maxPoints))
      report('levels', 'levelAboveMax', { row, values: { max: maxPoints ?? 0, points } });
    else if (row > 0 && points <= (levels[row - 1]?.points ?? -1))
      report('levels', 'levelsNotRising', { row });
    highest = Math.max(highest, points ?? 0);
  }
  if (levels.length > 0 && maxPoints !== null && highest < maxPoints)
    report('levels', 'highestNotMax', { row: levels.length - 1, values: { highest, max: maxPoints } });
}

function checkSteps({ steps = [], maxPoints }: DraftCriterion, report: Report): void {
  if (steps.length === 0) report('steps', 'noSteps');
  for (const [row, { min, points }] of steps.entries()) {
    const before = steps[row - 1];
    if (min === null || points === null) report('steps', 'empty', { row });
    else if (min < 1 || points < 0) report('steps', 'outOfRange', { row });
    else if (maxPoints !== null && points > maxPoints)
      report('steps', 'stepAboveMax', { row, values: { max: maxPoints, points } });
    else if (before !== undefined && (min <= (before.min ?? 0) || points <= (before.points ?? 0)))
      report('steps', 'stepsNotRising', { row, values: { min, before: before.min ?? 0 } });
  }
  const highest = Math.max(0, ...steps.map(({ points }) => points ?? 0));
  if (steps.length > 0 && maxPoints !== null && highest < maxPoints)
    report('steps', 'highestNotMax', { row: steps.length - 1, values: { highest, max: maxPoints } });
}

function checkScreen(criterion: DraftCriterion, report: Report): void {
  const { type, levels = [], notApplicable, screen, steps = [] } = criterion;
  const { control, options } = screen;
  const allowed: readonly string[] = controlsOf[type];
  if (!allowed.includes(control)) report('options', 'wrongControl');
  for (const [row, { label }] of options.entries()) {
    if (label.trim() === '') report('options', 'empty', { row });
    else if (label.length > LABEL_MAX) report('options', 'tooLong', { row, values: { max: LABEL_MAX } });
  }
  const ofKind = (kind: string): number => options.filter((option) => option.kind === kind).length;
  if (type === 'yesno')
    for (const value of [true, false])
      if (options.filter((option) => option.kind === 'yesno' && option.value === value).length !== 1)
        report('options', 'missingOption', { values: { name: value ? 'yes' : 'no' } });
  if (type === 'level' || type === 'text') {
    for (const { id, label } of levels)
      if (options.filter((option) => option.kind === 'level' && option.level === id).length !== 1)
        report('options', 'missingOption', { values: { name: label } });
    for (const [row, option] of options.entries())
      if (option.kind === 'level' && !levels.some(({ id }) => id === option.level))
        report('options', 'unknownOption', { row });
  }
  if (control === 'checklist') {
    const ticks = ofKind('tick');
    if (ticks === 0) report('options', 'noTicks');
    const most = Math.max(0, ...steps.map(({ min }) => min ?? 0));
    if (ticks > 0 && ticks < most) report('options', 'tickedTooFew', { values: { ticks, most } });
    if (ofKind('none') !== 1) report('options', 'missingOption', { values: { name: 'none' } });
  }
  if (ofKind('na') !== (notApplicable === undefined ? 0 : 1))
    report('options', notApplicable === undefined ? 'unknownOption' : 'missingOption', {
      values: { name: 'na' },
    });
}

/** Faults of one criterion that can be seen without any other. */
export function checkCriterion(criterion: DraftCriterion): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (field, code, { row, values } = {}) => {
    faults.push({
      code,
      place: { kind: 'criterion', id: criterion.id, field, ...(row !== undefined && { row }) },
      ...(values !== undefined && { values }),
    });
  };
  checkTexts(criterion, report);
  const { maxPoints, type, targetPercent } = criterion;
  if (maxPoints === null) report('maxPoints', 'empty');
  else if (maxPoints <= 0) report('maxPoints', 'notPositive');
  else if (maxPoints > 10_000) report('maxPoints', 'outOfRange');
  if (type === 'level' || type === 'text') checkLevels(criterion, report);
  if (type === 'count') checkSteps(criterion, report);
  if (type === 'ratio') {
    if (targetPercent === null || targetPercent === undefined) report('targetPercent', 'empty');
    else if (targetPercent < 1 || targetPercent > 100) report('targetPercent', 'outOfRange');
  }
  checkScreen(criterion, report);
  return faults;
}
