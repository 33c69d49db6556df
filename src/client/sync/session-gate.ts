/**
 * Questions beside the exchange (the log, a file handed in, a device approved …) that the commune answers only when the
 * officer has shown who is there. A person is asked, and the question goes again; where nobody is there to be asked, or
 * they put it off, the refusal is the answer.
 */
import type { ProblemCode } from '#protocol/problem.ts';

/** `sign-in`: no session lives · `step-up`: it does, but a grave act wants the person shown anew. */
export type SessionNeed = Extract<ProblemCode, 'sign-in' | 'step-up'>;

/** What a question beside the exchange is about; each has words (`messages/session.ts`). */
export type GatedAct =
  | 'readLog'
  | 'exportLog'
  | 'handIn'
  | 'slips'
  | 'addKey'
  | 'setPassword'
  | 'removeKey'
  | 'device'
  | 'other';

export interface Wanted {
  need: SessionNeed;
  act: GatedAct;
}

export interface SessionGate {
  /** The question that waits for a person, the newest. The same object while nothing changes. */
  wanted(): Wanted | null;
  /** Whoever listens promises to ask a person. Returns the unsubscriber. */
  onWanted(listener: () => void): () => void;
  /** The person showed who they are, or put it off: for all that wait. */
  settle(isShown: boolean): void;
  /** Asks; and once more when a person has shown who they are. */
  through<T extends { kind: string }>(act: GatedAct, ask: () => Promise<T>): Promise<T>;
}

export const isSessionNeed = (code: unknown): code is SessionNeed => code === 'sign-in' || code === 'step-up';

/** A refusal's code, whether it stands by itself or inside the problem. */
function codeOf(reply: { kind: string }): unknown {
  if (reply.kind !== 'refused' || !('problem' in reply)) return undefined;
  const { problem } = reply;
  return problem instanceof Object && 'code' in problem ? problem.code : problem;
}

export function createSessionGate(): SessionGate {
  const listeners = new Set<() => void>();
  let wanted: Wanted | null = null;
  let waiting: ((isShown: boolean) => void)[] = [];
  const change = (next: Wanted | null): void => {
    wanted = next;
    for (const listener of listeners) listener();
  };
  const shown = (next: Wanted): Promise<boolean> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      change(next);
    });
  const settle = (isShown: boolean): void => {
    const all = waiting;
    waiting = [];
    if (wanted !== null) change(null);
    for (const resolve of all) resolve(isShown);
  };
  return {
    wanted: () => wanted,
    onWanted(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        // The page that would have asked is gone: nobody waits for ever.
        if (listeners.size === 0) settle(false);
      };
    },
    settle,
    async through(act, ask) {
      const reply = await ask();
      const need = codeOf(reply);
      if (!isSessionNeed(need) || listeners.size === 0) return reply;
      return (await shown({ need, act })) ? ask() : reply;
    },
  };
}
