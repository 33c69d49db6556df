/** The real server in process, behind a line whose luck a test decides. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Chance, Clock } from '#protocol/ids.ts';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import type { Environment } from '#client/sync/environment.ts';
import { createApp } from '#server/app.ts';
import type { ServerCore } from '#server/core-types.ts';
import { openServerCore } from '#server/core.ts';
import type { SessionsAsked } from '#server/sync/deps.ts';
import { handClock, seededChance } from './makers.ts';

/** What becomes of one request: which half is lost, what comes instead, how often it arrives. */
export type Luck =
  | 'fine'
  | 'loseRequest'
  | 'loseReply'
  | 'twice'
  | 'truncateReply'
  | 'portal'
  | 'emptyJson'
  | 'badGateway'
  | 'oldReply';

export interface Line {
  fetch: Environment['fetch'];
  compress: NonNullable<Environment['compress']>;
  /** Luck of the next requests, in turn; `fine` when it is used up. */
  luck: Luck[];
  /** Bytes of headers and bodies, both ways, per request. */
  log: { path: string; status: number; ops: number; up: number; down: number }[];
  /** Nobody answers at all. */
  isDown: boolean;
}

export interface Commune {
  core: ServerCore;
  /** Straight to the app, for a line of a test's own. */
  ask(request: Request): Promise<Response>;
  line(): Line;
}

export async function openCommune(
  clock: Clock = handClock(),
  chance: Chance = seededChance(11),
  /** `asked`: an officer's browser keeps the cookie of its session (`../support/cookie-jar.ts`). */
  sessions: SessionsAsked = 'notAsked',
): Promise<Commune> {
  const log = (): void => {};
  const { core } = await openServerCore({ dataDir: ':memory:', clock, chance, log, sessions });
  const app = createApp({
    core,
    assets: new Map(),
    config: { publicOrigin: 'http://localhost:8080', trustedProxies: [] },
    clock,
    chance,
    log,
  });
  const ask = async (request: Request): Promise<Response> => app.request(request);
  return { core, ask, line: () => createLine(ask) };
}

const headerBytes = (first: string, headers: Headers): number =>
  first.length + 4 + [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);

/** As a browser shows it: decoded, its coding already undone. */
async function decoded(response: Response): Promise<{ response: Response; bytes: number }> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const plain = response.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes;
  return {
    response: new Response(response.status === 204 ? null : plain, {
      status: response.status,
      headers: response.headers,
    }),
    bytes: bytes.length,
  };
}

/** How many operations a request body carries. */
function opsIn(body: Uint8Array): number {
  if (body.length === 0) return 0;
  const text = body[0] === 0x1f ? gunzipSync(body) : body;
  const request: unknown = JSON.parse(new TextDecoder().decode(text));
  return request instanceof Object && 'ops' in request && Array.isArray(request.ops) ? request.ops.length : 0;
}

function createLine(ask: (request: Request) => Promise<Response>): Line {
  let last: Uint8Array<ArrayBuffer> | undefined;
  const line: Line = {
    luck: [],
    log: [],
    isDown: false,
    compress: async (bytes) => new Uint8Array(gzipSync(bytes)),
    async fetch(path, init) {
      if (line.isDown) throw new TypeError('connection refused');
      const luck = line.luck.shift() ?? 'fine';
      if (luck === 'loseRequest') throw new TypeError('connection reset');
      if (luck === 'portal')
        return new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });
      if (luck === 'emptyJson')
        return new Response('{}', { headers: { 'content-type': 'application/json' } });
      if (luck === 'badGateway') return new Response('<h1>502</h1>', { status: 502 });
      if (luck === 'oldReply' && last !== undefined)
        return new Response(last, { headers: { 'content-type': 'application/json' } });
      const make = (): Request => {
        const headers = new Headers(init.headers);
        headers.set('accept-encoding', 'gzip');
        headers.set('host', 'thidua.example');
        return new Request(`http://localhost:8080${path}`, { ...init, headers });
      };
      const body = init.body instanceof Uint8Array ? init.body : new Uint8Array();
      const up = headerBytes(`${init.method ?? 'GET'} ${path} HTTP/1.1`, make().headers) + body.length;
      if (luck === 'twice') await ask(make());
      const { response, bytes } = await decoded(await ask(make()));
      const down = headerBytes(`HTTP/1.1 ${response.status} OK`, response.headers) + bytes;
      line.log.push({
        path,
        status: response.status,
        ops: path === EXCHANGE_PATH ? opsIn(body) : 0,
        up,
        down,
      });
      if (luck === 'loseReply') throw new TypeError('connection reset');
      if (response.status === 204) return new Response(null, { status: 204, headers: response.headers });
      // Bytes, not text: a photo is one of the replies.
      const whole = new Uint8Array(await response.arrayBuffer());
      last = whole;
      const cut = luck === 'truncateReply' ? whole.slice(0, Math.floor(whole.length / 2)) : whole;
      return new Response(cut, { status: response.status, headers: response.headers });
    },
  };
  return line;
}
