/**
 * The public board, its picture and open data. Each is made once for what it shows and kept packed: a crowd costs neither
 * the database nor the processor more than one reader.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { BoardExemplar, BoardFacts } from '#domain/board/facts.ts';
import { catalogue } from '#domain/open-data/catalogue.ts';
import { openCsv } from '#domain/open-data/csv.ts';
import type { OpenDocument } from '#domain/open-data/document.ts';
import { BOARD_PATH, OPEN_DATA_PATH } from '#protocol/open-data.ts';
import type { ServerCore } from '../core-types.ts';
import { boardPage } from '../board/page.ts';
import { shareImage } from '../board/share-image.ts';
import { BOARD_STYLE } from '../board/style.ts';
import type { Asset } from './assets.ts';
import { busyReply, problemReply } from './problem.ts';
import type { Route, RouteRequest } from './route.ts';
import { sendAsset } from './static-files.ts';

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

const sha256 = (bytes: string | Uint8Array, as: 'base64' | 'base64url'): string =>
  createHash('sha256').update(bytes).digest(as);

/** No script, no frame, nothing from elsewhere, and the one style that stands in the page. */
export const BOARD_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${sha256(BOARD_STYLE, 'base64')}'`,
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

async function assetOf(contentType: string, content: string | Buffer, pack = true): Promise<Asset> {
  const bytes = new Uint8Array(Buffer.from(content));
  const [br, packed] = pack ? await Promise.all([packBrotli(bytes), packGzip(bytes)]) : [];
  return {
    contentType,
    etag: sha256(bytes, 'base64url').slice(0, 22),
    bytes,
    compressed: {
      ...(br !== undefined && { br: new Uint8Array(br) }),
      ...(packed !== undefined && { gzip: new Uint8Array(packed) }),
    },
  };
}

/** What `make` makes of a thing, once for as long as the thing is there; who asks meanwhile waits for the same. */
function once<Key extends object, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const made = new WeakMap<Key, Promise<Value>>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    // What failed is tried anew by the next who asks.
    value.catch(() => made.delete(key));
    return value;
  };
}

/** A minute without asking: a page that is everywhere need not be new to the second. */
const SHORT = { 'cache-control': 'public, max-age=60' };
/** As everything under `/api`: a release in memory costs little to send, and no cache has to be trusted with it. */
const NEVER = { 'cache-control': 'no-store' };
/** Portals of other places read it. */
const SHARED = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' };

const readNumber = (text: string): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0);
const releaseOf = ({ core, parameter }: RouteRequest): Promise<OpenDocument | null> =>
  core.openRelease(readNumber(parameter('number')));

export function createBoardRoutes(publicOrigin: string) {
  const page = once(async (facts: BoardFacts) =>
    assetOf('text/html; charset=utf-8', await boardPage(facts, publicOrigin)),
  );
  const picture = once(async (facts: BoardFacts) => assetOf('image/png', await shareImage(facts), false));
  const smalls = new WeakMap<object, Promise<Asset | null>>();
  /** Kept as long as the board that tells of it. */
  const small = (core: ServerCore, photo: NonNullable<BoardExemplar['photo']>): Promise<Asset | null> => {
    const known = smalls.get(photo);
    if (known !== undefined) return known;
    const made = core
      .boardPhoto(photo)
      .then((found) => found && assetOf(found.type, Buffer.from(found.bytes), false));
    smalls.set(photo, made);
    made.catch(() => smalls.delete(photo));
    return made;
  };
  const base = `${publicOrigin}${OPEN_DATA_PATH}`;
  const contents = once((facts: BoardFacts) => {
    const { commune, releases } = facts;
    const about = { base, board: `${publicOrigin}${BOARD_PATH}`, publisher: commune.standingOffice };
    const list = catalogue({ ...about, place: `${commune.name}, ${commune.parent}` }, releases);
    return assetOf('application/ld+json; charset=utf-8', JSON.stringify(list));
  });
  const whole = once((release: OpenDocument) =>
    assetOf('application/json; charset=utf-8', JSON.stringify(release)),
  );
  const csv = once(async ({ tables }: OpenDocument) => {
    const made = new Map<string, Asset>();
    for (const table of tables)
      made.set(`${table.id}.csv`, await assetOf('text/csv; charset=utf-8', openCsv(table)));
    return made;
  });

  const ofBoard =
    (make: (facts: BoardFacts) => Promise<Asset>, headers: Readonly<Record<string, string>>): Route =>
    async ({ request, core }) => {
      const facts = await core.board();
      return facts === null ? busyReply() : sendAsset(request, await make(facts), { ...SHORT, ...headers });
    };

  return {
    'GET /cong-khai': ofBoard(page, { 'content-security-policy': BOARD_POLICY }),
    'GET /cong-khai/anh.png': ofBoard(picture, { 'cross-origin-resource-policy': 'cross-origin' }),
    'GET /cong-khai/dien-hinh/:exemplar': async ({ request, core, parameter }) => {
      const facts = await core.board();
      const named = facts?.exemplars.find(({ id }) => id === parameter('exemplar'));
      const asset = named?.photo ? await small(core, named.photo) : null;
      return asset === null ? problemReply('not-found') : sendAsset(request, asset, SHORT);
    },
    'GET /api/v1/public/open-data': ofBoard(contents, { ...NEVER, ...SHARED }),
    'GET /api/v1/public/open-data/:number': async (call) => {
      const release = await releaseOf(call);
      return release === null
        ? problemReply('not-found')
        : sendAsset(call.request, await whole(release), { ...NEVER, ...SHARED });
    },
    'GET /api/v1/public/open-data/:number/:table': async (call) => {
      const release = await releaseOf(call);
      const name = call.parameter('table');
      const table = release === null ? undefined : (await csv(release)).get(name);
      if (release === null || table === undefined) return problemReply('not-found');
      const file = `attachment; filename="ban-${release.number}-${name}"`;
      return sendAsset(call.request, table, { ...NEVER, ...SHARED, 'content-disposition': file });
    },
  } satisfies Record<string, Route>;
}
