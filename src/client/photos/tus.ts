/**
 * The three requests of a resumable upload (tus 1.0), with bodies that are bytes of their own: a stored File sends
 * nothing on some iPhones. A reply counts only with the protocol's own headers; whether the picture arrived whole, the
 * commune says in its row.
 */
import { fileStateSchema, filePath, TUS_VERSION, UPLOADS_PATH, type FileState } from '#protocol/photo.ts';
import type { Problem } from '#protocol/problem.ts';
import type { Unreachable } from '#client/sync/transport.ts';
import { askOnce, askSigned, type Answer, type Asked, type SignedContext } from './signed.ts';

export type Step =
  /** So many bytes are there. */
  | { kind: 'at'; offset: number }
  /** No such upload any more: begin anew. */
  | { kind: 'gone' }
  /** What came is not what was promised. */
  | { kind: 'mismatch' }
  /** Somebody else is sending it, or the offset moved: look again. */
  | { kind: 'locked' }
  | { kind: 'conflict' }
  | { kind: 'stalled' }
  | { kind: 'unreachable'; reason: Unreachable }
  | { kind: 'refused'; problem: Problem };

export type Begun =
  | { kind: 'begun'; url: string; offset: number }
  | { kind: 'settled'; state: Exclude<FileState, { state: 'awaited' }> }
  | Extract<Step, { kind: 'unreachable' | 'refused' }>;

const ASK_MS = 20_000;
const portal: Extract<Step, { kind: 'unreachable' }> = { kind: 'unreachable', reason: 'captivePortal' };

const isTus = ({ headers }: Answer): boolean => headers.get('tus-resumable') === TUS_VERSION;

function offsetIn({ headers }: Answer): number | null {
  const offset = Number(headers.get('upload-offset') ?? Number.NaN);
  return Number.isSafeInteger(offset) && offset >= 0 ? offset : null;
}

function stateIn({ type, body }: Answer): FileState | null {
  if (type !== 'application/json') return null;
  try {
    const parsed = fileStateSchema.safeParse(JSON.parse(new TextDecoder().decode(body)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Only an address of ours is ever kept or sent to. */
function uploadPath(location: string | null): string | null {
  const path = (location ?? '').replace(/^https?:\/\/[^/]+/, '');
  return path.startsWith(`${UPLOADS_PATH}/`) ? path : null;
}

/** Begins, or finds again, the upload of this photo. */
export async function beginUpload(
  context: SignedContext,
  photo: { photoId: string; bytes: number },
): Promise<Begun> {
  const asked = await askSigned(context, {
    method: 'POST',
    path: filePath(photo.photoId),
    headers: { 'tus-resumable': TUS_VERSION, 'upload-length': String(photo.bytes) },
    deadlineMs: ASK_MS,
  });
  if (asked.kind !== 'answered') return asked;
  const state = stateIn(asked.value);
  if (state === null) return portal;
  if (state.state !== 'awaited') return { kind: 'settled', state };
  const url = uploadPath(asked.value.headers.get('location'));
  const offset = offsetIn(asked.value);
  return url === null || offset === null ? portal : { kind: 'begun', url, offset };
}

const byStatus: Record<number, Step> = {
  404: { kind: 'gone' },
  410: { kind: 'gone' },
  409: { kind: 'conflict' },
  423: { kind: 'locked' },
};

function stepOf(asked: Asked): Step {
  if (asked.kind === 'unreachable') return asked.reason === 'timeout' ? { kind: 'stalled' } : asked;
  if (asked.kind === 'refused') {
    const { problem } = asked;
    if (problem.code === 'hash-mismatch') return { kind: 'mismatch' };
    return byStatus[problem.status] ?? { kind: 'refused', problem };
  }
  const { value: answer } = asked;
  // A reply to HEAD has no body to say so in. Believing a stranger's 404 costs one signed question more.
  if (answer.status >= 400) return byStatus[answer.status] ?? { kind: 'unreachable', reason: 'noNetwork' };
  if (!isTus(answer)) return portal;
  const offset = offsetIn(answer);
  return offset === null ? portal : { kind: 'at', offset };
}

type Network = SignedContext['environment'];

/** How much of it has arrived. */
export const askOffset = async (network: Network, url: string): Promise<Step> =>
  stepOf(await askOnce(network, url, { method: 'HEAD', headers: { 'tus-resumable': TUS_VERSION } }, ASK_MS));

/** Sends one piece from `offset` on. */
export const sendPiece = async (
  network: Network,
  url: string,
  offset: number,
  piece: Uint8Array<ArrayBuffer>,
  deadlineMs: number,
): Promise<Step> =>
  stepOf(
    await askOnce(
      network,
      url,
      {
        method: 'PATCH',
        headers: {
          'tus-resumable': TUS_VERSION,
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
        },
        body: piece,
      },
      deadlineMs,
    ),
  );
