/** What is worth a second look now, for the screens that show it: the checks' own page, the review's list and desk. */
import { useMemo } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useDesk, type DeskSeam } from '../today/office-desk.tsx';
import { readTrust, type TrustRows } from './read-trust.ts';
import { formsByAssessment, shownPictures, signalsOf, type Signals } from './signals.ts';
import { subjectsOf, type Subjects } from './subjects.ts';
import { useSharedPhotos } from './use-shared-photos.ts';

interface Sources extends Pick<DeskSeam, 'desk' | 'claims'> {
  rows: TrustRows;
  subjects: Subjects;
}

const NOTHING: Signals = { open: [], seen: [] };

/** Nothing while `sources` are not read yet. */
export function useSignals(sources: Sources | undefined) {
  const { desk, claims, rows, subjects } = sources ?? {};
  const pictures = useMemo(
    () => (desk && rows && subjects ? shownPictures(rows, formsByAssessment(desk, subjects)) : []),
    [rows, desk, subjects],
  );
  const matching = useSharedPhotos(pictures);
  const signals = useMemo(
    () =>
      desk && claims && rows && subjects
        ? signalsOf({ desk, claims, rows, subjects, shared: matching.found })
        : NOTHING,
    [desk, claims, rows, subjects, matching.found],
  );
  return { pictures, matching, signals };
}

const TABLES = ['rows', 'outbox'] as const;

/** For a screen that has read nothing of it yet. */
export function useSignalsAround(): { signals: Signals; sources: Sources | undefined } {
  const workspace = useWorkspace();
  const seam = useDesk();
  const rows = useLive(() => readTrust(workspace), [workspace], TABLES);
  const sources = useMemo(
    () => seam && rows && { desk: seam.desk, claims: seam.claims, rows, subjects: subjectsOf(seam.desk) },
    [seam, rows],
  );
  return { signals: useSignals(sources).signals, sources };
}
