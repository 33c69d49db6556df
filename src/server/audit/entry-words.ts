/** What an entry of the log says, read from its body; and whom it is about. */
import { z } from '#domain/zod.ts';
import type { LogEntry } from '#protocol/log.ts';
import type { Operation, RecordPutArgs } from '#protocol/operation.ts';
import type { OperationRow } from '../store/tables/operation.ts';
import { differences, listed, type Described } from './changes.ts';
import { isSubjectKind, operationIn, type Lookup, type Named } from './lookup.ts';

export type { Named } from './lookup.ts';

export interface Words {
  operation: Operation | null;
  /** Of the server's own entries. */
  facts: NonNullable<LogEntry['facts']> | null;
  /** A record the server wrote itself. */
  record: (Described & { value: Value }) | null;
  /** Names in it, to be searched. */
  names: string[];
}

type Value = Readonly<Record<string, unknown>>;

const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const recordSchema = z.object({ entity: z.string(), value: z.record(z.string(), z.unknown()) });

const NAMES = ['name', 'title', 'householder', 'personName', 'label', 'shortTitle'];
const namesIn = (value: Value): string[] =>
  NAMES.flatMap((member) => {
    const name = value[member];
    return typeof name === 'string' ? [name] : [];
  });

export function wordsOf(row: OperationRow): Words {
  const nothing: Words = { operation: null, facts: null, record: null, names: [] };
  const operation = operationIn(row);
  if (operation !== null) {
    const names =
      operation.kind === 'record.put' ? [operation.args.entity, ...namesIn(operation.args.value ?? {})] : [];
    return { ...nothing, operation, names };
  }
  if (row.body === null) return nothing;
  const body: unknown = JSON.parse(row.body);
  const own = row.kind === 'server.record' ? recordSchema.safeParse(body) : null;
  if (own?.success === true) {
    const { entity, value } = own.data;
    const { id } = value;
    const record = {
      entity,
      ...(typeof id === 'string' && { id }),
      ...listed(differences({}, value)),
      value,
    };
    return { ...nothing, record, names: [entity, ...namesIn(value)] };
  }
  const facts = factsSchema.safeParse(body);
  return facts.success ? { ...nothing, facts: facts.data } : nothing;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The hamlet, unit or family a record is, hangs from, or speaks of. */
async function subjectOfRecord(
  lookup: Lookup,
  { entity, id, value }: Pick<RecordPutArgs, 'entity' | 'id'> & { value?: Value | undefined },
): Promise<Named | null> {
  if (isSubjectKind(entity)) return lookup.subject(entity, id);
  const stored = value === undefined ? (await lookup.tables.record.find(entity, id))?.value : undefined;
  const about: Value = value ?? z.record(z.string(), z.unknown()).parse(JSON.parse(stored ?? '{}'));
  if (textOf(about['householdId']) !== '') return lookup.subject('household', textOf(about['householdId']));
  if (textOf(about['subjectId']) !== '')
    return lookup.subject(textOf(about['subjectKind']), textOf(about['subjectId']));
  return textOf(about['hamletId']) === '' ? null : lookup.subject('hamlet', textOf(about['hamletId']));
}

async function subjectOfFacts(lookup: Lookup, facts: NonNullable<Words['facts']>): Promise<Named | null> {
  if (facts['assessment'] !== undefined) return lookup.subjectOfAssessment(String(facts['assessment']));
  const kind = String(facts['binding'] ?? facts['kind'] ?? '');
  return facts['id'] === undefined ? null : lookup.subject(kind, String(facts['id']));
}

async function subjectOfOperation(lookup: Lookup, { args }: Operation): Promise<Named | null> {
  if ('entity' in args) return subjectOfRecord(lookup, args);
  const assessment =
    'assessmentId' in args && args.assessmentId !== undefined
      ? args.assessmentId
      : 'submission' in args
        ? await lookup.assessmentOfSubmission(args.submission)
        : null;
  return assessment === null ? null : lookup.subjectOfAssessment(assessment);
}

/** Null where it is about nobody, or nobody the commune knows. */
export async function subjectOf(lookup: Lookup, { operation, facts, record }: Words): Promise<Named | null> {
  if (operation !== null) return subjectOfOperation(lookup, operation);
  if (record !== null)
    return subjectOfRecord(lookup, { entity: record.entity ?? '', id: record.id ?? '', value: record.value });
  return facts === null ? null : subjectOfFacts(lookup, facts);
}
