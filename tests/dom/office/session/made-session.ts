/** An officer's session whose answers a test gives; the gate is the real one. */
import type { SessionState } from '#protocol/session.ts';
import { createSessionGate } from '#client/sync/session-gate.ts';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import type { Reply } from '#client/sync/transport.ts';
import { problems } from '#protocol/problem-words.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { NOW } from '../../hamlet/open-subject.tsx';

export const answered = <T>(value: T): Reply<T> => ({ kind: 'answered', value });
export const refused = (code: ProblemCode, more: { retryAfter?: number } = {}): Reply<never> => ({
  kind: 'refused',
  problem: { type: 'about:blank', code, ...problems[code], ...more },
});

type Living = NonNullable<SessionState['session']>;

/** `living` null: no session. */
export const stateOf = (
  ways: Partial<SessionState['ways']> = {},
  living: Partial<Living> | null = {},
): SessionState => ({
  v: 1,
  nonce: 'n'.repeat(22),
  ways: { passkey: false, password: false, ...ways },
  ...(living !== null && {
    session: {
      name: 'Bùi Thị Thơm',
      role: 'officer',
      endsAt: NOW + 9 * 3_600_000,
      idleAt: NOW + 25 * 60_000,
      confirmedUntil: 0,
      passkeys: [],
      ...living,
    },
  }),
});

export const aPasskey = (id: string, label: string): Living['passkeys'][number] => ({
  id,
  label,
  isBackedUp: false,
  createdAt: NOW - 86_400_000,
  usedAt: NOW - 3_600_000,
});

/** Asks nothing that the test has not answered. */
export function madeSession(over: Partial<OfficerSession>): OfficerSession {
  const unasked = (): never => {
    throw new Error('nobody was to ask this');
  };
  return {
    state: () => Promise.resolve(answered(stateOf())),
    begin: unasked,
    finish: unasked,
    withPassword: unasked,
    newPassword: unasked,
    remove: unasked,
    end: unasked,
    opened: { note: () => Promise.resolve(), send: () => Promise.resolve('nothing') },
    gate: createSessionGate(),
    ...over,
  };
}
