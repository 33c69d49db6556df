/**
 * The cookie of an officer's session: one for each device, so that profiles of one browser do not push each other out.
 * No script reads it, no other site sends it, and what comes from elsewhere is taken as if it had not come.
 */
import { proofDevice, PROOF_HEADER } from '#protocol/proof.ts';
import { PRESENT_HEADER, SESSION_WHOLE_MS } from '#protocol/session.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const ID_LETTERS = 16;

/** `__Host-`: browsers take it over https alone (and from localhost), for this host and all of it. */
const nameOf = (deviceId: string): string => `__Host-thidua-${deviceId.slice(0, ID_LETTERS)}`;
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** `Set-Cookie` for a session that begins, or, with null, ends. */
export const setCookie = (deviceId: string, secret: string | null): string =>
  secret === null
    ? `${nameOf(deviceId)}=; Max-Age=0; ${attributes}`
    : `${nameOf(deviceId)}=${secret}; Max-Age=${SESSION_WHOLE_MS / 1000}; ${attributes}`;

function cookieOf(header: string | null, name: string): string | null {
  const found = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const [only] = found;
  const value = only?.slice(name.length + 1) ?? '';
  // Two of one name: somebody else's hand is in it.
  return found.length === 1 && SECRET.test(value) ? value : null;
}

/**
 * Asked for by one of our own pages? Browsers say so in `Sec-Fetch-Site`; older ones name the page's origin with whatever
 * changes something, and with a plain GET say nothing.
 */
function isFromHere({ headers, method, url }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return method === 'GET' || method === 'HEAD';
  const host = headers.get('host') ?? new URL(url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** What a signed request carries beside its proof; `deviceId`: whose, where it is not the proof's own. */
export function carriedBy(
  request: Request,
  deviceId: string | null = proofDevice(request.headers.get(PROOF_HEADER) ?? ''),
): Carried {
  const { headers } = request;
  if (deviceId === null || !isFromHere(request)) return nothingCarried;
  return {
    secret: cookieOf(headers.get('cookie'), nameOf(deviceId)),
    isPresent: headers.get(PRESENT_HEADER) === '1',
  };
}
