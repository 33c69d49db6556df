/** A commune that only takes uploads, with a finger on every reply: what comes of the n-th request is the test's. */
import { filePath, TUS_VERSION, UPLOADS_PATH } from '#protocol/photo.ts';
import { PROBLEM_TYPE, type ProblemCode } from '#protocol/problem.ts';
import { problems } from '#protocol/problem-words.ts';
import type { Environment } from '#client/sync/environment.ts';

export type Fate =
  | 'fine'
  | 'loseRequest'
  | 'loseReply'
  /** Half of a piece arrives, then the line breaks. */
  | 'half'
  /** Nothing ever comes back. */
  | 'silence'
  | 'portal'
  | 'forget'
  | ProblemCode;

export interface TusDesk {
  fetch: Environment['fetch'];
  /** By request, in turn; `fine` when used up. */
  fates: Fate[];
  /** `POST`, `HEAD 5`, `PATCH 5+10`. */
  log: string[];
  /** What arrived, by photo. */
  arrived: Map<string, Uint8Array<ArrayBuffer>>;
}

const tus = (headers: Record<string, string> = {}): Record<string, string> => ({
  'tus-resumable': TUS_VERSION,
  ...headers,
});

const problem = (code: ProblemCode): Response =>
  Response.json(
    { type: 'about:blank', code, ...problems[code] },
    { status: problems[code].status, headers: { 'content-type': PROBLEM_TYPE } },
  );

export function createTusDesk(): TusDesk {
  const uploads = new Map<string, string>();
  const arrived: TusDesk['arrived'] = new Map();
  let made = 0;

  function begin(path: string): Response {
    const photoId = path.slice(filePath('').length);
    made += 1;
    const url = `${UPLOADS_PATH}/u${made}`;
    uploads.set(url, photoId);
    arrived.set(photoId, new Uint8Array());
    return Response.json(
      { state: 'awaited' },
      { status: 201, headers: tus({ location: url, 'upload-offset': '0' }) },
    );
  }

  const take = (photoId: string, piece: Uint8Array<ArrayBuffer>): number => {
    const before = arrived.get(photoId) ?? new Uint8Array();
    const all = new Uint8Array(before.length + piece.length);
    all.set(before);
    all.set(piece, before.length);
    arrived.set(photoId, all);
    return all.length;
  };

  function answer(path: string, init: RequestInit, fate: Fate): Response {
    const { method = 'GET' } = init;
    if (method === 'POST') return begin(path);
    const photoId = uploads.get(path);
    if (photoId === undefined) return new Response(null, { status: 404, headers: tus() });
    const at = arrived.get(photoId)?.length ?? 0;
    if (method === 'HEAD')
      return new Response(null, { status: 200, headers: tus({ 'upload-offset': String(at) }) });
    const offset = Number(new Headers(init.headers).get('upload-offset'));
    if (offset !== at) return new Response(null, { status: 409, headers: tus() });
    const piece = init.body instanceof Uint8Array ? new Uint8Array(init.body) : new Uint8Array();
    const end = take(photoId, fate === 'half' ? piece.slice(0, Math.ceil(piece.length / 2)) : piece);
    return new Response(null, { status: 204, headers: tus({ 'upload-offset': String(end) }) });
  }

  const desk: TusDesk = {
    fates: [],
    log: [],
    arrived,
    async fetch(path, init) {
      const fate = desk.fates.shift() ?? 'fine';
      const offset = new Headers(init.headers).get('upload-offset');
      const size = init.body instanceof Uint8Array ? `${offset}+${init.body.length}` : '';
      desk.log.push(`${init.method} ${size}`.trim());
      if (fate === 'loseRequest') throw new TypeError('connection reset');
      if (fate === 'silence') return new Promise<never>(() => {});
      if (fate === 'portal')
        return new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });
      if (fate === 'forget') uploads.clear();
      else if (Object.hasOwn(problems, fate))
        return problem(Object.keys(problems).find((code): code is ProblemCode => code === fate) ?? 'busy');
      const response = answer(path, init, fate);
      if (fate === 'loseReply' || fate === 'half') throw new TypeError('connection reset');
      return response;
    },
  };
  return desk;
}
