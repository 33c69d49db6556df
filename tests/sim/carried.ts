/** Files that carry work without a network: exported, changed by somebody on the way, handed in by whoever has them. */
import { Decrypter, Encrypter } from 'age-encryption';
import { canon } from '#protocol/canon.ts';
import { rescueFileSchema } from '#protocol/rescue.ts';
import { openRescue } from '#server/rescue/open-file.ts';
import type { Workspace } from '#client/workspace.ts';
import { Broken } from './oracle/broken.ts';
import type { SimPhone } from './phone.ts';
import type { SimServer } from './server.ts';
import type { SimEvent } from './schedule.ts';
import { COMMUNE } from './village.ts';
import type { World } from './world.ts';

export interface CarriedFile {
  /** Name of the phone that wrote it. */
  phone: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Hashes of its operations, by the commune's own reading. */
  hashes: string[];
}

export async function exportWork(world: World, phone: SimPhone, workspace: Workspace): Promise<void> {
  const written = await workspace.exportRescue();
  if (written.kind !== 'file') return;
  const { identity } = world.template.server.keys;
  const opened = await openRescue(written.bytes, { identity, communeId: COMMUNE });
  if (opened.kind !== 'open' || opened.operations.length !== written.operations)
    throw new Broken('I16', `${phone.name} exported ${written.operations} operations nobody can read`);
  world.files.push({
    phone: phone.name,
    bytes: written.bytes,
    hashes: opened.operations.map(({ hash }) => hash),
  });
}

/** Somebody who could write to the commune put other words into it. */
async function withOtherWords({ keys }: SimServer, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  const text = new TextDecoder().decode(await decrypter.decrypt(bytes));
  const file = rescueFileSchema.parse(JSON.parse(text));
  const ops = file.ops.map((op) => canon({ ...JSON.parse(op), claimedAt: 1 }));
  const encrypter = new Encrypter();
  encrypter.addRecipient(keys.recipient);
  return new Uint8Array(await encrypter.encrypt(JSON.stringify({ ...file, ops })));
}

async function changedBytes(
  server: SimServer,
  { bytes }: CarriedFile,
  how: Extract<SimEvent, { t: 'handIn' }>['changed'],
): Promise<Uint8Array<ArrayBuffer>> {
  if (how === undefined) return bytes;
  if (how === 'words') return withOtherWords(server, bytes);
  const copy = bytes.slice();
  const at = copy.length - 20;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Answers about the phone that wrote it, or about the commune's machine: nothing of the file was judged. */
const passing = ['device-revoked', 'device-unknown', 'busy'];

export async function handIn(
  world: World,
  workspace: Workspace,
  event: Extract<SimEvent, { t: 'handIn' }>,
): Promise<void> {
  const file = world.files[event.file % Math.max(1, world.files.length)];
  if (file === undefined) return;
  const { server } = world.template;
  const outcome = await workspace.handInRescue(await changedBytes(server, file, event.changed));
  if (outcome.kind === 'unreachable') return;
  if (outcome.kind === 'refused') {
    const isOurs = event.phone === 'Dung';
    if (event.changed === undefined && !isOurs && !passing.includes(outcome.problem))
      throw new Broken('I16', `a file of ${file.phone} was refused: ${outcome.problem}`);
    return;
  }
  if (event.changed !== undefined) throw new Broken('I16', `a changed file of ${file.phone} was taken in`);
  const { taken, known, needsLook } = outcome.reply;
  if (taken + known + needsLook !== file.hashes.length)
    throw new Broken('I16', `of ${file.hashes.length} operations, ${JSON.stringify(outcome.reply)}`);
  const there = new Set([...world.truth.ever.values()].map(({ hash }) => hash));
  const lost = file.hashes.find((hash) => !there.has(hash));
  if (lost !== undefined) throw new Broken('I16', `a file was taken in, and ${lost} of it is nowhere`);
}
