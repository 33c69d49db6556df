/** JSON replies: never cached, gzipped when it helps. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const WORTH_BYTES = 1024;

/** Does `Accept-Encoding` name this coding without forbidding it (`q=0`)? */
export function acceptsCoding(header: string | null, coding: string): boolean {
  return (header ?? '').split(',').some((entry) => {
    const [name = '', ...parameters] = entry
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

export interface JsonReply {
  value: unknown;
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** `value` as `application/json`. Above 1 KB it travels gzipped to whoever accepts that. */
export async function jsonReply(request: Request, reply: JsonReply): Promise<Response> {
  const text = JSON.stringify(reply.value);
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    ...reply.headers,
  });
  const status = reply.status ?? 200;
  const plain = Buffer.from(text);
  if (plain.byteLength <= WORTH_BYTES || !acceptsCoding(request.headers.get('accept-encoding'), 'gzip'))
    return new Response(plain, { status, headers });
  headers.set('content-encoding', 'gzip');
  return new Response(await gzipAsync(plain), { status, headers });
}
