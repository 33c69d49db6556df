/** How this officer stands with the commune, and whether it waits for a person: one reading for all screens of the office. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { SessionState } from '#protocol/session.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import { isSessionNeed, type SessionNeed, type Wanted } from '#client/sync/session-gate.ts';
import { usePresence } from './use-presence.ts';
import { useTellOpened } from './use-tell-opened.ts';

export interface SessionSeam {
  /** Undefined until what asks is loaded. */
  session: OfficerSession | undefined;
  /** The commune's last word; undefined before the first. */
  state: SessionState | undefined;
  /** The last question found nobody. */
  isCutOff: boolean;
  need: SessionNeed | null;
  /** The question beside the exchange that waits; null where it is an act in the outbox. */
  asked: Wanted | null;
  /** The person will do it later: a line says so meanwhile. */
  isPutOff: boolean;
  putOff: () => void;
  /** Opens the question again. */
  open: () => void;
  tell: (state: SessionState) => void;
  /** They showed who they are: what waits goes on. */
  shown: (state: SessionState) => void;
  refresh: () => Promise<void>;
}
const SessionContext = createContext<SessionSeam | undefined>(undefined);

/** Undefined outside the office. */
export const useSession = (): SessionSeam | undefined => useContext(SessionContext);

const nobodyWaits = (): (() => void) => () => undefined;

/** Somebody in the middle of a word is not interrupted: a line tells them instead. */
function isWriting(): boolean {
  const { activeElement } = document;
  return (
    document.querySelector('dialog[open]') !== null ||
    (activeElement instanceof HTMLElement &&
      activeElement.matches('input, textarea, select, [contenteditable]'))
  );
}

function useAsks(): OfficerSession | undefined {
  const workspace = useWorkspace();
  const [session, setSession] = useState<OfficerSession>();
  useEffect(() => {
    let isGone = false;
    // Without a network what asks cannot be fetched the first time: it is asked for again with the next opening.
    workspace.session().then(
      (loaded) => !isGone && setSession(loaded),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [workspace]);
  return session;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const workspace = useWorkspace();
  const session = useAsks();
  const phase = useEnginePhase();
  const asked = useSyncExternalStore(
    session?.gate.onWanted ?? nobodyWaits,
    () => session?.gate.wanted() ?? null,
  );
  const said = phase.kind === 'waiting' ? phase.problem : undefined;
  const need = asked?.need ?? (isSessionNeed(said) ? said : null);
  const [state, setState] = useState<SessionState>();
  const [isCutOff, setCutOff] = useState(false);
  const interrupts = (): boolean => need === 'sign-in' && asked === null && isWriting();
  const [isPutOff, setPutOff] = useState(interrupts);
  // Each new need is asked about once, and before the question is drawn: it would be an open dialog itself. A session
  // that ended under somebody's hands waits for their tap.
  const [before, setBefore] = useState({ need, asked });
  if (before.need !== need || before.asked !== asked) {
    setBefore({ need, asked });
    setPutOff(need !== null && asked === null && (isPutOff || interrupts()));
  }

  const ask = useCallback(
    async (isPresent: boolean): Promise<void> => {
      const reply = await session?.state(isPresent);
      if (reply === undefined) return;
      setCutOff(reply.kind === 'unreachable');
      if (reply.kind === 'answered') setState(reply.value);
    },
    [session],
  );
  usePresence(ask, session !== undefined);
  useTellOpened(session, phase);
  // Which ways there are is the commune's to say, each time anew: they may have been reset meanwhile.
  useEffect(() => {
    if (need !== null) void ask(false);
  }, [need, ask]);

  const seam = useMemo(
    (): SessionSeam => ({
      session,
      state,
      isCutOff,
      need,
      asked,
      isPutOff,
      putOff() {
        setPutOff(true);
        session?.gate.settle(false);
      },
      open: () => setPutOff(false),
      tell: setState,
      shown(next) {
        setState(next);
        session?.gate.settle(true);
        workspace.sendNow();
      },
      refresh: () => ask(true),
    }),
    [workspace, session, state, isCutOff, need, asked, isPutOff, ask],
  );
  return <SessionContext value={seam}>{children}</SessionContext>;
}
