/**
 * The recovery identity as it stands on paper: an age identity file that also says whose archives to trust, so that a
 * box without anything left can tell the commune's archive from one that somebody else encrypted to it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '#domain/zod.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { keyFiles, type CommuneKeys } from '../crypto/keys.ts';
import { keyMark } from './manifest.ts';

const MARK_LINE = /^#\s*commune key:\s*([A-Za-z0-9_-]{43})\s*$/m;
const IDENTITY_LINE = /^AGE-SECRET-KEY-1[0-9A-Z]+$/gm;

/** Lines to be printed once and kept on paper; they are an identity file as `age` reads it, too. */
export const recoveryLines = (communeId: string, mark: string, identity: string): string[] => [
  `# Thi đua số, ${communeId}: recovery identity`,
  `# commune key: ${mark}`,
  identity,
];

/** The same for keys that were just made; nothing for all others. */
export const recoveryToPrint = async (communeId: string, keys: CommuneKeys): Promise<string[]> =>
  keys.recoveryIdentity === undefined
    ? []
    : recoveryLines(communeId, await keyMark(keys.publicJwk), keys.recoveryIdentity);

/** What a person is told of it, around the lines themselves. */
export const recoveryNotice = (lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        'KHÓA KHÔI PHỤC: chép ba dòng dưới đây ra giấy và cất giữ. Chỉ hiện một lần này; mất máy chủ thì phải có nó mới mở được bản sao lưu.',
        'RECOVERY IDENTITY: keep these three lines on paper. They are shown this once; without the server only they open a backup.',
        ...lines,
        '',
      ];

export interface RecoveryFile {
  identities: string[];
  /** Mark of the commune's key, where the paper says it. */
  mark: string | null;
}

export function readRecovery(text: string): RecoveryFile {
  return { identities: text.match(IDENTITY_LINE) ?? [], mark: MARK_LINE.exec(text)?.[1] ?? null };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const [jwkFile, identityFile] = keyFiles;

/** What this folder of data itself can open and vouch for; nothing where there are no keys. */
export async function keysAtHand(dataDir: string): Promise<RecoveryFile> {
  const identity = await readIfThere(join(dataDir, 'keys', identityFile));
  const stored = await readIfThere(join(dataDir, 'keys', jwkFile));
  const jwk = stored === null ? null : z.object(publicJwkSchema.shape).parse(JSON.parse(stored));
  return {
    identities: identity === null ? [] : [identity.trim()],
    mark: jwk === null ? null : await keyMark({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y }),
  };
}
