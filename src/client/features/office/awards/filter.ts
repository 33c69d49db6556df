/** The list's filter, as it stands in the address. Pure. */
import {
  awardStates,
  awardTracks,
  recipientKinds,
  type AwardState,
  type AwardTrack,
  type RecipientKind,
} from '#domain/awards/workflow.ts';
import { matches } from '#domain/vietnamese/search-key.ts';
import type { AwardEntry } from './entries.ts';

/** The steps of the row above the list; the first four of the path are one. */
export const shownSteps = [
  'dossier',
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
export type ShownStep = (typeof shownSteps)[number];

const dossier: ReadonlySet<AwardState> = new Set(['draft', 'submitted', 'verified', 'ranked', 'returned']);

export const shownStepOf = (state: AwardState): ShownStep | null =>
  dossier.has(state) ? 'dossier' : (shownSteps.find((step) => step === state) ?? null);

export interface AwardFilter {
  q: string;
  kind: RecipientKind | null;
  track: AwardTrack | null;
  /** `ended`: withdrawn, rejected, revoked. */
  step: ShownStep | 'ended' | null;
  state: AwardState | null;
  upward: boolean;
}
export const noFilter: AwardFilter = {
  q: '',
  kind: null,
  track: null,
  step: null,
  state: null,
  upward: false,
};

const oneOf = <Value extends string>(all: readonly Value[], value: string | null): Value | null =>
  all.find((each) => each === value) ?? null;

export function readFilter(search: string): AwardFilter {
  const params = new URLSearchParams(search);
  return {
    q: params.get('tim') ?? '',
    kind: oneOf(recipientKinds, params.get('doi-tuong')),
    track: oneOf(awardTracks, params.get('loai')),
    step: oneOf([...shownSteps, 'ended'] as const, params.get('buoc')),
    state: oneOf(awardStates, params.get('trang-thai')),
    upward: params.get('cap-tren') === '1',
  };
}

/** With what else stands in the address left as it is. */
export function writeFilter(search: string, { q, kind, track, step, state, upward }: AwardFilter): string {
  const params = new URLSearchParams(search);
  const set = (name: string, value: string | null): void => {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  };
  set('tim', q);
  set('doi-tuong', kind);
  set('loai', track);
  set('buoc', step);
  set('trang-thai', state);
  set('cap-tren', upward ? '1' : null);
  return params.toString();
}

export const isFiltered = (filter: AwardFilter): boolean =>
  filter.q.trim() !== '' ||
  filter.upward ||
  [filter.kind, filter.track, filter.step, filter.state].some((value) => value !== null);

export const passes = (filter: AwardFilter, { award, state, key }: AwardEntry): boolean =>
  (filter.kind === null || award.recipient.kind === filter.kind) &&
  (filter.track === null || award.track === filter.track) &&
  (filter.step === null || (shownStepOf(state) ?? 'ended') === filter.step) &&
  (filter.state === null || state === filter.state) &&
  (!filter.upward || award.upward) &&
  (filter.q.trim() === '' || matches(key, filter.q));
