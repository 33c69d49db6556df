/**
 * A family that was erased, or that belongs to another hamlet now, leaves the phones that typed on its behalf: its draft
 * and its pictures go with its rows. What was sealed stays in the sequence until every backup holds it (decision 0014),
 * and is shown nowhere.
 */
import { bytesKey } from '#client/db/photo-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { DraftRow, OutboxRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';

/** The commune knows no such family: erased, whether it had a form by then (the first) or not. */
const OF_NOBODY: readonly string[] = ['ERASED', 'UNKNOWN_SUBJECT'];

/** Waiting still, or not taken for another reason: a person may want its words back. */
const isKept = ({ result }: OutboxRow): boolean =>
  result === undefined ||
  (result.verdict !== 'applied' && result.verdict !== 'conflict' && !OF_NOBODY.includes(result.code ?? ''));

/** Families added here that the commune did not take: no form of theirs was refused for being nobody's. */
function neverTaken(outbox: readonly OutboxRow[]): Set<string> {
  const refused = outbox.filter((row) => row.kind === 'record.put' && isKept(row));
  return new Set(
    refused.flatMap((row) => {
      const operation = operationIn(row);
      return operation?.kind === 'record.put' ? [operation.args.id] : [];
    }),
  );
}

async function goneDrafts(store: EngineStore): Promise<DraftRow[]> {
  const typed = (await store.drafts()).filter(({ channel }) => channel === 'proxy');
  if (typed.length === 0) return [];
  // A phone that was shown no hamlet (cut off, bound anew) does not know who is in the list.
  const { cursors } = await store.state();
  if (!Object.keys(cursors).some((scope) => scope.startsWith('hamlet:'))) return [];
  const listed = new Set((await store.rows('household')).map(({ id }) => id));
  const gone = typed.filter(({ subjectId }) => subjectId !== undefined && !listed.has(subjectId));
  if (gone.length === 0) return [];
  const own = neverTaken(await store.outbox());
  return gone.filter(({ subjectId = '' }) => !own.has(subjectId));
}

/** Call it only when everything the commune has for this phone is here: who is missing then is gone. */
export async function dropGone(store: EngineStore): Promise<void> {
  for (const { id, assessmentId } of await goneDrafts(store)) {
    if ((await store.sealedFor(assessmentId)).some(isKept)) continue;
    await store.tables.write(['drafts', 'photos', 'photoBytes'], async (tx) => {
      const photos = (await tx.photos().toArray()).filter((photo) => photo.assessmentId === assessmentId);
      await tx.deleteDraft(id);
      await tx.photos().bulkDelete(photos.map((photo) => photo.id));
      await tx
        .photoBytes()
        .bulkDelete(
          photos.flatMap((photo) =>
            (['raw', 'final', 'thumb'] as const).map((size) => bytesKey(photo.id, size)),
          ),
        );
    });
  }
}
