/** Which forms were opened here is told to the commune after each exchange that found it. */
import { useEffect } from 'react';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import type { EnginePhase } from '#client/workspace.ts';

/** An exchange that failed, or waits for a session, does not end idle: what was opened is told after the next. */
export function useTellOpened(session: OfficerSession | undefined, phase: EnginePhase): void {
  useEffect(() => {
    if (phase.kind === 'idle') void session?.opened.send();
  }, [session, phase]);
}
