/** The public board (`/cong-khai`): from the network, and as it was last seen where there is none. That one page alone. */
const CACHE = 'thidua-cong-khai';
const PATH = '/cong-khai';

export const isBoard = (url: URL, request: Pick<Request, 'method'>): boolean =>
  url.pathname === PATH && request.method === 'GET';

export async function answerBoard(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const reply = await fetch(request);
    // Under its path alone, so that no number of addresses fills the phone.
    if (reply.ok && !reply.redirected) await cache.put(PATH, reply.clone());
    return reply;
  } catch (error) {
    const kept = await cache.match(PATH);
    if (kept === undefined) throw error;
    return kept;
  }
}
