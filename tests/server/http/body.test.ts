import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { announcedBody, decodeBody, readWire, type ReadBody } from '#server/http/body.ts';
import { readJson } from '#server/http/json.ts';

const limits = { wireBytes: 1000, decodedBytes: 4000 };
const text = new TextEncoder();

async function readBody(request: Request): Promise<ReadBody> {
  const announced = announcedBody(request.headers, limits);
  if (announced.kind === 'refused') return announced;
  const wire = await readWire(request, announced.bytes);
  return wire.kind === 'body' ? decodeBody(wire.bytes, announced.coding, limits.decodedBytes) : wire;
}

function read(body: BodyInit, headers: Record<string, string> = {}): Promise<ReadBody> {
  return readBody(new Request('http://localhost/', { method: 'POST', body, headers }));
}
/** A stream needs `duplex`, which the types of the browser do not know. */
function readStream(body: ReadableStream<Uint8Array>): Promise<ReadBody> {
  const init = { method: 'POST', body, duplex: 'half' };
  return readBody(new Request('http://localhost/', init));
}
const zip = (body: string | Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(body));
const readZip = (bytes: Uint8Array<ArrayBuffer>): Promise<ReadBody> =>
  read(bytes, { 'content-encoding': 'gzip' });
const codeOf = (result: ReadBody): string => (result.kind === 'body' ? 'body' : result.code);

test('a plain and a gzipped body decode to the same bytes', async () => {
  const words = 'Xóm Chùa 9, xóm Đồng Mây';
  expect(await read(words)).toEqual({ kind: 'body', bytes: text.encode(words) });
  expect(await readZip(zip(words))).toEqual({ kind: 'body', bytes: text.encode(words) });
});

test('one byte above the limit is too large, at the limit it is not', async () => {
  expect(codeOf(await read('a'.repeat(1000)))).toBe('body');
  expect(codeOf(await read('a'.repeat(1001)))).toBe('too-large');
});

test('what is announced above the limit is not read at all, and more than was announced is cut', async () => {
  expect(announcedBody(new Headers({ 'content-length': '1001' }), limits)).toEqual({
    kind: 'refused',
    code: 'too-large',
  });
  expect(announcedBody(new Headers({ 'content-length': '7' }), limits)).toMatchObject({ bytes: 7 });
  expect(codeOf(await read('a'.repeat(20), { 'content-length': '7' }))).toBe('too-large');
});

test('a stream that announces no length is stopped while it is read', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(100));
    },
  });
  expect(codeOf(await readStream(endless))).toBe('too-large');
  expect(pulled).toBeLessThan(20);
});

test('inflation stops at the size and at fifty to one', async () => {
  const noise = Uint8Array.from({ length: 900 }, (_, index) => (index * 7919) % 251);
  expect(codeOf(await readZip(zip(new Uint8Array([...noise, ...new Uint8Array(2000)]))))).toBe('body');
  expect(codeOf(await readZip(zip(new Uint8Array([...noise, ...new Uint8Array(3200)]))))).toBe('too-large');
  const zeros = zip(new Uint8Array(3000));
  expect(3000 / zeros.byteLength).toBeGreaterThan(50);
  expect(codeOf(await readZip(zeros))).toBe('too-large');
});

test('a truncated, damaged or padded stream is malformed', async () => {
  const good = zip('một hai ba bốn năm');
  expect(codeOf(await readZip(good.slice(0, -3)))).toBe('malformed');
  expect(codeOf(await readZip(text.encode('không phải gzip')))).toBe('malformed');
  expect(codeOf(await readZip(new Uint8Array([...good, 1, 2, 3])))).toBe('malformed');
  const flipped = good.slice();
  flipped[12] = (flipped[12] ?? 0) ^ 0xff;
  expect(codeOf(await readZip(flipped))).toBe('malformed');
});

test.each(['br', 'deflate', 'zstd', 'gzip, gzip'])('coding %s is not understood', async (coding) => {
  expect(codeOf(await read('x', { 'content-encoding': coding }))).toBe('unsupported-media-type');
});

test('a sender that breaks off leaves a malformed body', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.error(new Error('gone'));
    },
  });
  expect(codeOf(await readStream(broken))).toBe('malformed');
});

test.each([
  ['a value', '{"a":[1,{"b":"x:\\"y:"}]}', 'json'],
  ['a member written twice', '{"a":1,"a":1}', 'malformed'],
  ['a member written twice deep inside', '{"a":[{"b":1,"b":2}]}', 'malformed'],
  ['a member written twice in two spellings', '{"a":1,"\\u0061":2}', 'malformed'],
  ['a byte order mark', '\uFEFF{}', 'malformed'],
  ['nothing', '', 'malformed'],
  ['half a text', '{"a":', 'malformed'],
  ['two values', '{} {}', 'malformed'],
])('%s reads as %3$s', (_name, json, kind) => {
  expect(readJson(text.encode(json)).kind).toBe(kind);
});

test('bytes that are not UTF-8 are malformed', () => {
  expect(readJson(Uint8Array.from([0x22, 0xc3, 0x28, 0x22])).kind).toBe('malformed');
});
