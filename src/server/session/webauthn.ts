/** What an authenticator says, read by the library alone: every answer is checked, none is interpreted here. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from '#domain/zod.ts';
import { utf8 } from '#protocol/hash.ts';
import type { AccountRow } from '../store/tables/account.ts';
import type { PasskeyRow } from '../store/tables/passkey.ts';
import type { Site } from './asking.ts';

const RP_NAME = 'Thi đua số';
/** EdDSA, ES256, RS256: what browsers and keys of today have. */
const ALGORITHMS = [-8, -7, -257];
/** The person may look for a finger, a number or a stick so long. */
export const CEREMONY_MS = 5 * 60_000;

const text = z.string().check(z.maxLength(8192));
const transports = z.array(z.string().check(z.maxLength(20))).check(z.maxLength(8));
const head = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
const registrationSchema = z.looseObject({
  ...head,
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.optional(transports),
  }),
});
const authenticationSchema = z.looseObject({
  ...head,
  response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
});
const transportsSchema = z.array(z.string());

const known = ({ credential_id, transports: kept }: PasskeyRow) => ({
  id: credential_id,
  transports: transportsSchema.parse(JSON.parse(kept)),
});

/** What `navigator.credentials.create` is given. */
export const registrationOptions = async (
  { account, passkeys }: { account: AccountRow; passkeys: readonly PasskeyRow[] },
  { rpId }: Site,
  challenge: Uint8Array<ArrayBuffer>,
): Promise<Record<string, unknown>> => ({
  ...(await generateRegistrationOptions({
    rpName: RP_NAME,
    rpID: rpId,
    userName: account.name,
    userDisplayName: account.name,
    userID: utf8(account.account_id),
    challenge,
    timeout: CEREMONY_MS,
    attestationType: 'none',
    excludeCredentials: passkeys.map(known),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })),
});

/** What `navigator.credentials.get` is given. */
export const authenticationOptions = async (
  passkeys: readonly PasskeyRow[],
  { rpId }: Site,
  challenge: Uint8Array<ArrayBuffer>,
): Promise<Record<string, unknown>> => ({
  ...(await generateAuthenticationOptions({
    rpID: rpId,
    challenge,
    timeout: CEREMONY_MS,
    userVerification: 'required',
    allowCredentials: passkeys.map(known),
  })),
});

interface Given {
  response: Record<string, unknown>;
  site: Site;
  /** Was this the challenge it was given? */
  isAsked: (challenge: string) => boolean;
}

export interface NewPasskey {
  credentialId: string;
  publicKey: string;
  signCount: number;
  isBackedUp: boolean;
  transports: string[];
}

/** Null: not an answer to what was asked, or not verified. The library says no by throwing. */
async function unlessRefused<Value>(check: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}

export function readRegistration({ response, site, isAsked }: Given): Promise<NewPasskey | null> {
  return unlessRefused(async () => {
    const given = registrationSchema.parse(response);
    const { transports: told, ...answer } = given.response;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...given, response: { ...answer, ...(told !== undefined && { transports: told }) } },
      expectedChallenge: isAsked,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      signCount: credential.counter,
      isBackedUp: credentialBackedUp,
      transports: told ?? [],
    };
  });
}

export interface UsedPasskey {
  credentialId: string;
  signCount: number;
  isBackedUp: boolean;
}

/** `passkeys`: of the account. Whether the counter goes forward is the caller's to look at. */
export function readAuthentication(
  { response, site, isAsked }: Given,
  passkeys: readonly PasskeyRow[],
): Promise<UsedPasskey | null> {
  return unlessRefused(async () => {
    const given = authenticationSchema.parse(response);
    const passkey = passkeys.find(({ credential_id }) => credential_id === given.id);
    if (passkey === undefined) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given,
      expectedChallenge: isAsked,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
        counter: 0,
      },
    });
    if (!verified) return null;
    const { newCounter, credentialBackedUp } = authenticationInfo;
    return { credentialId: passkey.credential_id, signCount: newCounter, isBackedUp: credentialBackedUp };
  });
}
