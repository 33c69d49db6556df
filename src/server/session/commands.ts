/** What the core offers about sessions: to the routes, and to the operator at the machine. */
import type {
  BeginRequest,
  FinishRequest,
  NewPasswordRequest,
  PasswordRequest,
  RemoveRequest,
  SessionState,
} from '#protocol/session.ts';
import { writeNoted } from '../backup/write-noted.ts';
import { cutOff } from '../identity/devices.ts';
import type { Refusal, SessionOutcome } from '../outcomes.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { say, shutWays } from './accounts.ts';
import { askedBy, openDesk, type Asking } from './asking.ts';
import { setPassword, signInByPassword } from './by-password.ts';
import { end, remove } from './leave.ts';
import { beginCeremony, finishCeremony } from './passkeys.ts';
import { createSecretBox } from './secrets.ts';
import { stateOf } from './state.ts';

type Told = Promise<SessionOutcome<SessionState>>;

export interface AccountSummary {
  accountId: string;
  role: string;
  name: string;
  passkeys: number;
  hasPassword: boolean;
  createdAt: number;
  /** When a passkey was last used; absent: none ever was. */
  usedAt?: number;
  endedAt?: number;
}

export interface SessionCommands {
  session: {
    state(asking: Asking, request: { nonce: string }): Told;
    begin(
      asking: Asking,
      request: BeginRequest,
    ): Promise<SessionOutcome<{ v: 1; nonce: string; options: Record<string, unknown> }>>;
    finish(asking: Asking, request: FinishRequest): Told;
    password(asking: Asking, request: PasswordRequest): Told;
    newPassword(
      asking: Asking,
      request: NewPasswordRequest,
    ): Promise<SessionOutcome<{ v: 1; nonce: string; uri?: string }>>;
    remove(asking: Asking, request: RemoveRequest): Told;
    end(asking: Asking, request: { nonce: string }): Told;
  };
  listAccounts(): Promise<AccountSummary[]>;
  /** Nobody works here under it any more: its sessions end, its devices are revoked. */
  endAccount(accountId: string): Promise<'ended' | 'endedBefore' | 'unknownAccount'>;
  /** Every key and password of it is taken away and its sessions end; a new link begins anew. */
  resetAccount(accountId: string): Promise<'reset' | 'endedBefore' | 'unknownAccount'>;
}

const listAccounts = ({ store }: CoreDeps): Promise<AccountSummary[]> =>
  store.read(async ({ account, passkey }) => {
    const all: AccountSummary[] = [];
    for (const row of await account.list()) {
      const keys = await passkey.of(row.account_id);
      all.push({
        accountId: row.account_id,
        role: row.role,
        name: row.name,
        passkeys: keys.length,
        hasPassword: row.password_hash !== null,
        createdAt: row.created_at,
        ...(keys.length > 0 && { usedAt: Math.max(...keys.map(({ used_at }) => used_at)) }),
        ...(row.ended_at !== null && { endedAt: row.ended_at }),
      });
    }
    return all;
  });

function endAccount(deps: CoreDeps, accountId: string): ReturnType<SessionCommands['endAccount']> {
  return writeNoted(deps, async (transaction, note) => {
    const account = await transaction.account.find(accountId);
    if (account === undefined) return 'unknownAccount';
    if (account.ended_at !== null) return 'endedBefore';
    const at = deps.clock.now();
    await shutWays(deps, transaction, accountId, note);
    await transaction.account.end(accountId, at);
    note({ k: 'accountEnded', account: accountId, at });
    for (const { commune_id: _, ...device } of await transaction.device.list())
      if (device.account_id === accountId && device.revoked_at === null)
        await cutOff(deps, transaction, { device, note });
    await say(deps, transaction, 'ended', accountId);
    return 'ended';
  });
}

function resetAccount(deps: CoreDeps, accountId: string): ReturnType<SessionCommands['resetAccount']> {
  return writeNoted(deps, async (transaction, note) => {
    const account = await transaction.account.find(accountId);
    if (account === undefined) return 'unknownAccount';
    if (account.ended_at !== null) return 'endedBefore';
    await shutWays(deps, transaction, accountId, note);
    await say(deps, transaction, 'reset', accountId);
    return 'reset';
  });
}

/** `unlessBusy` makes an answer of a store that cannot write. */
export function createSessions(
  deps: CoreDeps,
  unlessBusy: <Outcome>(work: Promise<Outcome>) => Promise<Outcome | Refusal>,
): SessionCommands {
  const box = createSecretBox(deps.keys, deps.store.communeId);
  const state = async (asking: Asking, { nonce }: { nonce: string }): Told => {
    const asked = await askedBy(deps, asking);
    if (asked.kind === 'refused') return asked;
    return deps.store.write(async (transaction): Told => {
      const desk = await openDesk(deps, transaction, asked.deviceId, asking.carried);
      if (desk.kind === 'refused') return desk;
      const { session } = desk;
      const now = deps.clock.now();
      if (session === null || !asking.carried.isPresent)
        return { kind: 'answered', response: stateOf(desk, nonce, now) };
      await transaction.session.touch(session.session_hash, now);
      const touched = { ...desk, session: { ...session, seen_at: now } };
      return { kind: 'answered', response: stateOf(touched, nonce, now) };
    });
  };
  return {
    session: {
      state: (asking, request) => unlessBusy(state(asking, request)),
      begin: (asking, request) => unlessBusy(beginCeremony(deps, asking, request)),
      finish: (asking, request) => unlessBusy(finishCeremony(deps, asking, request)),
      password: (asking, request) => unlessBusy(signInByPassword(deps, box, asking, request)),
      newPassword: (asking, request) => unlessBusy(setPassword(deps, box, asking, request)),
      remove: (asking, request) => unlessBusy(remove(deps, asking, request)),
      end: (asking, request) => unlessBusy(end(deps, asking, request)),
    },
    listAccounts: () => listAccounts(deps),
    endAccount: (accountId) => endAccount(deps, accountId),
    resetAccount: (accountId) => resetAccount(deps, accountId),
  };
}
