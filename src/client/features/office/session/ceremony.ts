/** The browser's own dialogue about passkeys, over the library that speaks it. Part of the office's own chunk. */
import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

type Json = Record<string, unknown>;

export type CeremonyOutcome =
  | { kind: 'made'; response: Json }
  /** Closed by the person, or its time ran out: browsers do not tell the two apart. */
  | { kind: 'cancelled' }
  /** This authenticator holds one of this person's keys already. */
  | { kind: 'known' }
  /** It cannot know who is there (no fingerprint, face or PIN is set up). */
  | { kind: 'device' }
  | { kind: 'failed' };

const hasChallenge = (options: Json): boolean => typeof options['challenge'] === 'string';
const isRequest = (options: Json): options is Json & PublicKeyCredentialRequestOptionsJSON =>
  hasChallenge(options);
const isCreation = (options: Json): options is Json & PublicKeyCredentialCreationOptionsJSON =>
  hasChallenge(options) && options['user'] instanceof Object && options['rp'] instanceof Object;

function outcomeOf(error: unknown): CeremonyOutcome {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'AbortError':
      return { kind: 'cancelled' };
    case 'InvalidStateError':
      return { kind: 'known' };
    case 'ConstraintError':
    case 'NotSupportedError':
      return { kind: 'device' };
    default:
      return { kind: 'failed' };
  }
}

/** `signal`: the person has turned away. A finger laid on the machine after that is for nothing that was asked before. */
async function made(ask: () => Promise<object>, signal: AbortSignal): Promise<CeremonyOutcome> {
  if (signal.aborted) return { kind: 'cancelled' };
  const turnAway = (): void => WebAuthnAbortService.cancelCeremony();
  signal.addEventListener('abort', turnAway);
  try {
    const response = await ask();
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'made', response: { ...response } };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    signal.removeEventListener('abort', turnAway);
  }
}

/** Shows a passkey that is here. `options`: as the commune began the ceremony. */
export const showPasskey = async (options: Json, signal: AbortSignal): Promise<CeremonyOutcome> =>
  isRequest(options) ? made(() => startAuthentication({ optionsJSON: options }), signal) : { kind: 'failed' };

/** Makes one. */
export const makePasskey = async (options: Json, signal: AbortSignal): Promise<CeremonyOutcome> =>
  isCreation(options) ? made(() => startRegistration({ optionsJSON: options }), signal) : { kind: 'failed' };
