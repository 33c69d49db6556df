/**
 * The score through the year (plan clause I.2 "thường xuyên, liên tục"): written down by the machine once a month, when
 * it has changed, and again only at a person's tap. The id is the month's, so that two phones write the same record.
 */
import { useEffect, useRef } from 'react';
import { dayOf, monthOf } from '#domain/day.ts';
import { pillars } from '#domain/criteria-set.ts';
import type { ScoreSheet } from '#domain/score.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { ScoreSnapshot } from '#protocol/subject-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StoredRow } from '#client/db/model.ts';
import type { SheetRows } from './read-sheet.ts';
import { isHeldByCommune } from './sheet-state.ts';

const READ = ['rows', 'outbox'] as const;

export type SnapshotRow = StoredRow<'scoreSnapshot'>;

/** The subject and campaign a snapshot belongs to; null before the phone was told of them. */
function ownerOf({ profile, campaign }: SheetRows) {
  const { binding } = profile;
  if (campaign === undefined || (binding?.kind !== 'hamlet' && binding?.kind !== 'unit')) return null;
  return { campaignId: campaign.id, subjectKind: binding.kind, subjectId: binding.id } as const;
}

type Owner = NonNullable<ReturnType<typeof ownerOf>>;

const snapshotOf = (owner: Owner, result: ScoreSheet, takenOn: string): ScoreSnapshot => ({
  ...owner,
  id: derivedIdOf('scoreSnapshot', owner.campaignId, owner.subjectId, monthOf(takenOn)),
  takenOn,
  normalised: result.normalised,
  answered: result.criteria.length - result.missing.length,
  criteria: result.criteria.length,
  pillars: pillars.map((pillar) => ({
    pillar,
    points: result.pillars[pillar].earned,
    maxPoints: result.pillars[pillar].applicableMax,
  })),
});

/** Is this month's to be written by the machine? `kept`: oldest first. */
export const isDue = (
  kept: readonly { value: Pick<ScoreSnapshot, 'takenOn' | 'normalised'> }[],
  today: string,
  normalised: number,
): boolean =>
  kept.every(({ value }) => monthOf(value.takenOn) !== monthOf(today)) &&
  kept.at(-1)?.value.normalised !== normalised;

export interface Snapshots {
  /** Oldest first; undefined while being read. */
  kept: SnapshotRow[] | undefined;
  /** Writes today's score over this month's; null when it stands there already, or nothing may be written. */
  retake: (() => Promise<void>) | null;
}

/** `now` in ms by the phone's clock. */
export function useSnapshots(rows: SheetRows, result: ScoreSheet, now: number): Snapshots {
  const workspace = useWorkspace();
  const owner = ownerOf(rows);
  const all = useLive(() => workspace.rows('scoreSnapshot'), [workspace], READ);
  const kept = all
    ?.filter(({ value }) => value.subjectId === owner?.subjectId && value.campaignId === owner.campaignId)
    .sort((a, b) => (a.value.takenOn < b.value.takenOn ? -1 : 1));
  const today = dayOf(now);
  // A sheet nobody has begun has no score to remember, and one the commune holds does not change.
  const isOpen = rows.draft !== undefined && !isHeldByCommune(rows);
  const current = kept?.find(({ value }) => monthOf(value.takenOn) === monthOf(today));

  const write = async (to: Owner): Promise<void> => {
    const value = snapshotOf(to, result, today);
    await workspace.putRecord('scoreSnapshot', value.id, value, current?.rev ?? 0);
  };
  const writtenFor = useRef('');
  const isToWrite = isOpen && kept !== undefined && isDue(kept, today, result.normalised);
  useEffect(() => {
    if (!isToWrite || owner === null || writtenFor.current === monthOf(today)) return;
    writtenFor.current = monthOf(today);
    // What could not be written is tried at the next opening: nobody waits for it.
    write(owner).catch(() => undefined);
  });
  const isSame =
    current !== undefined &&
    current.value.normalised === result.normalised &&
    current.value.answered === result.criteria.length - result.missing.length;
  return { kept, retake: !isOpen || owner === null || isSame ? null : () => write(owner) };
}
