/** Rescue files: handed in by anyone, unread, or imported by an officer. */
import { hashBytes } from '#protocol/hash.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { RESCUE_BYTES_MAX, RESCUE_TYPE } from '#protocol/rescue.ts';
import type { RescueOutcome } from '../rescue/import-rescue.ts';
import type { Admission } from './admission.ts';
import { announcedBody, decodeBody, readWire } from './body.ts';
import { carriedBy } from './cookie.ts';
import { busyReply, problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';

const limits = { wireBytes: RESCUE_BYTES_MAX, decodedBytes: RESCUE_BYTES_MAX };

/** The file's bytes, as many as there may be, and no more of them in memory at once than the server has room for. */
async function withFile(
  request: Request,
  admission: Admission,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<RescueOutcome>,
): Promise<Response> {
  const { headers } = request;
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== RESCUE_TYPE) return problemReply('unsupported-media-type');
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
      const outcome = await take(body.bytes);
      return outcome.kind === 'answered'
        ? jsonReply(request, { value: outcome.response })
        : problemReply(outcome.code, outcome);
    });
  } finally {
    room.release();
  }
}

export const createRescueRoute =
  (admission: Admission): Route =>
  ({ request, core, caller }) =>
    withFile(request, admission, (bytes) => core.handInRescue(bytes, caller.address));

export const createRescueImportRoute =
  (admission: Admission): Route =>
  async ({ request, core, caller }) => {
    const proof = request.headers.get(PROOF_HEADER) ?? '';
    if (proof === '') return problemReply('proof-missing');
    return withFile(request, admission, async (bytes) =>
      core.importRescue(bytes, {
        proof,
        bodyHash: await hashBytes(bytes),
        address: caller.address,
        carried: carriedBy(request),
      }),
    );
  };
