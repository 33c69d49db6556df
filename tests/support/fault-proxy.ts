/**
 * A bad line in front of the real server: a proxy that does what its script says to the requests it names, and logs what
 * it did. Everything else passes as it is. Faults happen on real sockets, so that the platform's own fetch meets them.
 */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from './port-of.ts';
import { createHandover, type Handover } from './handover.ts';

export type Fault =
  /** Nobody ever answers; the request never arrives. */
  | { do: 'blackhole' }
  /** Waits for {@link FaultProxy.release} before it passes the request on. */
  | { do: 'hold' }
  | { do: 'delay'; ms: number }
  /** The connection breaks after so many bytes of the body went up; the server sees nothing. */
  | { do: 'resetRequest'; afterBytes: number }
  /** The server took it; the connection breaks after so many bytes of the reply. */
  | { do: 'resetReply'; afterBytes: number }
  /** The server took it; the reply ends early, and its framing says that this is all. */
  | { do: 'truncateReply'; afterBytes: number }
  /** The network delivers it twice at once; the first answer is given. */
  | { do: 'twice' }
  /** Delivered only after the phone was told that the line broke. */
  | { do: 'late' }
  /** The answer to the last request of the same kind. */
  | { do: 'oldReply' }
  | { do: 'html200' }
  | { do: 'json200' }
  | { do: 'redirect' }
  | { do: 'badGateway' }
  /** A middlebox that takes headers away from the request. */
  | { do: 'strip'; headers: readonly string[] };

export interface FaultRule {
  /** Held against `POST /api/v1/sync`. */
  match: RegExp;
  /** How often; absent = always. */
  times?: number;
  fault: Fault;
}

interface Passed {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const PORTAL = '<!doctype html><title>Wi-Fi</title><p>Mời đăng nhập để vào mạng.';

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

export class FaultProxy {
  readonly origin: string;
  /** Asked in order; the first that matches is used up. */
  script: FaultRule[] = [];
  /** No connection at all. */
  isDown = false;
  /** What was asked and what became of it: `POST /api/v1/sync resetReply`. */
  readonly log: string[] = [];
  readonly #target: string;
  readonly #server: ReturnType<typeof createServer>;
  readonly #last = new Map<string, Passed>();
  #held: Handover = createHandover();

  private constructor(target: string, server: ReturnType<typeof createServer>, port: number) {
    this.#target = target;
    this.#server = server;
    this.origin = `http://localhost:${port}`;
  }

  /** Stands in front of `target` on `port` (0 = any free one). */
  static async start(target: string, port = 0): Promise<FaultProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, () => resolve()));
    const proxy = new FaultProxy(target, server, portOf(server));
    server.on('request', (request, response) => {
      proxy.#serve(request, response).catch((error: unknown) => {
        proxy.log.push(`${request.method} ${request.url} broke: ${String(error)}`);
        response.destroy();
      });
    });
    return proxy;
  }

  /** Lets go on what `hold` keeps. */
  release(): void {
    this.#held.open();
    this.#held = createHandover();
  }

  async stop(): Promise<void> {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #faultFor(what: string): Fault | undefined {
    const rule = this.script.find(({ match, times }) => match.test(what) && times !== 0);
    if (rule?.times !== undefined) rule.times -= 1;
    return rule?.fault;
  }

  async #pass(request: IncomingMessage, body: Buffer, without: readonly string[] = []): Promise<Passed> {
    const headers = { ...request.headers };
    for (const name of without) delete headers[name];
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        new URL(request.url ?? '/', this.#target),
        { method: request.method ?? 'GET', headers: { ...headers, host: new URL(this.#target).host } },
        (answer) => {
          readAll(answer).then(
            (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
            reject,
          );
        },
      );
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const what = `${request.method} ${request.url}`;
    const note = (fate: string) => this.log.push(`${what} ${fate}`);
    if (this.isDown) {
      note('no line');
      request.socket.resetAndDestroy();
      return;
    }
    const fault = this.#faultFor(what);
    note(fault?.do ?? 'passed');
    if (fault?.do === 'resetRequest') {
      let seen = 0;
      for await (const chunk of request) if ((seen += Buffer.from(chunk).length) >= fault.afterBytes) break;
      request.socket.resetAndDestroy();
      return;
    }
    const body = await readAll(request);
    const reply = (passed: Passed) => {
      response.writeHead(passed.status, passed.headers);
      response.end(passed.body);
    };
    const pass = async (without?: readonly string[]): Promise<Passed> => {
      const passed = await this.#pass(request, body, without);
      this.#last.set(what, passed);
      return passed;
    };
    if (fault === undefined) {
      reply(await pass());
      return;
    }
    switch (fault.do) {
      case 'blackhole':
        return;
      case 'hold':
        await this.#held.opened;
        return reply(await pass());
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        return reply(await pass());
      case 'twice': {
        const [first] = await Promise.all([pass(), this.#pass(request, body)]);
        return reply(first);
      }
      case 'late':
        request.socket.resetAndDestroy();
        await this.#held.opened;
        await this.#pass(request, body);
        note('late answered');
        return;
      case 'oldReply':
        return reply(this.#last.get(what) ?? (await pass()));
      case 'strip':
        return reply(await pass(fault.headers));
      case 'resetReply': {
        const passed = await pass();
        response.writeHead(passed.status, passed.headers);
        response.write(passed.body.subarray(0, fault.afterBytes));
        // Only what was written has left; then the line is gone.
        setImmediate(() => request.socket.resetAndDestroy());
        return;
      }
      case 'truncateReply': {
        const { 'content-length': _length, ...headers } = (await pass()).headers;
        const cut = this.#last.get(what)?.body.subarray(0, fault.afterBytes) ?? Buffer.alloc(0);
        return reply({ status: 200, headers, body: cut });
      }
      default:
        return this.#lie(fault, response);
    }
  }

  /** Answers in the server's place; it sees nothing. */
  #lie(fault: Fault, response: ServerResponse): void {
    switch (fault.do) {
      case 'html200':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(PORTAL);
        return;
      case 'json200':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{}');
        return;
      case 'redirect':
        response.writeHead(302, { location: 'http://localhost:9/dang-nhap' });
        response.end();
        return;
      case 'badGateway':
        response.writeHead(502, { 'content-type': 'text/html' });
        response.end('<h1>502</h1>');
        return;
      default:
        throw new Error(`${fault.do} is no lie`);
    }
  }
}
