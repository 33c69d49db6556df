/**
 * Pictures of a run, by number alone: what the camera gives, what the phone makes of it, and what the commune keeps. Only
 * decoding is made up; every byte of it goes the product's way.
 */
import type { PhotoCodec } from '#client/sync/environment.ts';
import { hashOf } from '#server/photos/blob-files.ts';
import type { Encoder } from '#server/photos/encoder.ts';

/** Some go in one piece, some in several. */
const SIZES = [3000, 40_000, 90_000, 300_000] as const;
export const PICTURES = 12;
/** The phone cannot read it; it cannot at first; the commune cannot. */
const UNREADABLE = 10;
const CLUMSY = 9;
const SPOILT = 11;

const NUMBER_AT = 4;
const RAW_BYTES = 64;

export const rawPicture = (number: number): ArrayBuffer =>
  Uint8Array.from({ length: RAW_BYTES }, (_, at) => (at === NUMBER_AT ? number % PICTURES : at)).buffer;

const numberIn = (bytes: Uint8Array): number => bytes[NUMBER_AT] ?? 0;

function makeFinal(number: number): Uint8Array<ArrayBuffer> {
  let state = number + 1;
  const size = SIZES[number % SIZES.length] ?? 3000;
  const bytes = Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
  bytes.set([0xff, 0xd8, 0xff, 0xe0, number]);
  return bytes;
}

const finals = Array.from({ length: PICTURES }, (_, number) => makeFinal(number));
const numbers = new Map(finals.map((bytes, number) => [hashOf(bytes), number]));

/** The codec's own fault, not the picture's. */
export class CodecFault extends Error {}

/** One phone's; `clumsy` = it stumbles once. */
export function createCodec(clumsy: boolean): PhotoCodec {
  let isClumsy = clumsy;
  return {
    async shrink(raw) {
      const number = numberIn(new Uint8Array(raw));
      if (number === UNREADABLE) return { kind: 'refused', problem: 'notAPicture' };
      if (number === CLUMSY && isClumsy) {
        isClumsy = false;
        throw new CodecFault('not this time');
      }
      const bytes = (finals[number] ?? new Uint8Array()).slice().buffer;
      return { kind: 'shrunk', bytes, mime: 'image/jpeg', w: 64, h: 48, thumb: bytes.slice(0, 64) };
    },
  };
}

const encodedAs = (kind: readonly number[], photoId: string): Uint8Array =>
  new Uint8Array([...kind, ...Buffer.from(photoId)]);
/** What the commune keeps of the picture of this hash. */
export const keptOf = (photoId: string): { full: Uint8Array; thumb: Uint8Array } => ({
  full: encodedAs([0xff, 0xd8, 0xff], photoId),
  thumb: encodedAs([0x52, 0x49, 0x46, 0x46], photoId),
});
/** Is that what the phone made of it, or what the commune made of that? */
export function isPictureOf(bytes: ArrayBuffer, photoId: string): boolean {
  const found = Buffer.from(bytes);
  const final = finals[numbers.get(photoId) ?? -1];
  const { full, thumb } = keptOf(photoId);
  return [full, thumb, ...(final === undefined ? [] : [final, final.subarray(0, 64)])].some((known) =>
    found.equals(known),
  );
}

/** `isFull`: no process is free now. */
export const createSimEncoder = (isFull: () => boolean): Encoder => ({
  async encode(bytes) {
    if (isFull()) return { kind: 'full' };
    if (numberIn(bytes) === SPOILT) return { kind: 'refused', fault: 'damaged' };
    return { kind: 'encoded', w: 64, h: 48, look: '', ...keptOf(hashOf(bytes)) };
  },
  close: () => Promise.resolve(),
});
