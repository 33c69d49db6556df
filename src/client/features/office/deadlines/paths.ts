import type { SubjectKind } from '#domain/criteria.ts';

export const DEADLINES_PATH = '/han-nop';
const words: Record<SubjectKind, string> = { household: 'ho', hamlet: 'xom', unit: 'don-vi' };

/** Of a kind of form, or of a report by its id. */
export const deadlinePath = (of: SubjectKind | { report: string }): string =>
  `${DEADLINES_PATH}/${typeof of === 'string' ? words[of] : `bao-cao/${of.report}`}`;

export const kindAt = (word: string | undefined): SubjectKind | undefined =>
  (['household', 'hamlet', 'unit'] as const).find((kind) => words[kind] === word);
