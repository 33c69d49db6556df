/**
 * What the office told of a family elsewhere than in its own records: bulletins that name its example, examples of others
 * it took up, the minutes of its hamlet's meeting as an officer wrote them. Those go on without it.
 */
import { recordSchemas } from '#protocol/entities.ts';
import type { Award } from '#protocol/award-records.ts';
import type { Bulletin, Exemplar, Paper } from '#protocol/paper-records.ts';
import type { Transaction } from '../store/store.ts';
import type { RecordRow } from '../store/tables/record.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { NamedRecord } from '../sync/judge/record-scopes.ts';
import { readAwardRecord } from '../sync/judge/award-context.ts';
import { NOTHING, retell, writingsNaming, type Named } from './retell.ts';
import type { EraseBench, Erased } from './take-away.ts';

interface Told {
  /** The family's id. */
  id: string;
  /** Its records that go. */
  records: readonly Named[];
}

interface Telling {
  existing: RecordRow;
  /** Without the family; null: nothing of it may stay. */
  record: NamedRecord | null;
}

const withoutIt = (bulletin: Bulletin, { id, who }: Exemplar): Bulletin => {
  const isTold = bulletin.exemplars.includes(id);
  const silent = (text: string): string => (isTold || text.includes(who) ? NOTHING : text);
  return {
    ...bulletin,
    title: bulletin.title.includes(who) ? NOTHING : bulletin.title,
    script: silent(bulletin.script),
    post: silent(bulletin.post),
    exemplars: bulletin.exemplars.filter((each) => each !== id),
  };
};

const meetingKey = ({ recipient, villageVote }: Award): string => {
  if (villageVote === undefined) return '';
  const { votes: _, ...about } = villageVote;
  return JSON.stringify([recipient.position, about]);
};

async function rowOf({ record }: Transaction, { entity, id }: Named): Promise<RecordRow[]> {
  const row = await record.find(entity, id);
  return row === undefined ? [] : [row];
}

/** Records of this kind that ever named that id, as they stand or ended. */
async function rowsNaming(transaction: Transaction, entity: string, id: string): Promise<RecordRow[]> {
  const ids = new Set(
    (await writingsNaming(transaction, id)).flatMap(({ record }) =>
      record.entity === entity && record.id !== id ? [record.id] : [],
    ),
  );
  const rows: RecordRow[] = [];
  for (const each of ids) rows.push(...(await rowOf(transaction, { entity, id: each })));
  return rows;
}

/** What ended is shown to nobody and goes whole. */
const telling = (existing: RecordRow, record: NamedRecord): Telling => ({
  existing,
  record: existing.ended_at === null ? record : null,
});

async function bulletinsOf(transaction: Transaction, records: readonly Named[]): Promise<Telling[]> {
  const found = new Map<string, { existing: RecordRow; value: Bulletin }>();
  for (const named of records.filter(({ entity }) => entity === 'exemplar'))
    for (const own of await rowOf(transaction, named)) {
      const exemplar = recordSchemas.exemplar.parse(JSON.parse(own.value));
      for (const existing of await rowsNaming(transaction, 'bulletin', exemplar.id)) {
        const value =
          found.get(existing.id)?.value ?? recordSchemas.bulletin.parse(JSON.parse(existing.value));
        found.set(existing.id, { existing, value: withoutIt(value, exemplar) });
      }
    }
  return [...found.values()].map(({ existing, value }) => telling(existing, { entity: 'bulletin', value }));
}

/** Examples of others that were taken up by it. */
async function takenUpBy(transaction: Transaction, { id, records }: Told): Promise<Telling[]> {
  const own = new Set(records.map((record) => record.id));
  return (await rowsNaming(transaction, 'exemplar', id))
    .filter((existing) => !own.has(existing.id))
    .map((existing) => {
      const exemplar = recordSchemas.exemplar.parse(JSON.parse(existing.value));
      const replications = exemplar.replications.filter(({ subjectId }) => subjectId !== id);
      return telling(existing, { entity: 'exemplar', value: { ...exemplar, replications } });
    });
}

/** Own words of an officer that name it, in minutes of the meeting that voted on it and on others. */
async function minutesOf(transaction: Transaction, records: readonly Named[]): Promise<Telling[]> {
  const gone = new Map<string, string[]>();
  for (const named of records.filter(({ entity }) => entity === 'award'))
    for (const { value } of await rowOf(transaction, named)) {
      const award = readAwardRecord('award', value);
      const key = meetingKey(award);
      if (key !== '') gone.set(key, [...(gone.get(key) ?? []), award.recipient.name]);
    }
  const going = new Set(records.map(({ id }) => id));
  const found: Telling[] = [];
  const papers =
    gone.size === 0
      ? []
      : [...(await transaction.record.list('paper')), ...(await transaction.record.ended('paper'))];
  for (const existing of papers) {
    const paper: Paper = recordSchemas.paper.parse(JSON.parse(existing.value));
    if (paper.kind !== 'minutes' || paper.aboutId === undefined || going.has(existing.id)) continue;
    const [about] = await rowOf(transaction, { entity: 'award', id: paper.aboutId });
    const names =
      about === undefined ? [] : (gone.get(meetingKey(readAwardRecord('award', about.value))) ?? []);
    const edits = Object.entries(paper.edits);
    const kept = edits.filter(([, text]) => !names.some((name) => text.includes(name)));
    if (kept.length < edits.length)
      found.push(
        telling(existing, { entity: 'paper', value: { ...paper, edits: Object.fromEntries(kept) } }),
      );
  }
  return found;
}

export interface FamilyTellings {
  /** Go whole. */
  gone: Named[];
  /** Go on without the family. */
  left: { existing: RecordRow; record: NamedRecord }[];
}

/** To be asked before anything of the family goes. */
export async function tellingsOf(transaction: Transaction, told: Told): Promise<FamilyTellings> {
  const all = [
    ...(await bulletinsOf(transaction, told.records)),
    ...(await takenUpBy(transaction, told)),
    ...(await minutesOf(transaction, told.records)),
  ];
  return {
    gone: all.flatMap(({ existing: { entity, id }, record }) => (record === null ? [{ entity, id }] : [])),
    left: all.flatMap(({ existing, record }) => (record === null ? [] : [{ existing, record }])),
  };
}

/** @returns what went of the log, record by record */
export async function retellAll(
  deps: Pick<CoreDeps, 'clock' | 'newId'>,
  bench: EraseBench,
  { left }: Pick<FamilyTellings, 'left'>,
): Promise<Erased[]> {
  const taken: Erased[] = [];
  for (const each of left) taken.push(await retell(deps, bench, each));
  return taken;
}
