/**
 * Reads a request's body within limits that hold while reading: nobody can make the server hold more than it wants, by
 * size or by compression (`protocol.md` §4).
 */
import { createGunzip, type Gunzip } from 'node:zlib';
import { INFLATION_RATIO_MAX } from '#protocol/exchange.ts';
import type { ProblemCode } from '#protocol/problem.ts';

export interface BodyLimits {
  /** As it travels, compressed or not. */
  wireBytes: number;
  /** After inflation. */
  decodedBytes: number;
}

export type ReadBody =
  | { kind: 'body'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'refused'; code: Extract<ProblemCode, 'malformed' | 'too-large' | 'unsupported-media-type'> };

type Refused = Extract<ReadBody, { kind: 'refused' }>;

const refused = (code: Refused['code']): Refused => ({
  kind: 'refused',
  code,
});

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * A body's bytes as they travel, up to `max`: `too-large` as soon as one byte more has come, and the rest is never read.
 */
export async function readWire(request: Request, max: number): Promise<ReadBody> {
  if (request.body === null) return refused('malformed');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { kind: 'body', bytes: join(chunks, length) };
      length += value.byteLength;
      if (length > max) {
        await reader.cancel();
        return refused('too-large');
      }
      chunks.push(value);
    }
  } catch {
    // The sender went away or broke off inside a chunk: what came is not what was meant.
    return refused('malformed');
  }
}

/** Ends the stream and gives its answer once; later events of a destroyed stream change nothing. */
function settleOnce(gunzip: Gunzip, resolve: (read: ReadBody) => void): (read: ReadBody) => void {
  return (read) => {
    gunzip.destroy();
    resolve(read);
  };
}

/**
 * Inflates within `max` bytes and the ratio; stops at the first byte too many, so a bomb costs what it was allowed to
 * grow to and no more.
 */
function inflate(wire: Uint8Array<ArrayBuffer>, max: number): Promise<ReadBody> {
  const allowed = Math.min(max, wire.byteLength * INFLATION_RATIO_MAX);
  return new Promise((resolve) => {
    const gunzip = createGunzip({ chunkSize: 64 * 1024 });
    const settle = settleOnce(gunzip, resolve);
    const chunks: Uint8Array[] = [];
    let length = 0;
    gunzip.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > allowed) settle(refused('too-large'));
      else chunks.push(chunk);
    });
    gunzip.on('error', () => settle(refused('malformed')));
    gunzip.on('end', () => {
      // Bytes after the compressed stream are not part of what was hashed: refuse them rather than ignore them.
      if (gunzip.bytesWritten !== wire.byteLength) settle(refused('malformed'));
      else settle({ kind: 'body', bytes: join(chunks, length) });
    });
    gunzip.end(wire);
  });
}

/** What a body's headers say of it, before a byte is read. Only `identity` and `gzip` are understood. */
export type AnnouncedBody = { kind: 'announced'; coding: 'identity' | 'gzip'; bytes: number } | Refused;

/** `bytes` is what the body will take at most on its way in: as announced, or the limit when nothing is said. */
export function announcedBody(headers: Headers, limits: BodyLimits): AnnouncedBody {
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity' && coding !== 'gzip') return refused('unsupported-media-type');
  const length = headers.get('content-length');
  const bytes = length !== null && /^\d+$/.test(length) ? Number(length) : limits.wireBytes;
  return bytes > limits.wireBytes ? refused('too-large') : { kind: 'announced', coding, bytes };
}

/** The body as it was before it was packed, within `max` bytes. */
export async function decodeBody(
  wire: Uint8Array<ArrayBuffer>,
  coding: 'identity' | 'gzip',
  max: number,
): Promise<ReadBody> {
  if (coding === 'gzip') return inflate(wire, max);
  return wire.byteLength > max ? refused('too-large') : { kind: 'body', bytes: wire };
}
