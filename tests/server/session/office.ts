/** The real app with sessions asked for, an officer at a machine, and hands for the routes of sessions. */
import { afterEach } from 'vitest';
import { utf8 } from '#protocol/hash.ts';
import { PRESENT_HEADER, sessionStateSchema, type SessionState } from '#protocol/session.ts';
import type { IssueOutcome } from '#server/core-types.ts';
import { testClock, type TestClock } from '../core/commune.ts';
import { enrolled, openFrontDoor, type FrontDoor } from '../http/front-door.ts';
import { problemCodeOf, type Door, type SigningDevice } from '../../support/signing-device.ts';
import type { TestAuthenticator, Wishes } from '../../support/test-authenticator.ts';

export interface Told {
  status: number;
  code: string;
  body: Record<string, unknown>;
  setCookie: string | null;
}

/** What a browser asks of the routes of sessions. */
export interface Hands {
  /** A signed question of a session's route; `headers` over what a browser sends. */
  ask(
    device: SigningDevice,
    route: string,
    members?: object,
    headers?: Record<string, string>,
  ): Promise<Told>;
  state(device: SigningDevice): Promise<SessionState>;
  addPasskey(device: SigningDevice, key: TestAuthenticator, wishes?: Wishes): Promise<Told>;
  showPasskey(
    device: SigningDevice,
    key: TestAuthenticator,
    ceremony: 'signIn' | 'confirm',
    wishes?: Wishes,
  ): Promise<Told>;
}

export interface Office extends Hands {
  front: FrontDoor;
  clock: TestClock;
  /** A machine of this person, enrolled by a code, with the session that began. */
  machine(name?: string, role?: 'officer' | 'chair'): Promise<SigningDevice>;
  issue(name?: string, role?: 'officer' | 'chair'): Promise<IssueOutcome>;
}

const NONCE = 'A'.repeat(22);
const open: FrontDoor[] = [];
afterEach(async () => {
  for (const front of open.splice(0)) await front.close();
});

export function handsAt(door: Door): Hands {
  const askOnce: Hands['ask'] = async (device, route, members = {}, headers = {}) => {
    const path = `/api/v1/session${route}`;
    const bytes = utf8(JSON.stringify({ v: 1, nonce: NONCE, ...members }));
    const signed = await device.signed(path, bytes, []);
    const reply = await door(path, {
      method: 'POST',
      body: bytes,
      headers: { ...signed, [PRESENT_HEADER]: '1', ...headers },
    });
    device.keepCookie(reply);
    const text = await reply.text();
    const body: Record<string, unknown> = JSON.parse(text);
    return {
      status: reply.status,
      code: problemCodeOf(text),
      body,
      setCookie: reply.headers.get('set-cookie'),
    };
  };
  // As the client does: a challenge the commune no longer knows is answered anew, once.
  const ask: Hands['ask'] = async (device, ...given) => {
    const told = await askOnce(device, ...given);
    if (told.code !== 'stale-challenge') return told;
    device.challenge = String(told.body['challenge']);
    return askOnce(device, ...given);
  };
  const optionsOf = async (
    device: SigningDevice,
    ceremony: string,
  ): Promise<Record<string, unknown> | Told> => {
    const begun = await ask(device, '/begin', { ceremony });
    const { options } = begun.body;
    return begun.status === 200 && typeof options === 'object' && options !== null ? { ...options } : begun;
  };
  const isTold = (value: Record<string, unknown> | Told): value is Told => 'setCookie' in value;
  return {
    ask,
    state: async (device) => sessionStateSchema.parse((await ask(device, '')).body),
    addPasskey: async (device, key, wishes) => {
      const options = await optionsOf(device, 'add');
      if (isTold(options)) return options;
      const response = key.create(options, wishes);
      return ask(device, '/finish', { ceremony: 'add', response, label: 'Máy văn phòng' });
    },
    showPasskey: async (device, key, ceremony, wishes) => {
      const options = await optionsOf(device, ceremony);
      if (isTold(options)) return options;
      return ask(device, '/finish', { ceremony, response: key.get(options, wishes) });
    },
  };
}

export async function openOffice(): Promise<Office> {
  const clock = testClock();
  const front = await openFrontDoor({ sessions: 'asked', clock });
  open.push(front);
  const { core, door } = front;
  const issue: Office['issue'] = (name = 'Nguyễn Thị Hoa', role = 'officer') =>
    core.createEnrolCode({ role, personName: name, ttlMs: 3_600_000 });
  return {
    ...handsAt(door),
    front,
    clock,
    issue,
    machine: async (name, role) => enrolled(door, await issue(name, role)),
  };
}

/** An exchange that carries nothing, as far as the session goes: 'ok', or the problem's code. */
export async function exchangeOf(
  { front }: { front: Pick<FrontDoor, 'door'> },
  device: SigningDevice,
  headers: Record<string, string> = {},
): Promise<string> {
  let reply = await device.exchange(front.door, [], {}, { headers });
  if (problemCodeOf(reply.text) === 'stale-challenge') {
    const { challenge }: { challenge: string } = JSON.parse(reply.text);
    device.challenge = challenge;
    reply = await device.exchange(front.door, [], {}, { headers });
  }
  return reply.status === 200 ? 'ok' : problemCodeOf(reply.text);
}
