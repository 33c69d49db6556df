import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listen, type Listening } from '#server/http/listen.ts';
import { testCertificate, testKey } from './tls-pair.ts';

const HOST = '127.0.0.1';
const folder = mkdtempSync(join(tmpdir(), 'thidua-listen-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function listening(
  port: number,
  answer: (request: Request) => Promise<Response> | Response,
): Promise<Listening> {
  const listened = await listen({ port, host: HOST }, answer);
  if (listened.kind === 'wrong') throw new Error(listened.line);
  return listened.listening;
}

test('a stop lets a request in flight end, then frees the port', async () => {
  const arrived = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Response>();
  const { address, stop } = await listening(8330, () => {
    arrived.resolve();
    return answer.promise;
  });
  const reply = fetch(address);
  await arrived.promise;
  const stopped = stop();
  await expect(fetch(address)).rejects.toThrow('fetch failed');
  answer.resolve(new Response('đã xong'));
  expect(await (await reply).text()).toBe('đã xong');
  await stopped;
  const again = await listening(8330, () => new Response('lại'));
  expect(await (await fetch(again.address)).text()).toBe('lại');
  await again.stop();
});

test('a port in use is told in one line', async () => {
  const first = await listening(8331, () => new Response('một'));
  expect(await listen({ port: 8331, host: HOST }, () => new Response('hai'))).toEqual({
    kind: 'wrong',
    line: 'PORT 8331 on 127.0.0.1 is in use by another program',
  });
  await first.stop();
});

test('with a certificate it speaks https, and a file that is not one is told in one line', async () => {
  const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(tls.certFile, testCertificate);
  writeFileSync(tls.keyFile, testKey);
  const listened = await listen({ port: 8332, host: HOST, tls }, () => new Response('an toàn'));
  if (listened.kind === 'wrong') throw new Error(listened.line);
  expect(listened.listening.address).toBe('https://127.0.0.1:8332');
  const text = await new Promise<string>((resolve, reject) => {
    const call = httpsRequest({ host: HOST, port: 8332, ca: testCertificate, agent: false }, (reply) => {
      let body = '';
      reply.setEncoding('utf8').on('data', (part: string) => (body += part));
      reply.on('end', () => resolve(body));
    });
    call.on('error', reject);
    call.end();
  });
  expect(text).toBe('an toàn');
  await listened.listening.stop();

  writeFileSync(tls.keyFile, 'không phải khóa');
  const wrong = await listen({ port: 8332, host: HOST, tls }, () => new Response('x'));
  expect(wrong).toMatchObject({
    kind: 'wrong',
    line: expect.stringMatching(/^TLS_CERT, TLS_KEY: cannot be used \(.+\)$/),
  });
  const absent = await listen(
    { port: 8332, tls: { ...tls, keyFile: join(folder, 'none') } },
    () => new Response('x'),
  );
  expect(absent).toMatchObject({ kind: 'wrong', line: expect.stringContaining('ENOENT') });
});

test('headers above 8 kB are refused before any code of ours runs', async () => {
  let calls = 0;
  const { stop } = await listening(8333, () => {
    calls += 1;
    return new Response('x');
  });
  const firstLine = await new Promise<string>((resolve, reject) => {
    const socket = connect(8333, HOST, () => {
      socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(9000)}\r\n\r\n`);
    });
    socket.setEncoding('utf8').once('data', (text: string) => resolve(text.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
  expect(firstLine).toContain('431');
  expect(calls).toBe(0);
  await stop();
});
