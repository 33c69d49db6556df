/**
 * What an officer's browser asks about its session (`protocol/session.ts`), each signed by this device. The session
 * itself is a cookie that no script reads; what is shown here is the commune's word, kept nowhere.
 */
import type { z } from '#domain/zod.ts';
import {
  beginResponseSchema,
  newPasswordResponseSchema,
  PRESENT_HEADER,
  SESSION_BEGIN_PATH,
  SESSION_END_PATH,
  SESSION_FINISH_PATH,
  SESSION_NEW_PASSWORD_PATH,
  SESSION_PASSWORD_PATH,
  SESSION_PATH,
  SESSION_REMOVE_PATH,
  sessionStateSchema,
  type Ceremony,
  type FinishRequest,
  type PasswordRequest,
  type RemoveRequest,
  type SessionState,
} from '#protocol/session.ts';
import { askProven } from './ask-proven.ts';
import { identityOf } from './device-key.ts';
import { newNonce } from './nonce.ts';
import { createOpenedForms, type OpenedForms } from './rare/opened-forms.ts';
import type { RescueContext } from './rescue/rescue-context.ts';
import type { SessionGate } from './session-gate.ts';
import { postSigned, type Reply, type Schema } from './transport.ts';

type Told = Promise<Reply<SessionState>>;

export interface OfficerSession {
  /** How this officer stands. `isPresent`: a person is at the machine, so the session does not fall idle yet. */
  state(isPresent: boolean): Told;
  /** What `navigator.credentials` is given. */
  begin(ceremony: Ceremony): Promise<Reply<{ options: Record<string, unknown> }>>;
  /** What the authenticator answered; `label` names a new passkey. */
  finish(ceremony: Ceremony, response: FinishRequest['response'], label?: string): Told;
  withPassword(ceremony: PasswordRequest['ceremony'], password: string, code: string): Told;
  /** Without a code: the address an authenticator app scans. With the code it shows: the password holds from now on. */
  newPassword(password: string, code?: string): Promise<Reply<{ uri?: string | undefined }>>;
  remove(what: RemoveRequest['what']): Told;
  end(): Told;
  /** What the log is told of this machine. */
  opened: OpenedForms;
  gate: SessionGate;
}

/** A handful of passkeys with their names. */
const REPLY_BYTES = 16 * 1024;

export function createSessionAsks(
  { store, environment }: Pick<RescueContext, 'store' | 'environment'>,
  gate: SessionGate,
): OfficerSession {
  const present: typeof environment.fetch = (path, init) => {
    const headers = new Headers(init.headers);
    headers.set(PRESENT_HEADER, '1');
    return environment.fetch(path, { ...init, headers });
  };

  async function post<T extends { nonce: string }>(
    path: string,
    members: object,
    schema: Schema<T>,
    isPresent = true,
  ): Promise<Reply<T>> {
    const { deviceId, keys } = await identityOf(store);
    const { ackedSeq, lastChain } = await store.state();
    const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
    const network = isPresent ? { ...environment, fetch: present } : environment;
    const request = { v: 1, nonce: newNonce(environment.chance), ...members };
    return askProven(store, sent, (standing) =>
      postSigned<T>(network, path, request, { schema, bytes: REPLY_BYTES }, standing, {
        deviceId,
        key: keys.privateKey,
      }),
    );
  }
  const told = (path: string, members: object): Told => post(path, members, sessionStateSchema);

  return {
    state: (isPresent) => post(SESSION_PATH, {}, sessionStateSchema, isPresent),
    begin: (ceremony) =>
      post<z.infer<typeof beginResponseSchema>>(SESSION_BEGIN_PATH, { ceremony }, beginResponseSchema),
    finish: (ceremony, response, label) =>
      told(SESSION_FINISH_PATH, { ceremony, response, ...(label !== undefined && { label }) }),
    withPassword: (ceremony, password, code) => told(SESSION_PASSWORD_PATH, { ceremony, password, code }),
    newPassword: (password, code) =>
      post<z.infer<typeof newPasswordResponseSchema>>(
        SESSION_NEW_PASSWORD_PATH,
        { password, ...(code !== undefined && { code }) },
        newPasswordResponseSchema,
      ),
    remove: (what) => told(SESSION_REMOVE_PATH, { what }),
    end: () => told(SESSION_END_PATH, {}),
    opened: createOpenedForms({ store, environment }),
    gate,
  };
}
