/**
 * The gate of every signed request (`protocol.md` §4): from a stranger's bytes to a parsed envelope, the proof it came
 * with and the hash that proof must name. Cheapest checks first; nothing is stored on this side of the gate.
 */
import { hashBytes } from '#protocol/hash.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import type { Admission } from './admission.ts';
import { announcedBody, decodeBody, readWire, type BodyLimits } from './body.ts';
import { readJson } from './json.ts';
import type { Carried } from '../session/carried.ts';
import { carriedBy } from './cookie.ts';
import { busyReply, problemReply } from './problem.ts';

/** Anything with zod's `safeParse`. */
interface Schema<Value> {
  safeParse: (value: unknown) => { success: true; data: Value } | { success: false };
}

export interface Envelope<Value> {
  proof: string;
  /** What came beside it: an officer's session. */
  carried: Carried;
  /** SHA-256 of the decoded body, base64url. */
  bodyHash: string;
  value: Value;
}

export interface Gate<Value> {
  schema: Schema<Value>;
  limits: BodyLimits;
  admission: Admission;
}

const isJson = (contentType: string | null): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '');

/** The envelope in a decoded body, or the code of what is wrong with it. */
function readEnvelope<Value>(
  bytes: Uint8Array<ArrayBuffer>,
  schema: Schema<Value>,
): { value: Value } | ProblemCode {
  const json = readJson(bytes);
  if (json.kind === 'malformed') return 'malformed';
  const parsed = schema.safeParse(json.value);
  return parsed.success ? { value: parsed.data } : 'invalid-envelope';
}

/** Reads one JSON request that anybody may send and passes it to `judge`. */
export async function throughOpenGate<Value>(
  request: Request,
  { schema, limits, admission }: Gate<Value>,
  judge: (envelope: Omit<Envelope<Value>, 'proof' | 'carried'>) => Promise<Response>,
): Promise<Response> {
  const { headers } = request;
  if (!isJson(headers.get('content-type'))) return problemReply('unsupported-media-type');
  const announced = announcedBody(headers, limits);
  if (announced.kind === 'refused') return problemReply(announced.code);
  const room = admission.reserve(announced.bytes);
  if (room.kind === 'full') return busyReply();
  try {
    const wire = await readWire(request, announced.bytes);
    if (wire.kind === 'refused') return problemReply(wire.code);
    return await admission.inTurn(async () => {
      const body = await decodeBody(wire.bytes, announced.coding, limits.decodedBytes);
      if (body.kind === 'refused') return problemReply(body.code);
      const envelope = readEnvelope(body.bytes, schema);
      if (typeof envelope === 'string') return problemReply(envelope);
      return judge({ bodyHash: await hashBytes(body.bytes), ...envelope });
    });
  } finally {
    room.release();
  }
}

/**
 * Reads one signed JSON request and passes it to `judge`. Whether the proof is true, and the operations inside are
 * canonical, is judged there in this order: the core knows the device, and a stranger's operations are not worth reading.
 */
export async function throughGate<Value>(
  request: Request,
  gate: Gate<Value>,
  judge: (envelope: Envelope<Value>) => Promise<Response>,
): Promise<Response> {
  const { headers } = request;
  if (!isJson(headers.get('content-type'))) return problemReply('unsupported-media-type');
  const proof = headers.get(PROOF_HEADER) ?? '';
  if (proof === '') return problemReply('proof-missing');
  return throughOpenGate(request, gate, (envelope) =>
    judge({ proof, carried: carriedBy(request), ...envelope }),
  );
}
