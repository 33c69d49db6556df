/** Something served on a port of this machine, by the product's own listener. */
import type { getRequestListener } from '@hono/node-server';
import { loadAssets } from '#server/http/assets.ts';
import { listen } from '#server/http/listen.ts';
import { staticReply } from '#server/http/static-files.ts';

const PORTS = [9200, 9239] as const;

export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** On the first free port of the benchmarks' own. */
export async function serveSite(fetch: Parameters<typeof getRequestListener>[0]): Promise<Site> {
  for (let port = PORTS[0]; port <= PORTS[1]; port++) {
    const heard = await listen({ port }, fetch);
    if (heard.kind === 'listening')
      return { origin: `http://localhost:${port}`, close: heard.listening.stop };
  }
  throw new Error(`no free port from ${PORTS.join(' to ')}`);
}

/** A built page, sent as the product sends its own: compressed beforehand, with the same headers of caching. */
export const servePage = (folder: string): Promise<Site> => {
  const assets = loadAssets(folder);
  return serveSite((request) => staticReply(assets, request, new URL(request.url).pathname));
};
