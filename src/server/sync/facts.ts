/**
 * What an exchange must know of the commune: campaign, deadlines, criteria, and which backups are kept. They change a few
 * times a day at most and are read by every exchange, so the parsed form is kept until an entry of the log changes one.
 */
import { answersSchemaFor } from '#domain/answers-schema.ts';
import { criteriaOf, criteriaRef, type CriteriaSet } from '#domain/criteria.ts';
import { recordSchemas, type Campaign, type Deadline, type RecordEntity } from '#protocol/entities.ts';
import { isKept } from '../backup/is-kept.ts';
import type { Tables } from '../store/tables.ts';

export interface KnownSet {
  set: CriteriaSet;
  /** Made when first asked for. */
  answersSchema(): ReturnType<typeof answersSchemaFor>;
}

function knownSet(set: CriteriaSet): KnownSet {
  let schema: ReturnType<typeof answersSchemaFor> | null = null;
  return { set, answersSchema: () => (schema ??= answersSchemaFor(set)) };
}

/** A backup that counts for *safe*: restored in a test, elsewhere than the database, not forgotten (`protocol.md` §9). */
export interface KeptBackup {
  id: string;
  /** Instant of its snapshot, epoch ms. */
  madeAt: number;
}

export interface Facts {
  /** Newest year first. */
  campaigns: Campaign[];
  deadlines: Deadline[];
  /** By reference, `hamlet@1`. */
  sets: ReadonlyMap<string, KnownSet>;
  /** Ids a draft of this kind of subject may answer, over all versions. */
  fieldsOf: ReadonlyMap<string, ReadonlySet<string>>;
  keptBackups: readonly KeptBackup[];
}

export const noFacts: Facts = {
  campaigns: [],
  deadlines: [],
  sets: new Map(),
  fieldsOf: new Map(),
  keptBackups: [],
};

const factEntities: ReadonlySet<string> = new Set(['commune', 'campaign', 'deadline', 'criteriaSet']);
export const isFact = (entity: string): boolean => factEntities.has(entity);

async function loadFacts(tables: Tables): Promise<Facts> {
  const values = async (entity: RecordEntity): Promise<unknown[]> =>
    (await tables.record.list(entity)).map((row): unknown => JSON.parse(row.value));
  const campaigns = (await values('campaign')).map((value) => recordSchemas.campaign.parse(value));
  const deadlines = (await values('deadline')).map((value) => recordSchemas.deadline.parse(value));
  const sets = (await values('criteriaSet')).map((value) => recordSchemas.criteriaSet.parse(value));

  const fieldsOf = new Map<string, Set<string>>();
  for (const set of sets) {
    const fields = fieldsOf.get(set.subjectKind) ?? new Set<string>();
    for (const { id } of [...criteriaOf(set), ...set.sharedQuestions]) fields.add(id);
    fieldsOf.set(set.subjectKind, fields);
  }
  return {
    campaigns: campaigns.toSorted((a, b) => b.year - a.year),
    deadlines,
    sets: new Map(sets.map((set) => [criteriaRef(set), knownSet(set)])),
    fieldsOf,
    keptBackups: (await tables.backup.list())
      .filter(isKept)
      .map((row) => ({ id: row.backup_id, madeAt: row.made_at })),
  };
}

export interface FactsCache {
  /** `factsOp` as the running transaction sees it. */
  of(tables: Tables, factsOp: string): Promise<Facts>;
}

export function createFactsCache(): FactsCache {
  let known: { factsOp: string; facts: Facts } | null = null;
  return {
    of: async (tables, factsOp) => {
      // An operation's id is never used for two contents, so an id that was rolled back can do no harm here.
      if (known?.factsOp !== factsOp) known = { factsOp, facts: await loadFacts(tables) };
      return known.facts;
    },
  };
}
