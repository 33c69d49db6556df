import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { base32, checkCharacter, isReceiptCode, readCode, receiptCodeOf, spellCode } from '#protocol/code.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { CHAIN_START, hashText, nextChain } from '#protocol/hash.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { readFragment, writeFragment } from '#protocol/fragment.ts';
import { createIdMaker, uuidSchema } from '#protocol/ids.ts';
import { importPublicKey, proofDevice, signProof, verifyProof } from '#protocol/proof.ts';
import { signReceipt, verifyReceipt } from '#protocol/receipt.ts';

const SEED = 20261122;

test('opHash is SHA-256 of the text and the chain hashes the two raw digests together', async () => {
  const sha = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
  const first = sha(Buffer.from('{"a":"đầu"}', 'utf8'));
  expect(await hashText('{"a":"đầu"}')).toBe(first.toString('base64url'));
  expect(await nextChain(CHAIN_START, first.toString('base64url'))).toBe(
    sha(Buffer.concat([Buffer.alloc(32), first])).toString('base64url'),
  );
});

test(`ids made in a row rise, also when the phone's clock runs backwards (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 2, maxLength: 60 }), (times) => {
      let tick = 0;
      const makeId = createIdMaker(
        { now: () => times[tick++ % times.length] ?? 0 },
        { bytes: (length) => new Uint8Array(length) },
      );
      const ids = times.map(makeId);
      expect(ids.toSorted()).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(uuidSchema.safeParse(id).success).toBe(true);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('more ids in one millisecond than the counter holds still rise', () => {
  const makeId = createIdMaker({ now: () => 1000 }, { bytes: (length) => new Uint8Array(length) });
  const ids = Array.from({ length: 9000 }, makeId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(9000);
});

test('two offline devices that both create the assessment make the same one, and another subject another', () => {
  const id = assessmentIdOf('binh-thuan', 'c', 's');
  expect(assessmentIdOf('binh-thuan', 'c', 's')).toBe(id);
  expect(uuidSchema.safeParse(id).success).toBe(true);
  expect(assessmentIdOf('binh-thuan', 'c', 's2')).not.toBe(id);
  expect(assessmentIdOf('binh-thuan', 'cs', '')).not.toBe(assessmentIdOf('binh-thuan', 'c', 's'));
});

test('a receipt code survives being read aloud: case, spaces, dashes and look-alikes', async () => {
  const code = receiptCodeOf(await hashText('x'));
  expect(isReceiptCode(code)).toBe(true);
  const heard = spellCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
  expect(readCode(heard)).toBe(code);
});

test(`one wrong character or two swapped neighbours do not pass the check (seed ${SEED})`, () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY';
  const character = fc.constantFrom(...alphabet);
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      character,
      (letters, at, other) => {
        const code = letters.join('');
        const whole = code + checkCharacter(code);
        const wrong = whole.slice(0, at) + other + whole.slice(at + 1);
        expect(isReceiptCode(wrong)).toBe(wrong === whole);
        const next = whole.charAt(at + 1);
        const swapped = whole.slice(0, at) + next + whole.charAt(at) + whole.slice(at + 2);
        if (at < 7) expect(isReceiptCode(swapped)).toBe(swapped === whole);
      },
    ),
    { seed: SEED, numRuns: 2000 },
  );
});

test('base32 spells the leading bits, five at a time', () => {
  expect(base32(Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010), 4)).toBe('1234');
});

test('a link fragment reads back as it was written, and anything else reads as nothing', () => {
  const secret = 'A'.repeat(22);
  const slip = {
    kind: 'slip',
    secret,
    assessmentId: assessmentIdOf('binh-thuan-05830', 'c', 's'),
    communeId: 'binh-thuan.05830',
    householdCode: 'DM-001',
  } as const;
  expect(readFragment(`#${writeFragment(slip)}`)).toEqual(slip);
  expect(readFragment(writeFragment({ kind: 'enrol', secret }))).toEqual({ kind: 'enrol', secret });
  for (const junk of ['', '#', 'e1', 'e1.short', `e2.${secret}`, `s1.${secret}.zz.c.d`, `e1.${secret}.more`])
    expect(readFragment(junk)).toBeNull();
});

test('a proof is good for its key only, and one changed bit makes it nothing', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const stranger = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const key = await importPublicKey(
    publicJwkSchema.parse({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y }),
  );
  const claims = {
    method: 'POST',
    path: '/api/v1/sync',
    body: CHAIN_START,
    counter: 1,
    challenge: '',
    lastSeq: 0,
    chain: CHAIN_START,
  } as const;
  const proof = await signProof(claims, CHAIN_START, privateKey);
  expect(proofDevice(proof)).toBe(CHAIN_START);
  expect(await verifyProof(proof, key)).toEqual(claims);
  expect(await verifyProof(proof, stranger.publicKey)).toBeNull();
  const [head = '', payload = '', signature = ''] = proof.split('.');
  const flipped = payload.startsWith('A') ? `B${payload.slice(1)}` : `A${payload.slice(1)}`;
  expect(await verifyProof(`${head}.${flipped}.${signature}`, key)).toBeNull();
  expect(proofDevice('not.a.proof')).toBeNull();
});

test('a receipt verifies against the commune key only', async () => {
  const commune = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const claims = {
    commune: 'binh-thuan',
    device: CHAIN_START,
    lastSeq: 3,
    chain: CHAIN_START,
    epoch: '018f0000-0000-7000-8000-000000000000',
    time: 1,
    auditHead: CHAIN_START,
  };
  const receipt = await signReceipt(claims, commune.privateKey);
  expect(await verifyReceipt(receipt, commune.publicKey)).toEqual(claims);
  expect(await verifyReceipt(receipt, stranger.publicKey)).toBeNull();
});
