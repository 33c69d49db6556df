/**
 * The way of a good example (plan clauses I.1, III.2, V.1.d, V.5): put forward, verified, published, taken up elsewhere.
 * The culture officer puts forward, checks and tells; publishing is the standing officer's, who leads the movement
 * (V.1.d "chủ trì"), so that nobody's name goes out on one person's word. One table for screens and server. Pure.
 */

export const exemplarStates = ['nominated', 'verified', 'published', 'withdrawn'] as const;
export type ExemplarState = (typeof exemplarStates)[number];
export type ExemplarRole = 'officer' | 'cultureOfficer';

interface Move {
  from: ExemplarState | 'new';
  to: ExemplarState;
  by: readonly ExemplarRole[];
}

const both: readonly ExemplarRole[] = ['officer', 'cultureOfficer'];
const moves: readonly Move[] = [
  { from: 'new', to: 'nominated', by: both },
  { from: 'nominated', to: 'verified', by: both },
  { from: 'nominated', to: 'withdrawn', by: both },
  { from: 'verified', to: 'nominated', by: both },
  { from: 'verified', to: 'published', by: ['officer'] },
  { from: 'verified', to: 'withdrawn', by: both },
  // Whoever takes back a yes is taken down at once, by whoever hears it.
  { from: 'published', to: 'withdrawn', by: both },
  { from: 'published', to: 'verified', by: ['officer'] },
  { from: 'withdrawn', to: 'nominated', by: both },
];

/** As much of an exemplar as its way depends on. */
export interface ExemplarFacts {
  state: ExemplarState;
  title: string;
  who: string;
  story: string;
  result: string;
  verification: string;
  consent?: { date: string; takenBy: string; photos: boolean } | undefined;
  photos: readonly string[];
  publishedOn?: string | undefined;
}

export type ExemplarMistake =
  | 'noSuchMove'
  /** Not this role's to do. */
  | 'notYours'
  | 'notVerified'
  | 'noStory'
  | 'noConsent'
  | 'noPhotoConsent'
  | 'noDay';

/** Where it may go from here, for this role. */
export const movesFrom = (state: ExemplarState | 'new', role: ExemplarRole): ExemplarState[] =>
  moves.filter(({ from, by }) => from === state && by.includes(role)).map(({ to }) => to);

/** What is still missing before it may stand in `state`; in the order one would put it right. */
export function missingFor(state: ExemplarState, facts: ExemplarFacts): ExemplarMistake[] {
  if (state !== 'verified' && state !== 'published') return [];
  return [
    ...(facts.story.trim() === '' ? (['noStory'] as const) : []),
    ...(facts.verification.trim() === '' ? (['notVerified'] as const) : []),
    ...(state === 'published' && facts.consent === undefined ? (['noConsent'] as const) : []),
    ...(state === 'published' && facts.photos.length > 0 && facts.consent?.photos !== true
      ? (['noPhotoConsent'] as const)
      : []),
    ...(state === 'published' && facts.publishedOn === undefined ? (['noDay'] as const) : []),
  ];
}

/** What the public reads of a published one. */
const told = ({ title, who, story, result, photos, consent }: ExemplarFacts): string =>
  JSON.stringify([title, who, story, result, photos, consent ?? null]);

/** `before`: null for a new one. Null: nothing is wrong. */
export function checkExemplar(
  before: ExemplarFacts | null,
  after: ExemplarFacts,
  role: ExemplarRole,
): ExemplarMistake | null {
  const from = before?.state ?? 'new';
  if (from !== after.state) {
    const move = moves.find((each) => each.from === from && each.to === after.state);
    if (move === undefined) return 'noSuchMove';
    if (!move.by.includes(role)) return 'notYours';
  }
  // What is told in public changes by the hand that published it.
  const isRetold =
    before?.state === 'published' && after.state === 'published' && told(before) !== told(after);
  if (isRetold && role !== 'officer') return 'notYours';
  return missingFor(after.state, after)[0] ?? null;
}
