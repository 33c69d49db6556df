/**
 * Who is calling, behind which proxies. `X-Forwarded-*` is believed from listed proxies alone: anybody can write the
 * header, and failed codes are counted by this address.
 */
import { BlockList, isIP } from 'node:net';

export interface Caller {
  address: string;
  /** Reached us, or the first trusted proxy, over https. */
  secure: boolean;
}

export interface Connection {
  /** Address of the other end of the socket; absent inside tests. */
  remoteAddress?: string | undefined;
  encrypted: boolean;
}

/** `::ffff:10.0.0.1` is 10.0.0.1; a port or brackets some proxies add are dropped. */
function plain(address: string): string {
  const trimmed = address
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return trimmed.toLowerCase().startsWith('::ffff:') && isIP(trimmed.slice(7)) === 4
    ? trimmed.slice(7)
    : trimmed;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** Who of `proxies` (addresses or CIDR ranges, already checked) may speak for others. */
export function createCallerReader(
  proxies: readonly string[],
): (connection: Connection, headers: Headers) => Caller {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  const isTrusted = (address: string): boolean =>
    isIP(address) !== 0 && list.check(address, familyOf(address));
  return (connection, headers) => {
    const socket = plain(connection.remoteAddress ?? '');
    if (!isTrusted(socket)) return { address: socket, secure: connection.encrypted };
    const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(plain);
    // From our end backwards: the first hop that is not ours is the caller, whatever stands left of it is hearsay.
    const stranger = hops.findLast((hop) => !isTrusted(hop));
    const address = stranger !== undefined && isIP(stranger) !== 0 ? stranger : socket;
    const proto = headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase();
    return { address, secure: proto === undefined ? connection.encrypted : proto === 'https' };
  };
}
