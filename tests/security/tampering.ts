/**
 * Requests a live phone signed, caught on the way and sent again: as they are, or with one thing changed. The commune's
 * rows say whether any took effect.
 */
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { hashText } from '#protocol/hash.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { seededChance } from '../client-core/makers.ts';
import { problemCodeOf, type Door } from '../support/signing-device.ts';
import { act, askCode, tapped } from '../server/devices/kit.ts';
import { enrolled, type FrontDoor } from '../server/http/front-door.ts';

export interface Caught {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  /** It never arrived: as it stands the commune would take it. */
  isNew: boolean;
}

/** A door that keeps what passes through it; with `isCut`, nothing passes. */
function listening(door: Door, caught: Caught[], isCut: boolean): Door {
  return (path, init) => {
    const body = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : '';
    const headers: Record<string, string> = {};
    new Headers(init.headers).forEach((value, name) => (headers[name] = value));
    caught.push({ path, method: init.method ?? 'GET', headers, body, isNew: isCut });
    return isCut ? new Response('', { status: 502 }) : door(path, init);
  };
}

/** Another character of the same alphabet in place of the one at `at`. */
const turned = (text: string, at: number, by: number): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const old = alphabet.indexOf(text.charAt(at));
  const other = old < 0 ? 'A' : alphabet.charAt((old + 1 + (by % 63)) % 64);
  return text.slice(0, at) + other + text.slice(at + 1);
};

const ways = ['replayed', 'proof', 'body', 'path', 'method', 'otherProof', 'noProof', 'cut'] as const;
type Way = (typeof ways)[number];

function forge(caught: Caught, other: Caught, way: Way, dice: Uint8Array): Caught {
  const [a = 0, b = 0, c = 0] = dice;
  const proof = caught.headers[PROOF_HEADER.toLowerCase()] ?? '';
  const drawn = (a * 65_536 + b * 256 + c) % Math.max(1, proof.length);
  // The last character of a part carries bits that nobody reads.
  const at =
    /^(?:\.|$)/.test(proof.slice(drawn + 1)) || proof.charAt(drawn) === '.' ? Math.max(0, drawn - 2) : drawn;
  const signedBy = (text: string): Caught => ({
    ...caught,
    headers: { ...caught.headers, [PROOF_HEADER.toLowerCase()]: text },
  });
  switch (way) {
    case 'replayed':
      // What never arrived would be its first arrival; what did arrive is said again.
      return caught.isNew ? signedBy(turned(proof, 0, a)) : caught;
    case 'proof':
      return signedBy(turned(proof, at, a));
    case 'body':
      return { ...caught, body: turned(caught.body, (a * 256 + b) % caught.body.length, c) };
    case 'path':
      return { ...caught, path: caught.path === EXCHANGE_PATH ? '/api/v1/slips' : EXCHANGE_PATH };
    case 'method':
      return { ...caught, method: ['PUT', 'PATCH', 'DELETE'][a % 3] ?? 'PUT' };
    case 'otherProof':
      return signedBy(other.headers[PROOF_HEADER.toLowerCase()] ?? '');
    case 'noProof':
      return signedBy('');
    case 'cut':
      return signedBy(proof.slice(0, at));
  }
}

export interface Tampering {
  tries: number;
  accepted: number;
  codes: Record<string, number>;
  /** The tables hold, byte for byte but for counters of refusals, what they held before. */
  unchanged: boolean;
}

/** Everything but the proof's own bookkeeping (a stale challenge is answered with a fresh one, and that is noted). */
async function standing({ dump }: FrontDoor): Promise<string> {
  return hashText(JSON.stringify([...dump()].filter(([table]) => table !== 'device' && table !== 'attempt')));
}

export async function tamper(
  front: FrontDoor,
  caught: readonly Caught[],
  tries: number,
  seed: number,
): Promise<Tampering> {
  const dice = seededChance(seed);
  const before = await standing(front);
  const result: Tampering = { tries, accepted: 0, codes: {}, unchanged: false };
  for (let index = 0; index < tries; index++) {
    const one = caught[index % caught.length];
    const other = caught[(index * 7 + 1) % caught.length];
    const way = ways[index % ways.length];
    if (one === undefined || other === undefined || way === undefined) throw new Error('nothing was caught');
    const forged = forge(one, other, way, dice.bytes(3));
    const { path, method, headers, body } = forged;
    const reply = await front.door(path, { method, headers, body });
    const text = await reply.text();
    if (reply.ok) result.accepted += 1;
    const code = `${way}: ${reply.status} ${problemCodeOf(text)}`;
    result.codes[code] = (result.codes[code] ?? 0) + 1;
  }
  result.unchanged = (await standing(front)) === before;
  return result;
}

/**
 * Requests of one officer's machine: exchanges, codes made on its screen, words on phones. The first half arrives, the
 * second is cut off on its way.
 */
export async function catchSome(front: FrontDoor, count: number): Promise<Caught[]> {
  const caught: Caught[] = [];
  const issued = await front.core.createEnrolCode({ role: 'officer', ttlMs: 600_000 });
  const officer = await enrolled(front.door, issued);
  const hamlet = await front.core.createEnrolCode({ role: 'hamletHead', subject: 'Đầm Mụ', ttlMs: 600_000 });
  if (hamlet.kind !== 'issued' || hamlet.binding.kind !== 'hamlet') throw new Error('no such hamlet');
  const wish = { role: 'hamletHead', subject: hamlet.binding.id, way: 'sent' } as const;
  for (let index = 0; index < count; index++) {
    const isCut = index >= count / 2;
    const door = listening(front.door, caught, isCut);
    const { code } = await askCode(
      { door: isCut ? listening(front.door, caught, true) : door },
      officer,
      wish,
    );
    if (code !== null) await act({ door }, officer, (await tapped(front, code)).phone, 'approve');
    await officer.exchange(door, [
      officer.seal({
        kind: 'comment.add',
        args: { assessmentId: crypto.randomUUID(), text: `lời ${index}` },
      }),
    ]);
  }
  return caught;
}
