/**
 * *Xuất bài chưa gửi* (`protocol.md` §10): what waits, as it is, with this phone's word over it, in one file that only
 * the commune can open. Nothing on the phone changes; the same ids make handing it in harmless however often.
 */
import { Encrypter } from 'age-encryption';
import { canon } from '#protocol/canon.ts';
import { utf8 } from '#protocol/hash.ts';
import {
  RESCUE_BYTES_MAX,
  RESCUE_SUFFIX,
  rescueDigest,
  signRescue,
  type RescueClaims,
  type RescueFile,
} from '#protocol/rescue.ts';
import type { Identity, OutboxRow, ProfileRow } from '#client/db/model.ts';
import type { RescueExport } from '#client/workspace.ts';

export interface RescueParts {
  identity: Identity | undefined;
  /** What the commune has not answered for, in order of seq. */
  waiting: readonly OutboxRow[];
  profile: ProfileRow;
  /** From what anyone may read of the campaign, for a phone that never reached the commune. */
  publicRecipient: string | undefined;
  installationId: string;
  now: number;
}

/** Left for the frame, the signature and what encryption adds. */
const FRAME_BYTES = 16 * 1024;

/** A phone that never reached the commune brings the code it would have redeemed. */
const enrolPart = ({ profile, installationId }: RescueParts): Pick<RescueFile, 'enrol'> => {
  const { link } = profile;
  if (link.state !== 'pending') return {};
  return { enrol: { code: link.code, installationId, label: link.label } };
};

function isReadable({ text }: OutboxRow): boolean {
  try {
    return canon(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/**
 * As many as follow each other and one file takes; what is left follows once these have arrived. A body the disk broke
 * would have the whole file refused, so it stays out.
 */
function fitting(waiting: readonly OutboxRow[]): OutboxRow[] {
  let bytes = FRAME_BYTES;
  const rows: OutboxRow[] = [];
  for (const row of waiting.slice(Math.max(0, waiting.findIndex(isReadable)))) {
    if (!isReadable(row)) break;
    bytes += utf8(JSON.stringify(row.text)).length + 1;
    if (bytes > RESCUE_BYTES_MAX) break;
    rows.push(row);
  }
  return rows;
}

const nameOf = (deviceId: string, now: number): string => {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '');
  return `thi-dua-so-${day}-${deviceId.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 6)}${RESCUE_SUFFIX}`;
};

export async function writeRescue(parts: RescueParts): Promise<RescueExport> {
  const { identity, profile, now } = parts;
  const rows = fitting(parts.waiting);
  const [first] = rows;
  if (first === undefined || identity === undefined) return { kind: 'nothingWaits' };
  const recipient = identity.recipient ?? parts.publicRecipient;
  if (recipient === undefined) return { kind: 'noCommuneKey' };
  const claims: RescueClaims = {
    commune: profile.communeId,
    device: identity.deviceId,
    firstSeq: first.seq,
    count: rows.length,
    ops: await rescueDigest(rows.map(({ hash }) => hash)),
    madeAt: now,
  };
  const file: RescueFile = {
    v: 1,
    jwk: identity.jwk,
    ops: rows.map(({ text }) => text),
    statement: await signRescue(claims, identity.keys.privateKey),
    ...enrolPart(parts),
  };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = new Uint8Array(await encrypter.encrypt(JSON.stringify(file)));
  return { kind: 'file', name: nameOf(identity.deviceId, now), bytes, operations: rows.length };
}
