/** The default criteria sets, from the JSON beside this file. They are a first version for the commune to change. */
import { sectors, subjectKinds } from '../criteria-set.ts';
import type { CriteriaSet, Criterion, Grade, SharedQuestion } from '../criteria.ts';
import { loadCriterion, loadScreen } from './load-criterion.ts';
import { oneOf } from './narrow.ts';
import type { SourceSet, SourceSharedQuestion, SourceUnitCore, SourceUnitSector } from './source.ts';

/** `domain.md` §2.0: above 35 points of "không áp dụng" the council decides. */
const NA_CAP_POINTS = 3500;

/** `domain.md` §2.0, highest first. */
const grades = (): Grade[] => [
  { id: 'xuatSac', name: 'Xuất sắc', min: 9000 },
  { id: 'tot', name: 'Tốt', min: 8000 },
  { id: 'kha', name: 'Khá', min: 6500 },
  { id: 'dat', name: 'Đạt', min: 5000 },
  { id: 'canCoGang', name: 'Cần cố gắng', min: 0 },
];

const loadSharedQuestion = (source: SourceSharedQuestion): SharedQuestion => ({
  id: source.id,
  source: oneOf(['answer', 'hamlet.households', 'hamlet.people14plus'], source.source),
  min: source.min,
  max: source.max,
  screen: loadScreen(source.screen),
});

/** Criteria in order, each shared question right before the first criterion that needs it. */
const orderOf = (criteria: readonly Criterion[]): string[] => [
  ...new Set(criteria.flatMap(({ id, sharedQuestion }) => (sharedQuestion ? [sharedQuestion, id] : [id]))),
];

/** One default set, points in integer hundredths from here on. Throws where our own data are wrong. */
export const loadCriteriaSet = (source: SourceSet): CriteriaSet => {
  const groups = source.groups.map(({ code, name, items }) => ({
    code,
    name,
    criteria: items.map(loadCriterion),
  }));
  const criteria = groups.flatMap((group) => group.criteria);
  const isUsed = ({ id }: SourceSharedQuestion): boolean =>
    criteria.some(({ sharedQuestion }) => sharedQuestion === id);
  return {
    id: source.id,
    version: source.version,
    name: source.name,
    subjectKind: oneOf(subjectKinds, source.subjectKind),
    ...(source.sector !== undefined && { sector: oneOf(sectors, source.sector) }),
    groups,
    sharedQuestions: source.sharedQuestions.filter(isUsed).map(loadSharedQuestion),
    consistency: (source.consistency ?? []).map(({ item, rule, of, severity, message }) => ({
      item,
      rule: oneOf(['numeratorLteNumerator'], rule),
      of,
      severity: oneOf(['warn'], severity),
      message,
    })),
    screenOrder: source.screenOrder ?? orderOf(criteria),
    naCapPoints: NA_CAP_POINTS,
    grades: grades(),
  };
};

/** A unit's set: the core every unit answers, then its sector's own groups (none for other organisations, `KH`). */
export const composeUnitSet = (core: SourceUnitCore, sector: SourceUnitSector): CriteriaSet =>
  loadCriteriaSet({
    ...core,
    ...sector,
    groups: [...core.groups, ...sector.groups],
    sharedQuestions: [...core.sharedQuestions, ...sector.sharedQuestions],
  });
