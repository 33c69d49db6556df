/** Passes requests on as they are, with the proof of a live officer's device and its session: what a scanner lacks. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { hashBytes } from '#protocol/hash.ts';
import { readFragment } from '#protocol/fragment.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';

export interface SigningProxy {
  origin: string;
  count: () => number;
  failures: () => number;
  close: () => Promise<void>;
}

/** Kept back: what belongs to one connection, or what the proxy itself says. */
const OWN = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'cookie', PROOF_HEADER]);

export async function openSigningProxy(target: string, link: string, port: number): Promise<SigningProxy> {
  const door: Door = (path, init) => fetch(target + path, init);
  const device = await SigningDevice.make();
  const enrolled = await device.enrol(door, readFragment(new URL(link).hash)?.secret ?? '');
  if (enrolled.status !== 200) throw new Error(enrolled.text);
  let count = 0;
  let failures = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const bytes = new Uint8Array(Buffer.concat(chunks));
      const { method = 'GET', url = '/' } = request;
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(request.headers))
        if (!OWN.has(name) && typeof value === 'string') headers[name] = value;
      const known = (['GET', 'POST', 'HEAD', 'PATCH'] as const).find((each) => each === method) ?? 'POST';
      const signed = await device.signed(url, bytes, [], {
        claims: { method: known, body: await hashBytes(bytes) },
        headers,
      });
      count += 1;
      const reply = await door(url, {
        method,
        headers: signed,
        redirect: 'manual',
        ...(method !== 'GET' && method !== 'HEAD' && { body: bytes }),
      });
      if (reply.status >= 500 && reply.status !== 503) failures += 1;
      response.writeHead(reply.status, {
        'content-type': reply.headers.get('content-type') ?? 'text/plain',
        'content-security-policy': reply.headers.get('content-security-policy') ?? '',
        'x-content-type-options': reply.headers.get('x-content-type-options') ?? '',
        'x-frame-options': reply.headers.get('x-frame-options') ?? '',
      });
      response.end(Buffer.from(await reply.arrayBuffer()));
    })().catch((error: unknown) => {
      // A request no client could send (a broken address): said to the scanner as what it is.
      response.writeHead(400);
      response.end(String(error));
    });
  });
  server.listen(port);
  await once(server, 'listening');
  return {
    origin: `http://localhost:${port}`,
    count: () => count,
    failures: () => failures,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
