/** The benchmark's form as a criteria set of ours, in the shape of the default data. */
import type { CriteriaSet, SubjectKind } from '#domain/criteria.ts';
import { loadCriteriaSet } from '#domain/defaults/load.ts';
import type { SourceCriterion, SourceScreen, SourceSet } from '#domain/defaults/source.ts';
import { GROUP_SIZE, LEVELS, questionsOf, YES_NO, type Question } from './questions.ts';

const levelId = (question: Question, at: number): string => `${question.id}-${at}`;
const levelsOf = (question: Question) =>
  LEVELS.map((label, at) => ({ id: levelId(question, at), label, points: at }));

function screenOf(question: Question): SourceScreen {
  const { text, help } = question;
  const screen = { question: text, help };
  const levels = LEVELS.map((label, at) => ({ value: at, level: levelId(question, at), label }));
  switch (question.kind) {
    case 'yesNo':
      return {
        ...screen,
        control: 'yesno',
        options: YES_NO.map((label, at) => ({ value: at === 0, label })),
      };
    case 'level':
      return { ...screen, control: 'choice', options: levels };
    case 'text':
      return { ...screen, control: 'choiceText', options: levels };
    case 'count':
      return { ...screen, control: 'stepper', options: [] };
    case 'ratio':
      return { ...screen, control: 'ratio', options: [] };
  }
}

const TYPES = { yesNo: 'yesno', level: 'level', text: 'text', count: 'count', ratio: 'ratio' } as const;

const criterionOf = (question: Question, index: number): SourceCriterion => ({
  id: question.id,
  code: String(index + 1),
  text: `Mục ${index + 1}`,
  shortText: `Mục ${index + 1}`,
  type: TYPES[question.kind],
  max: 3,
  rule: 'Theo mức',
  pillar: 'nenTang',
  sectorTags: [],
  seed: 'II.3',
  evidence: 'Không',
  evidenceKinds: ['none'],
  effort: 1,
  help: '',
  screen: screenOf(question),
  ...((question.kind === 'level' || question.kind === 'text') && { levels: levelsOf(question) }),
  ...(question.kind === 'count' && { unit: 'buổi', steps: [1, 2, 3].map((min) => ({ min, points: min })) }),
  ...(question.kind === 'ratio' && {
    numerator: question.numerator,
    denominator: question.denominator,
    target: 90,
  }),
});

/** As the files of the default data have it, so that a build can bundle it in the place of one of them. */
export function sourceSetOf(subjectKind: SubjectKind, count: number): SourceSet {
  const criteria = questionsOf(count).map(criterionOf);
  const groups = Array.from({ length: Math.ceil(count / GROUP_SIZE) }, (_, at) => ({
    code: `G${at + 1}`,
    name: `Nhóm ${at + 1}`,
    items: criteria.slice(at * GROUP_SIZE, (at + 1) * GROUP_SIZE),
  }));
  const id = `bench-${subjectKind}`;
  return { id, version: 1, name: 'Phiếu đo', subjectKind, groups, sharedQuestions: [] };
}

export const criteriaSetOf = (subjectKind: SubjectKind, count: number): CriteriaSet =>
  loadCriteriaSet(sourceSetOf(subjectKind, count));
