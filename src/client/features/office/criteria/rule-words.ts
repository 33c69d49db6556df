/** How points are given, in the words people read; written by the machine until somebody writes better ones. */
import type { DraftCriterion } from '#domain/criteria-edit/draft.ts';
import { withOptions } from '#domain/criteria-edit/options.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';

const { rules } = criteriaWords;
const points = (value: number | null): string => (value === null ? '…' : formatNumber(value / 100));

export function ruleWords(criterion: DraftCriterion): string {
  const max = points(criterion.maxPoints);
  switch (criterion.type) {
    case 'yesno':
      return fill(rules.yesno, { max });
    case 'level':
    case 'text':
      return (criterion.levels ?? [])
        .map((level) => fill(rules.part, { label: level.label, points: points(level.points) }))
        .join('; ');
    case 'count':
      return [
        ...(criterion.steps ?? []).map((step) =>
          fill(rules.step, { min: step.min ?? '…', unit: criterion.unit ?? '', points: points(step.points) }),
        ),
        rules.none,
      ].join('; ');
    case 'ratio':
      return fill(rules.ratio, { target: criterion.targetPercent ?? '…', max });
  }
}

/** After an edit: options follow the levels, and what the machine wrote of the rule follows the points. */
export function settled(next: DraftCriterion, before: DraftCriterion): DraftCriterion {
  const shaped = withOptions(next, before, criteriaWords.optionWords);
  const ours = ruleWords(before);
  if (next.rule !== before.rule || (before.rule !== '' && !before.rule.endsWith(ours))) return shaped;
  // Who confirms a text stands before the points, and stays.
  const head = before.rule === '' ? '' : before.rule.slice(0, before.rule.length - ours.length);
  return { ...shaped, rule: `${head}${ruleWords(shaped)}` };
}
