/** The photos of one sheet, live, with the workspace's commands behind them. */
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { CriteriaSet } from '#domain/criteria.ts';
import { PLAN_PAGES } from '#protocol/subject-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { OutboxRow } from '#client/db/model.ts';
import { photoStateOf, photosShown, type ShownPhoto } from '#client/db/photo-list.ts';
import type { PhotoDesk } from '#client/form/photo-field/photo-desk.tsx';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import type { Workspace } from '#client/workspace.ts';
import { planPath } from './papers-path.ts';

const READ = ['photos', 'rows', 'outbox'] as const;

interface PhotoRows {
  shown: ShownPhoto[];
  /** Verdicts of `photo.add`, by operation. */
  results: ReadonlyMap<string, OutboxRow['result']>;
}

export async function readPhotos(workspace: Workspace, assessmentId: string): Promise<PhotoRows> {
  const [own, pulled, outbox] = await Promise.all([
    workspace.photos(assessmentId),
    workspace.rows('photo'),
    workspace.outbox(),
  ]);
  return {
    shown: photosShown(own, pulled, assessmentId),
    results: new Map(
      outbox.flatMap(({ kind, opId, result }) => (kind === 'photo.add' ? [[opId, result]] : [])),
    ),
  };
}

/** null until the first read. `isLocked`: the commune holds the form. */
export function usePhotos(assessmentId: string, isLocked: boolean): PhotoDesk | null {
  const workspace = useWorkspace();
  const isSending = useEnginePhase().kind === 'exchanging';
  const rows = useLive(() => readPhotos(workspace, assessmentId), [workspace, assessmentId], READ);
  const interruptedAt = useCameraPlace();
  return useMemo(() => {
    if (rows === undefined) return null;
    return {
      shown: rows.shown,
      stateOf: (photo) => photoStateOf(photo, rows.results.get(photo.own?.opId ?? ''), isSending),
      bytesOf: async ({ photoId }, size) =>
        photoId === undefined ? null : workspace.photoBytes({ assessmentId, photoId }, size),
      add: async (criterionId, bytes) => {
        await workspace.addPhoto({ assessmentId, criterionId, bytes });
      },
      remove: (id) => workspace.removePhoto(id),
      restore: (id) => workspace.restorePhoto(id),
      leaveFor: (criterionId) => workspace.leaveForCamera(criterionId),
      interruptedAt,
      isLocked,
    };
  }, [rows, workspace, assessmentId, isSending, interruptedAt, isLocked]);
}

function useCameraPlace(): string | null {
  const workspace = useWorkspace();
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    // A mark that cannot be read costs one explanation, nothing of the form.
    workspace.cameraPlace().then(
      (found) => !isGone && setPlace(found),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [workspace]);
  return place;
}

/** The system ended the page behind its camera: back to the question it was opened from. */
export function useCameraReturn(form: string, set: CriteriaSet): void {
  const place = useCameraPlace();
  const [, navigate] = useLocation();
  useEffect(() => {
    if (place === null) return;
    if (place === PLAN_PAGES) {
      navigate(planPath(form.slice(0, form.lastIndexOf('/'))), { replace: true });
      return;
    }
    const to = placeOf(set, place);
    if (to.kind === 'group') navigate(`${form}${writePlace(to)}`, { replace: true });
    // Once, where the app was opened: from there on its person leads.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [place]);
}
