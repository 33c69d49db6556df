/** Which steps a good example offers this person: the next one, and the others. Pure. */
import { movesFrom, type ExemplarRole, type ExemplarState } from '#domain/exemplars/workflow.ts';
import type { Step } from './step-dialogs.tsx';

const stepOf = (from: ExemplarState, to: ExemplarState): Step => {
  if (to === 'withdrawn') return 'withdraw';
  if (to === 'published') return 'publish';
  if (to === 'verified') return from === 'published' ? 'unpublish' : 'verify';
  return from === 'withdrawn' ? 'restore' : 'backToNominated';
};

const next: Record<ExemplarState, Step> = {
  nominated: 'verify',
  verified: 'publish',
  published: 'replicate',
  withdrawn: 'restore',
};

export function stepsOf(
  { state }: { state: ExemplarState },
  role: ExemplarRole,
): { main: Step | null; others: Step[]; isForOfficer: boolean } {
  const moves = movesFrom(state, role).map((to) => stepOf(state, to));
  const steps: Step[] = state === 'published' ? ['replicate', ...moves] : moves;
  const main = steps.find((step) => step === next[state]) ?? null;
  return {
    main,
    others: steps.filter((step) => step !== main),
    isForOfficer: state === 'verified' && main === null,
  };
}
