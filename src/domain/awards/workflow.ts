/**
 * The way of an award from the first word to the archive (`domain.md` §3.3), as one table for screens and server. A
 * person moves it along the steps of its path; a step left out carries a reason, a side exit too.
 */

/** Tập thể, cá nhân, hộ gia đình (Luật Thi đua, khen thưởng 2022, art. 2). */
export const recipientKinds = ['collective', 'individual', 'household'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Theo phong trào: from the year's ranking · đột xuất: for what was done at once, at any time, without points. */
export const awardTracks = ['movement', 'exceptional'] as const;
export type AwardTrack = (typeof awardTracks)[number];

/** The steps in their order. The first four concern the dossier, the rest the award. */
export const awardSteps = [
  'draft',
  'submitted',
  'verified',
  'ranked',
  'shortlisted',
  'villageVote',
  'publicNotice',
  'councilMeeting',
  'proposed',
  'decided',
  'printed',
  'delivered',
  'archived',
] as const;
export type AwardStep = (typeof awardSteps)[number];

/** Off the path: `returned` leads back to `submitted`; the others are ends. */
export const awardExits = ['returned', 'withdrawn', 'rejected', 'revoked'] as const;
export type AwardExit = (typeof awardExits)[number];

export const awardStates = [...awardSteps, ...awardExits] as const;
export type AwardState = (typeof awardStates)[number];

/** Of the table, all a step needs: which award, and what it has gone through. */
export type Coursed = {
  track: AwardTrack;
  recipient: { kind: RecipientKind };
  ground: { kind: 'ranking' | 'nomination' };
  course: readonly { to: AwardState }[];
};

/** Đột xuất goes by the simplified dossier: a letter and a summary, no vote, no list hung out, no minutes. */
const leftOutOfExceptional: readonly AwardStep[] = [
  'ranked',
  'shortlisted',
  'villageVote',
  'publicNotice',
  'councilMeeting',
];

/** The steps an award of this kind goes, in order: a hamlet's meeting votes on households alone. */
export const pathOf = ({ track, kind }: { track: AwardTrack; kind: RecipientKind }): AwardStep[] =>
  awardSteps.filter(
    (step) =>
      !(track === 'exceptional' && leftOutOfExceptional.includes(step)) &&
      !(step === 'villageVote' && kind !== 'household'),
  );

/**
 * Steps that may be left out with a reason. The dossier, its check, the council, the letter and the decision may not:
 * without them there is no award (`domain.md` §3.2).
 */
export const skippableSteps: readonly AwardStep[] = [
  'ranked',
  'villageVote',
  'publicNotice',
  'printed',
  'delivered',
];

/** Where an award may begin: one from a ranking had its dossier sent, checked and ranked with the form. */
export const startsOf = (ground: Coursed['ground']['kind'], track: AwardTrack): AwardState[] =>
  ground === 'nomination' ? ['draft', 'submitted'] : track === 'movement' ? ['ranked', 'shortlisted'] : [];

/** From which steps each side exit leads away. */
const exitsFrom: Record<AwardExit, readonly AwardStep[]> = {
  returned: [
    'submitted',
    'verified',
    'ranked',
    'shortlisted',
    'villageVote',
    'publicNotice',
    'councilMeeting',
    'proposed',
  ],
  withdrawn: [
    'draft',
    'submitted',
    'verified',
    'ranked',
    'shortlisted',
    'villageVote',
    'publicNotice',
    'councilMeeting',
    'proposed',
  ],
  rejected: [
    'submitted',
    'verified',
    'ranked',
    'shortlisted',
    'villageVote',
    'publicNotice',
    'councilMeeting',
    'proposed',
  ],
  revoked: ['decided', 'printed', 'delivered', 'archived'],
};

const isStep = (state: AwardState): state is AwardStep => awardSteps.some((step) => step === state);

/** Where it stands: the last of its course. */
export const stateOf = ({ course }: Pick<Coursed, 'course'>): AwardState => course.at(-1)?.to ?? 'draft';

/** Somebody still has it or may still get it: what a second award for the same is held against. */
export const stands = (state: AwardState): boolean =>
  state !== 'withdrawn' && state !== 'rejected' && state !== 'revoked';

/** A decision gave it, and nobody took it back. */
export const isGiven = (state: AwardState): boolean =>
  state === 'decided' || state === 'printed' || state === 'delivered' || state === 'archived';

export type Move = {
  to: AwardState;
  /** Steps of its path this passes over. */
  skipped: AwardStep[];
  /** It leaves out a step or the path: somebody says why. */
  needsReason: boolean;
};

/** What may follow for this award, the next step first; conditions of each: `check-move.ts`. */
export function movesFrom(award: Coursed): Move[] {
  const from = stateOf(award);
  if (from === 'returned')
    return [
      { to: 'submitted', skipped: [], needsReason: false },
      { to: 'withdrawn', skipped: [], needsReason: true },
    ];
  if (!isStep(from)) return [];
  const path = pathOf({ track: award.track, kind: award.recipient.kind });
  const ahead = path.slice(path.indexOf(from) + 1);
  const must = ahead.findIndex((step) => !skippableSteps.includes(step));
  const onward = (must === -1 ? ahead : ahead.slice(0, must + 1)).map((to, at): Move => ({
    to,
    skipped: ahead.slice(0, at),
    needsReason: at > 0,
  }));
  const aside = awardExits
    .filter((exit) => exitsFrom[exit].includes(from))
    .map((to): Move => ({ to, skipped: [], needsReason: true }));
  return [...onward, ...aside];
}
