/** Việc của đợt đầu: what a first campaign needs, each step found done from the data and from nothing else. Pure. */
import type { Desk } from './desk.ts';

export const steps = [
  'criteria',
  'hamlets',
  'units',
  'heads',
  'slips',
  'deadlines',
  'backup',
  'firstReview',
  'ranked',
] as const;
export type Step = (typeof steps)[number];

export interface StepStanding {
  step: Step;
  done: boolean;
  /** "12/19", where it is done by parts. */
  part?: { n: number; of: number };
}

export interface ChecklistFacts {
  desk: Desk;
  /** This machine's own work is inside every kept backup of the commune. */
  isKept: boolean;
}

const reviewed: readonly string[] = ['underReview', 'returned', 'verified', 'final'];

export function checklistOf({ desk, isKept }: ChecklistFacts): StepStanding[] {
  const { campaign, sets, hamlets, units, rows, deadlines } = desk;
  const refs = campaign
    ? [
        campaign.criteriaSets.household,
        campaign.criteriaSets.hamlet,
        ...Object.values(campaign.criteriaSets.unit),
      ]
    : [];
  const counted = hamlets.filter(({ hamlet }) => hamlet?.households !== undefined).length;
  const heads = new Set(
    rows.device.flatMap(({ role, subjectId, revokedAt, pendingSince }) =>
      role === 'hamletHead' && (revokedAt ?? pendingSince) === undefined && subjectId !== undefined
        ? [subjectId]
        : [],
    ),
  );
  const headed = hamlets.filter(({ id }) => heads.has(id)).length;
  const parts = (n: number, of: number) => ({ done: of > 0 && n === of, part: { n, of } });
  const standings: Record<Step, Omit<StepStanding, 'step'>> = {
    criteria: { done: refs.length > 0 && refs.every((ref) => sets.has(ref)) },
    hamlets: parts(counted, hamlets.length),
    units: { done: units.length > 0 },
    heads: parts(headed, hamlets.length),
    // A slip's printing leaves no trace; the first family that came by one does.
    slips: {
      done:
        rows.device.some(({ role }) => role === 'household') ||
        rows.submission.some(({ subjectKind, channel }) => subjectKind === 'household' && channel === 'self'),
    },
    deadlines: { done: deadlines.has('hamlet') && deadlines.has('unit') && deadlines.has('household') },
    backup: { done: isKept },
    firstReview: { done: [...hamlets, ...units].some(({ stage }) => reviewed.includes(stage)) },
    ranked: { done: rows.rankingFreeze.some(({ campaignId }) => campaignId === campaign?.id) },
  };
  return steps.map((step) => ({ step, ...standings[step] }));
}
