/**
 * Bodies nobody with good intentions sends, in layers: bytes that are no text, texts that are no JSON, JSON that is no
 * envelope, envelopes whose operations are not canonical, canonical operations that mean nothing. A body that dies at an
 * early gate says nothing about the later ones, so each layer is generated on its own.
 */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { greedyKeys, nastyValue } from './nasty.ts';

export interface HostileBody {
  layer: 'bytes' | 'json' | 'envelope' | 'canon' | 'operation';
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const jsonHeaders = { 'content-type': 'application/json' };

/** Like `JSON.stringify`, but `__proto__` and the same key twice are written as they stand. */
const writeMembers = (members: readonly (readonly [string, unknown])[]): string =>
  `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;

const body = (layer: HostileBody['layer'], text: string): HostileBody => ({
  layer,
  bytes: encode(text),
  headers: jsonHeaders,
});

/** Bytes, texts and headers that never become a JSON value. */
const noJson = (valid: string): fc.Arbitrary<HostileBody> =>
  fc.oneof(
    fc
      .uint8Array({ maxLength: 300 })
      .map((bytes): HostileBody => ({ layer: 'bytes', bytes: new Uint8Array(bytes), headers: jsonHeaders })),
    fc.nat({ max: valid.length - 1 }).map((at) => body('bytes', valid.slice(0, at))),
    fc
      .tuple(fc.nat({ max: valid.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 4 }))
      .map(([at, noise]): HostileBody => {
        const bytes = encode(valid);
        bytes.set(noise.subarray(0, bytes.length - at), at);
        return { layer: 'bytes', bytes, headers: jsonHeaders };
      }),
    fc
      .constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/json; charset=utf-16',
        '',
      )
      .map((type): HostileBody => ({
        layer: 'bytes',
        bytes: encode(valid),
        headers: { 'content-type': type },
      })),
    fc.constantFrom('br', 'deflate', 'zstd', 'gzip, gzip', 'identity, gzip').map((coding): HostileBody => ({
      layer: 'bytes',
      bytes: encode(valid),
      headers: { ...jsonHeaders, 'content-encoding': coding },
    })),
    fc.nat({ max: 60 }).map((cut): HostileBody => {
      const zipped = new Uint8Array(gzipSync(valid));
      const bytes = zipped.slice(0, Math.max(0, zipped.length - 1 - cut));
      return { layer: 'bytes', bytes, headers: { ...jsonHeaders, 'content-encoding': 'gzip' } };
    }),
    fc.constantFrom(300_000, 2_000_000).map((length) => body('bytes', `"${'a'.repeat(length)}"`)),
  );

const someJson: fc.Arbitrary<HostileBody> = fc.oneof(
  fc.json({ maxDepth: 4 }).map((text) => body('json', text)),
  fc.integer({ min: 10, max: 5000 }).map((depth) => body('json', '['.repeat(depth) + ']'.repeat(depth))),
);

/** A good envelope with one member spoilt, added, dropped or written twice. */
function almost(members: readonly (readonly [string, unknown])[]): fc.Arbitrary<HostileBody> {
  const index = fc.nat({ max: members.length - 1 });
  return fc
    .oneof(
      fc
        .tuple(index, nastyValue)
        .map(([at, value]) =>
          members.map((member, place) => (place === at ? ([member[0], value] as const) : member)),
        ),
      fc
        .tuple(fc.constantFrom(...greedyKeys), nastyValue)
        .map(([key, value]) => [...members, [key, value] as const]),
      index.map((at) => members.filter((_, place) => place !== at)),
      index.map((at) => [...members, ...members.slice(at, at + 1)]),
    )
    .map((changed) => body('envelope', writeMembers(changed)));
}

export interface Envelope {
  /** Members of a good envelope, in order. */
  members: readonly (readonly [string, unknown])[];
}

/** Hostile bodies for a route that takes `members`; `operations` for the one that carries operations. */
export function hostileBody(
  { members }: Envelope,
  operations?: fc.Arbitrary<string[]>,
): fc.Arbitrary<HostileBody> {
  const outer: fc.WeightedArbitrary<HostileBody>[] = [
    { weight: 2, arbitrary: noJson(writeMembers(members)) },
    { weight: 1, arbitrary: someJson },
    { weight: 3, arbitrary: almost(members) },
  ];
  if (operations === undefined) return fc.oneof(...outer);
  const carrying = operations.map((ops) =>
    body(
      'operation',
      writeMembers(members.map((member) => (member[0] === 'ops' ? (['ops', ops] as const) : member))),
    ),
  );
  const untidy = operations.map((ops) =>
    body(
      'canon',
      writeMembers(
        members.map((member) =>
          member[0] === 'ops' ? (['ops', ops.map((text) => ` ${text}`)] as const) : member,
        ),
      ),
    ),
  );
  return fc.oneof(...outer, { weight: 1, arbitrary: untidy }, { weight: 6, arbitrary: carrying });
}
