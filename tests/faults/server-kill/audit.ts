/** What the commune holds in the end, against what the phones were told. Reads with the product's own core and tables. */
import { webcrypto } from 'node:crypto';
import { openServerCore } from '#server/core.ts';
import { openStore } from '#server/store/open.ts';
import type { Sender } from './sender.ts';

export interface Place {
  dataDir: string;
  databaseUrl?: string;
}

export interface Audit {
  /** Acknowledged, and not there. */
  lost: string[];
  /** There more than once, or there and sealed by nobody. */
  twice: string[];
  /** What `verify` does not like. */
  problems: unknown[];
}

export const coreAt = (place: Place) =>
  openServerCore({
    sessions: 'notAsked',
    ...place,
    clock: { now: () => Date.now() },
    chance: { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) },
    log: () => undefined,
  });

const timesIn = (ids: readonly string[]): Map<string, number> => {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
};

export async function auditPlace(place: Place, senders: readonly Sender[]): Promise<Audit> {
  const { core } = await coreAt(place);
  const { problems } = await core.verify();
  const { communeId } = core;
  await core.close();
  const store = await openStore({ ...place, communeId, warn: () => undefined });
  const audit: Audit = { lost: [], twice: [], problems };
  for (const { phone, sealed, acknowledged, assessmentId } of senders) {
    const { places, comments, rounds } = await store.read(async (tables) => ({
      places: await tables.deviceSeq.of(phone.id),
      comments: await tables.comment.of(assessmentId),
      rounds: (await tables.submission.of(assessmentId)).map(({ round }) => round),
    }));
    const held = timesIn(places.map(({ op_id: id }) => id));
    for (const { opId } of sealed.slice(0, acknowledged)) if (!held.has(opId)) audit.lost.push(opId);
    // Its effect as well, and as often as it was sealed: every comment, every round of the form.
    const texts = timesIn(comments.map(({ comment_id: id }) => id));
    for (const { opId, kind } of sealed.slice(0, acknowledged))
      if (kind === 'comment.add' && !texts.has(opId)) audit.lost.push(`effect of ${opId}`);
    const known = new Set(sealed.map(({ opId }) => opId));
    for (const [opId, times] of held) if (times > 1 || !known.has(opId)) audit.twice.push(opId);
    const submitted = places.filter(({ op_id: id }) =>
      sealed.some(({ opId, kind }) => opId === id && kind === 'assessment.submit'),
    ).length;
    const expected = Array.from({ length: submitted }, (_, at) => at + 1);
    if (rounds.join() !== expected.join()) audit.twice.push(`rounds ${rounds.join()} of ${submitted}`);
  }
  const codes = await store.read(async ({ record }) =>
    (await record.list('household')).map(({ code }) => code ?? 'none'),
  );
  for (const [code, times] of timesIn(codes)) if (times > 1) audit.twice.push(`household ${code}`);
  await store.close();
  return audit;
}
