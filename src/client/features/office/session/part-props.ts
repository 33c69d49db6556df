import type { SessionState } from '#protocol/session.ts';
import type { OfficerSession } from '#client/sync/session-asks.ts';

/** What each part of the page works with. */
export interface PartProps {
  session: OfficerSession;
  state: SessionState;
  tell: (state: SessionState) => void;
  /** What was done, for the line over the parts. */
  say: (words: string) => void;
}
