/** What an entry of the log names, looked up once each: devices, subjects, earlier operations. */
import { recordSchemas } from '#protocol/entities.ts';
import type { LogEntry } from '#protocol/log.ts';
import { operationSchema, type Operation } from '#protocol/operation.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import type { Tables } from '../store/tables.ts';
import type { OperationRow } from '../store/tables/operation.ts';

export type LogDevice = NonNullable<LogEntry['device']>;
export type LogSubject = NonNullable<LogEntry['subject']>;

export interface Named {
  subject: LogSubject;
  /** Human code, where it has one. */
  code: string;
}

const subjectKinds = ['household', 'hamlet', 'unit'] as const;
export const isSubjectKind = (kind: string): kind is LogSubject['kind'] =>
  subjectKinds.some((known) => known === kind);

/** Remembers each answer, also that there is none. */
function once<Value>(find: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}

export interface Lookup {
  tables: Tables;
  device(id: string): Promise<LogDevice | null>;
  subject(kind: string, id: string): Promise<Named | null>;
  subjectOfAssessment(id: string): Promise<Named | null>;
  assessmentOfSubmission(id: string): Promise<string | null>;
  /** As it was sent; null when it is not here, or has no words any more. */
  operation(id: string): Promise<Operation | null>;
}

/** The words of an entry that holds an operation; null for every other. */
export function operationIn({ body, kind }: Pick<OperationRow, 'body' | 'kind'>): Operation | null {
  if (body === null || (kind.startsWith('server.') && kind !== 'server.setAside')) return null;
  const read = operationSchema.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
}

/** For the length of one read. */
export function createLookup(tables: Tables): Lookup {
  const subject = once(async (key: string): Promise<Named | null> => {
    const [kind = '', id = ''] = key.split(' ');
    if (!isSubjectKind(kind)) return null;
    const row = await tables.record.find(kind, id);
    if (row === undefined) return null;
    const value: unknown = JSON.parse(row.value);
    const name =
      kind === 'household'
        ? recordSchemas.household.parse(value).householder
        : recordSchemas[kind].parse(value).name;
    return { subject: { kind, id, name }, code: row.code ?? '' };
  });
  return {
    tables,
    device: once(async (id) => {
      const row = await tables.device.find(id);
      if (row === undefined) return null;
      const role = roleSchema.parse(row.role);
      return { id, label: row.label, role, name: row.person_name ?? row.title };
    }),
    subject: (kind, id) => subject(`${kind} ${id}`),
    subjectOfAssessment: once(async (id) => {
      const row = await tables.assessment.find(id);
      return row === undefined ? null : subject(`${row.subject_kind} ${row.subject_id}`);
    }),
    assessmentOfSubmission: once(async (id) => (await tables.submission.find(id))?.assessment_id ?? null),
    operation: once(async (id) => {
      const row = await tables.operation.find(id);
      return row === undefined ? null : operationIn(row);
    }),
  };
}
