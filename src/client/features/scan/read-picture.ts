/** A picture of a slip, e.g. one sent by Zalo: what its code says. */
import type { CodeReader, CodeSeen } from './code-reader.ts';
import { pixelsOf } from './pictures.ts';

export async function readPicture(reader: CodeReader, file: Blob): Promise<CodeSeen | { kind: 'odd' }> {
  try {
    for await (const pixels of pixelsOf(file)) {
      const seen = await reader.read(pixels, 'picture');
      if (seen.kind !== 'none') return seen;
    }
    return { kind: 'none' };
  } catch {
    // No picture, or one this phone cannot open.
    return { kind: 'odd' };
  }
}
