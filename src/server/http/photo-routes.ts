/** Photos: begin, send, read. What tus says in its own way becomes a problem of the closed list. */
import { hashSchema } from '#protocol/hash.ts';
import { PHOTO_BYTES_MAX, TUS_VERSION, UPLOADS_PATH } from '#protocol/photo.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { carriedBy } from './cookie.ts';
import { busyReply, problemReply } from './problem.ts';
import { jsonReply } from './reply.ts';
import type { Route } from './route.ts';

const UPLOAD_ID = /^[A-Za-z0-9_-]{22}$/;
const COUNT = /^(0|[1-9]\d{0,11})$/;

/** Signed, and everything a proof needs is in the headers: a body would be read for nothing. */
const hasBody = ({ headers }: Request): boolean =>
  headers.has('transfer-encoding') || (headers.get('content-length') ?? '0') !== '0';

export const beginUploadRoute: Route = async ({ request, core, parameter }) => {
  const proof = request.headers.get(PROOF_HEADER) ?? '';
  if (proof === '') return problemReply('proof-missing');
  const photoId = parameter('photoId');
  if (!hashSchema.safeParse(photoId).success) return problemReply('not-found');
  const announced = request.headers.get('upload-length') ?? '';
  const bytes = Number(announced);
  // No picture is empty: a phone that could read nothing of a file says so itself.
  if (hasBody(request) || !COUNT.test(announced) || bytes === 0) return problemReply('malformed');
  if (bytes > PHOTO_BYTES_MAX) return problemReply('too-large');

  const outcome = await core.beginUpload(proof, { photoId, bytes });
  switch (outcome.kind) {
    case 'refused':
      return problemReply(outcome.code, outcome);
    case 'known':
      return jsonReply(request, { value: outcome.state, headers: { 'tus-resumable': TUS_VERSION } });
    case 'begun':
      return jsonReply(request, {
        status: 201,
        value: { state: 'awaited' },
        headers: {
          'tus-resumable': TUS_VERSION,
          location: `${UPLOADS_PATH}/${outcome.uploadId}`,
          'upload-offset': String(outcome.offset),
        },
      });
  }
};

/** Statuses of tus as problems; what is not here is ours, and passing. */
const problemsOfTus: ReadonlyMap<number, ProblemCode> = new Map([
  [400, 'malformed'],
  [403, 'malformed'],
  [404, 'not-found'],
  [409, 'offset-conflict'],
  [410, 'not-found'],
  [412, 'malformed'],
  [413, 'too-large'],
  [423, 'locked'],
]);

export const uploadRoute: Route = async ({ request, core, parameter }) => {
  const uploadId = parameter('uploadId');
  if (!UPLOAD_ID.test(uploadId)) return problemReply('not-found');
  const outcome = await core.receiveUpload(uploadId, request);
  if (outcome.kind === 'refused') return problemReply(outcome.code, outcome);
  const { reply } = outcome;
  if (reply.ok) return reply;
  const code = problemsOfTus.get(reply.status);
  return code === undefined ? busyReply() : problemReply(code);
};

/** Nothing in a picture may run, be framed, be kept by a cache, or be taken for a page. */
const photoHeaders = {
  'cache-control': 'no-store',
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

export const createPhotoRoute =
  (size: 'full' | 'thumb'): Route =>
  async ({ request, core, parameter }) => {
    const proof = request.headers.get(PROOF_HEADER) ?? '';
    if (proof === '') return problemReply('proof-missing');
    const photoId = parameter('photoId');
    if (!hashSchema.safeParse(photoId).success) return problemReply('not-found');
    const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
    const outcome = await core.readPhoto(proof, { photoId, size, method, carried: carriedBy(request) });
    if (outcome.kind === 'refused') return problemReply(outcome.code, outcome);
    const { bytes, type } = outcome;
    return new Response(bytes, {
      headers: { ...photoHeaders, 'content-type': type, 'content-length': String(bytes.byteLength) },
    });
  };
