/** I11: words never wait behind more than one piece of a photo. */
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import type { DiskView } from '../phone-disk.ts';
import type { SimPhone } from '../phone.ts';
import { Broken } from './broken.ts';

const PIECES_MAX = 1;

/** Pieces sent while words waited, since the last exchange. */
const pieces = new WeakMap<SimPhone, number>();

/** As a request sets out; `view` of the phone when it carries a piece. */
export function checkWordsFirst(phone: SimPhone, path: string, view: DiskView | undefined): void {
  if (path === EXCHANGE_PATH) pieces.delete(phone);
  if (view === undefined) return;
  const { lastSeq, ackedSeq } = view.state;
  const before = pieces.get(phone) ?? 0;
  const now = lastSeq > ackedSeq ? before + 1 : 0;
  pieces.set(phone, now);
  if (now > PIECES_MAX)
    throw new Broken('I11', `${phone.name}: ${lastSeq - ackedSeq} operations wait behind ${now} pieces`);
}
