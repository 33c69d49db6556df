/**
 * A font of a package as the drawing library takes it: WOFF is the tables of an ordinary font file, each deflated, behind
 * a directory of its own (W3C WOFF 1.0, section 4); pango reads only the plain form.
 */
import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;
const LEAST = { directory: 12, entry: 16 };

/** The bytes of the font file that lie in a WOFF file of ours. */
export function fontIn(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== SIGNATURE) throw new Error('not a WOFF font');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = HEADER_BYTES + index * ENTRY_BYTES;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    if (offset === undefined || packed === undefined || length === undefined) throw new Error('cut off');
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes,
    };
  });
  const directory = Buffer.alloc(LEAST.directory + tables.length * LEAST.entry);
  const steps = Math.floor(Math.log2(tables.length));
  const range = 2 ** steps * LEAST.entry;
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(range, 6);
  directory.writeUInt16BE(steps, 8);
  directory.writeUInt16BE(tables.length * LEAST.entry - range, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.byteLength;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = LEAST.directory + index * LEAST.entry;
    tag.copy(directory, at);
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.byteLength, at + 12);
    const padding = Buffer.alloc((4 - (bytes.byteLength % 4)) % 4);
    parts.push(bytes, padding);
    offset += bytes.byteLength + padding.byteLength;
  }
  return Buffer.concat(parts);
}
