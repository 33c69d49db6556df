/** One criterion, screen and roll-up of the default data, from its source shape to ours. */
import { controls, evidenceKinds, pillars } from '../criteria-set.ts';
import type { Criterion, Rollup, ScreenOption } from '../criteria.ts';
import { hundredths, oneOf, required } from './narrow.ts';
import type { SourceCriterion, SourceRollup, SourceScreen } from './source.ts';

const loadOption = (option: SourceScreen['options'][number]): ScreenOption => {
  const { value, level, id, label } = option;
  if (value === 'NA') return { kind: 'na', label };
  if (level !== undefined) return { kind: 'level', level, label };
  if (id !== undefined) return { kind: 'tick', id, label };
  if (typeof value === 'boolean') return { kind: 'yesno', value, label };
  if (value === 0) return { kind: 'none', label };
  throw new Error(`not an option: ${label}`);
};

export const loadScreen = (screen: SourceScreen): Criterion['screen'] => ({
  question: screen.question,
  help: screen.help,
  control: oneOf(controls, screen.control),
  options: screen.options.map(loadOption),
});

const loadNumerator = ({ op, item, eq, gte, levelIndexGte }: SourceRollup['num']): Rollup['num'] => {
  if (op === 'countForms') return { op };
  const of = required(item, `item of ${op}`);
  if (op === 'sumNumerator') return { op, item: of };
  return {
    op: oneOf(['countWhere'], op),
    item: of,
    ...(eq !== undefined && { eq }),
    ...(gte !== undefined && { gte }),
    ...(levelIndexGte !== undefined && { levelIndexGte }),
  };
};

const loadRollup = ({ num, den, official }: SourceRollup): Rollup => ({
  num: loadNumerator(num),
  den:
    typeof den === 'string'
      ? oneOf(['hamlet.households'], den)
      : { op: oneOf(['householdsMinusNA', 'countAnsweredNotNA', 'sumDenominator'], den.op), item: den.item },
  ...(official !== undefined && { official: oneOf(['hamlet.people14plus'], official) }),
});

const loadCommon = (source: SourceCriterion) => ({
  id: source.id,
  code: source.code,
  text: source.text,
  shortText: source.shortText,
  maxPoints: hundredths(source.max),
  rule: source.rule,
  pillar: oneOf(pillars, source.pillar),
  sectorTags: source.sectorTags,
  planClause: source.seed,
  evidence: source.evidence,
  evidenceKinds: source.evidenceKinds.map((kind) => oneOf(evidenceKinds, kind)),
  effort: source.effort,
  help: source.help,
  screen: loadScreen(source.screen),
  ...(source.guide !== undefined && { guide: source.guide }),
  ...(source.note !== undefined && { note: source.note }),
  ...(source.naReason !== undefined && { notApplicable: source.naReason }),
  ...(source.sharedQuestion !== undefined && { sharedQuestion: source.sharedQuestion }),
  ...(source.auto !== undefined && {
    auto: oneOf(['value', 'numerator', 'numerator+denominator'], source.auto),
  }),
  ...(source.rollup !== undefined && { rollup: loadRollup(source.rollup) }),
});

/** Points become hundredths here, once. Throws where our own data are wrong. */
export const loadCriterion = (source: SourceCriterion): Criterion => {
  const common = loadCommon(source);
  const type = oneOf(['yesno', 'level', 'text', 'ratio', 'count'], source.type);
  switch (type) {
    case 'yesno':
      return { ...common, type };
    case 'level':
    case 'text': {
      const levels = required(source.levels, `levels of ${source.id}`);
      return {
        ...common,
        type,
        levels: levels.map(({ id, label, points }) => ({ id, label, points: hundredths(points) })),
      };
    }
    case 'ratio':
      return {
        ...common,
        type,
        numerator: required(source.numerator, `numerator of ${source.id}`),
        denominator: required(source.denominator, `denominator of ${source.id}`),
        targetPercent: required(source.target, `target of ${source.id}`),
      };
    case 'count': {
      const steps = required(source.steps, `steps of ${source.id}`);
      return {
        ...common,
        type,
        unit: required(source.unit, `unit of ${source.id}`),
        steps: steps.map(({ min, points }) => ({ min, points: hundredths(points) })),
      };
    }
  }
};
