/**
 * The closed word lists of a criteria set, and how to walk one, without zod: the phone's first page loads these and
 * must stay light. `criteria.ts` builds the schemas from them.
 */
export const subjectKinds = ['household', 'hamlet', 'unit'] as const;

/** The four pillars (trụ cột): foundations, digital government, economy, society. */
export const pillars = ['nenTang', 'chinhQuyenSo', 'kinhTeSo', 'xaHoiSo'] as const;

export const evidenceKinds = [
  'photo',
  'document',
  'link',
  'list',
  'confirm',
  'statement',
  'auto',
  'none',
] as const;

export const controls = ['yesno', 'choice', 'choiceText', 'stepper', 'checklist', 'ratio', 'auto'] as const;

export const sectors = ['CQ', 'DT', 'TH', 'YT', 'DN', 'KH'] as const;

export const criteriaRef = (set: { id: string; version: number }): string => `${set.id}@${set.version}`;

/** Every criterion of a set, in its order. */
export const criteriaOf = <Item>(set: { groups: readonly { criteria: readonly Item[] }[] }): Item[] =>
  set.groups.flatMap((group) => group.criteria);
