/** What the officer says of one person, while it is written. Pure. */
import { nominationAspects, type Nomination, type NominationJudgement } from '#protocol/subject-records.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import type { Facts } from '../stale-lines.ts';

const { people } = officePaperWords;

export type Aspect = (typeof nominationAspects)[number];
export type Mark = NonNullable<NominationJudgement['aspects'][Aspect]>;
export const marks: readonly Mark[] = ['good', 'fair', 'notYet'];
export type Words = Pick<NominationJudgement, 'aspects' | 'note'>;

/** As people read it. */
export const judgementFacts = ({ aspects, note }: Words): Facts => [
  ...nominationAspects.map((aspect) => {
    const mark = aspects[aspect];
    return [people.aspects[aspect], mark === undefined ? '' : people.marks[mark]] as const;
  }),
  [people.note, note],
];

export const noWords: Words = { aspects: {}, note: '' };

export const isJudged = (words: Words | undefined): boolean =>
  words !== undefined && nominationAspects.every((aspect) => words.aspects[aspect] !== undefined);

export const isSameWords = (a: Words, b: Words): boolean =>
  a.note === b.note && nominationAspects.every((aspect) => a.aspects[aspect] === b.aspects[aspect]);

/** Under the nomination's own id: one judgement a person. */
export const judgementOf = (
  { id, campaignId, subjectKind, subjectId }: Nomination,
  { aspects, note }: Words,
): NominationJudgement => ({ id, campaignId, subjectKind, subjectId, aspects, note: note.trim() });
