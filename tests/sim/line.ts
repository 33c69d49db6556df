/** What becomes of one request on its way: the network of the simulation. */
import { PROOF_HEADER } from '#protocol/proof.ts';
import type { Holder } from './locks.ts';
import type { Asked } from './planted/planted.ts';
import { never } from './locks.ts';
import { ServerDied, type ServerFate, type SimServer } from './server.ts';

export const fates = [
  'fine',
  'loseRequest',
  'loseReply',
  'twice',
  'twiceLast',
  'late',
  'oldReply',
  'truncate',
  'cut',
  'portalPage',
  'portalJson',
  'forged',
  'badGateway',
  'hang',
  'busy',
  'diskFull',
  'diesBeforeCommit',
  'diesAfterCommit',
] as const;
export type Fate = (typeof fates)[number];

interface Sent {
  path: string;
  init: RequestInit;
}

/** Whose request it is, and what the platform does meanwhile. */
export interface Caller extends Holder {
  /** Fates of the next requests, in turn; `fine` when they are used up. */
  fates: Fate[];
  lastReply: string | undefined;
  /** A request that never comes back: the platform's clock goes on until it is given up. */
  hang(signal: AbortSignal | null | undefined): void;
  /** What the code of this page makes of the rows of a reply. */
  understood(text: string): string;
}

/** What left the server for somebody who waits for it. */
export interface Answered {
  caller: Caller;
  path: string;
  method: string;
  status: number;
  /** '' for what is no text. */
  text: string;
  bytes: ArrayBuffer;
  proof: string;
}

export interface Line {
  fetch(caller: Caller, path: string, init: RequestInit): Promise<Response>;
  /** What the network held back arrives now; nobody waits for the answers. */
  deliverLate(): Promise<void>;
  held(): number;
  forget(): void;
}

export interface LineHooks {
  /** Something may have been committed. */
  handled: (answer: Answered | null) => void;
  /** A request sets out. */
  leaves?: (caller: Caller, path: string, method: string) => Promise<void>;
  /** Someone without the protocol may make of a foreign reply what they like. */
  foreign?: ((reply: Response, asked: Asked) => Promise<Response>) | undefined;
  /** What somebody who is not the commune would say in its name. */
  forge: (asked: Asked) => Promise<Response>;
}

const lost = (): TypeError => new TypeError('connection reset');
const page = (status: number): Response =>
  new Response('<h1>Wi-Fi</h1>', { status, headers: { 'content-type': 'text/html' } });
const serverFates: Partial<Record<Fate, ServerFate>> = {
  busy: 'busy',
  diskFull: 'diskFull',
  diesBeforeCommit: 'diesBeforeCommit',
  diesAfterCommit: 'diesAfterCommit',
};
const methodOf = ({ init }: Sent): string => init.method ?? 'GET';
const askedIn = (sent: Sent): Asked => ({
  body: bodyOf(sent),
  proof: new Headers(sent.init.headers).get(PROOF_HEADER) ?? '',
});
const bodyOf = (sent: Sent): string =>
  sent.init.body instanceof Uint8Array && methodOf(sent) === 'POST'
    ? new TextDecoder().decode(sent.init.body)
    : '';

/** Half of it, then the connection is gone. */
function brokenHalfway(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new Error('the connection broke'));
      else controller.enqueue(new Uint8Array(bytes.subarray(0, Math.ceil(bytes.length / 2))));
      isSent = true;
    },
  });
}

export function createLine(server: SimServer, hooks: LineHooks): Line {
  let late: Sent[] = [];

  /** The answer as it left the server: status, headers, whole text. */
  async function ask(
    caller: Caller | null,
    { path, init }: Sent,
    fate: ServerFate = 'well',
  ): Promise<Response> {
    try {
      const response = await server.handle(path, init, fate);
      const bytes = await response.arrayBuffer();
      const isText = /json/.test(response.headers.get('content-type') ?? '');
      const text = isText ? new TextDecoder().decode(bytes) : '';
      const { status } = response;
      const sent = { path, init };
      const { proof } = askedIn(sent);
      hooks.handled(
        caller === null ? null : { caller, path, method: methodOf(sent), status, text, bytes, proof },
      );
      const read = caller === null || text === '' ? bytes : caller.understood(text);
      return new Response(bytes.byteLength === 0 ? null : read, {
        status: response.status,
        headers: response.headers,
      });
    } catch (error) {
      hooks.handled(null);
      throw error instanceof ServerDied ? lost() : error;
    }
  }

  async function arrive(caller: Caller, sent: Sent, fate: Fate): Promise<Response> {
    const foreign = async (reply: Response): Promise<Response> =>
      hooks.foreign === undefined ? reply : hooks.foreign(reply, askedIn(sent));
    const keep = async (reply: Response): Promise<Response> => {
      const whom = caller;
      if (reply.status === 200) whom.lastReply = await reply.clone().text();
      return reply;
    };
    switch (fate) {
      case 'loseRequest':
        throw lost();
      case 'loseReply':
        await ask(caller, sent);
        throw lost();
      case 'late':
        late.push(sent);
        throw lost();
      case 'cut':
        if (sent.init.body instanceof Uint8Array) {
          const half = { body: brokenHalfway(sent.init.body), duplex: 'half' };
          await ask(caller, { ...sent, init: { ...sent.init, ...half } });
        }
        throw lost();
      case 'hang':
        caller.hang(sent.init.signal);
        return never();
      case 'twice': {
        const first = await ask(caller, sent);
        await ask(caller, sent);
        return keep(first);
      }
      case 'twiceLast':
        await ask(caller, sent);
        return keep(await ask(caller, sent));
      case 'oldReply':
        if (caller.lastReply === undefined) throw lost();
        return new Response(caller.lastReply, { headers: { 'content-type': 'application/json' } });
      case 'truncate': {
        const reply = await ask(caller, sent);
        // Of what is no text its length is told, and the platform sees that some is missing.
        if (!/json|html/.test(reply.headers.get('content-type') ?? 'json')) throw lost();
        const text = await reply.text();
        return new Response(text.slice(0, text.length / 2), { status: reply.status, headers: reply.headers });
      }
      case 'portalPage':
        return foreign(page(200));
      case 'portalJson':
        return foreign(new Response('{}', { headers: { 'content-type': 'application/json' } }));
      case 'forged':
        return foreign(await hooks.forge(askedIn(sent)));
      case 'badGateway':
        return page(502);
      default:
        return keep(await ask(caller, sent, serverFates[fate]));
    }
  }

  return {
    async fetch(caller, path, init) {
      if (caller.isDead) return never();
      await hooks.leaves?.(caller, path, methodOf({ path, init }));
      const sent = { path, init };
      // What is to break in the middle of a piece waits for one.
      const waits = caller.fates[0] === 'cut' && methodOf(sent) !== 'PATCH';
      const reply = await arrive(caller, sent, (waits ? undefined : caller.fates.shift()) ?? 'fine');
      return caller.isDead ? never() : reply;
    },
    async deliverLate() {
      const arriving = late;
      late = [];
      for (const sent of arriving) await ask(null, sent).catch(() => undefined);
    },
    held: () => late.length,
    forget: () => {
      late = [];
    },
  };
}
