/** A form that stands before an officer's eyes is noted for the commune's log of who looked at what. */
import { useEffect } from 'react';
import { useSession } from './session-seam.tsx';

/** `assessmentId`: undefined while there is nothing to be seen of it. */
export function useNoteOpened(assessmentId: string | undefined): void {
  const opened = useSession()?.session?.opened;
  useEffect(() => {
    if (assessmentId !== undefined) void opened?.note(assessmentId);
  }, [opened, assessmentId]);
}
