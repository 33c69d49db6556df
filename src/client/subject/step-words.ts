/** A next step in words: its name, what exactly it takes, what it earns, and where one does it. */
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import type { Need, NextStep } from '#domain/next-steps.ts';
import { formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import { fill } from '#client/messages/fill.ts';
import { stepWords } from '#client/messages/next-steps.ts';
import { HOUSEHOLDS_PATH } from './households-path.ts';

export const stepTitle = ({ code, shortText }: Criterion, { answered }: NextStep): string =>
  fill(answered ? stepWords.raise : stepWords.fill, { code, text: shortText });

export const stepGain = ({ exact, gain }: NextStep): string =>
  fill(exact ? stepWords.gain : stepWords.gainAtMost, { points: formatPoints(gain) });

const yesLabel = ({ screen }: Criterion): string =>
  screen.options.find((option) => option.kind === 'yesno' && option.value)?.label ?? 'Có';

const moreWords = (need: Extract<Need, { kind: 'more' }>, answered: boolean): string => {
  const { more, total, of, unit } = need;
  const figures = { more: formatNumber(more), total: formatNumber(total) };
  if (of === null) return fill(answered ? stepWords.count : stepWords.countFirst, { ...figures, unit });
  const words = answered ? stepWords.ratio : stepWords.ratioFirst;
  return fill(words, { ...figures, of: formatNumber(of), unit: unit === '' ? '' : ` ${unit}` });
};

/** One sentence for what has to be true. */
export const stepNeed = (criterion: Criterion, { need, answered }: NextStep): string => {
  switch (need.kind) {
    case 'yes':
      return fill(stepWords.yes, { label: yesLabel(criterion) });
    case 'level':
      return fill(stepWords.level, { label: need.label });
    case 'more':
      return moreWords(need, answered);
    case 'forms':
      return fill(stepWords.forms, {
        more: formatNumber(need.more),
        total: formatNumber(need.total),
        of: formatNumber(need.of),
      });
    case 'figures':
      return fill(stepWords.figures, { n: formatNumber(need.n), d: formatNumber(need.d) });
    case 'logged':
      return fill(stepWords.logged, { count: formatNumber(need.count), unit: need.unit });
    case 'begin':
      return need.with === criterion.id ? stepWords.begin : stepWords.beginShared;
  }
};

/** `form`: path of the sheet. More household forms are gathered in the list of households. */
export const stepPath = (set: CriteriaSet, { need, focus }: NextStep, form: string): string =>
  need.kind === 'forms' ? HOUSEHOLDS_PATH : `${form}${writePlace(placeOf(set, focus))}`;

export const stepButton = ({ need, answered }: NextStep): string => {
  if (need.kind === 'forms') return stepWords.openForms;
  return answered ? stepWords.openAnswered : stepWords.open;
};
