/**
 * The draw of forms to look at again (`recheckSample`): after sending closed, from a seed announced before. Anybody with
 * the list draws the same: each id is hashed with the seed and the smallest hashes are chosen (`sha256sum` will do).
 */
import { hashText } from './hash.ts';

export interface Draw {
  /** SHA-256 over the sorted ids, one a line: what was drawn from. */
  frame: string;
  frameSize: number;
  /** In the order drawn. */
  chosen: string[];
}

/** SHA-256 of the seed, a line end and the id; as hexadecimal digits it sorts as the number it is. */
async function placeOf(seed: string, id: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${seed}\n${id}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param ids each once, in any order @param size fewer are drawn when there are fewer */
export async function drawAgain(seed: string, ids: readonly string[], size: number): Promise<Draw> {
  const frame = [...new Set(ids)].sort();
  const placed = await Promise.all(frame.map(async (id) => ({ id, place: await placeOf(seed, id) })));
  placed.sort((a, b) => (a.place < b.place ? -1 : 1));
  return {
    frame: await hashText(frame.join('\n')),
    frameSize: frame.length,
    chosen: placed.slice(0, size).map(({ id }) => id),
  };
}
