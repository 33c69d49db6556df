/** Pages of the operation log as the office reads them. */
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import { verdictCodeSchema, verdictSchema } from '#protocol/exchange.ts';
import type { LogEntry, LogPage, LogQuery } from '#protocol/log.ts';
import { routeRoles } from '../http/route-key.ts';
import { authenticate } from '../identity/authenticate.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { LogOutcome } from '../outcomes.ts';
import { EMPTY_HASH } from '../photos/empty-body.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { OperationRow } from '../store/tables/operation.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { describe, listed, type Described } from './changes.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { subjectOf, wordsOf, type Named, type Words } from './entry-words.ts';

/** Entries looked at for one page: a filter that fits little asks again from where this one stopped. */
const SCAN_MAX = 4000;
const READ_AT_ONCE = 500;

interface Found {
  row: OperationRow;
  words: Words;
  named: Named | null;
}

const bodyOf = ({ body, kind }: OperationRow): LogEntry['body'] =>
  body !== null ? 'here' : kind === 'server.setAside' ? 'setAside' : 'erased';

/** The device that sent it, or the one the server says something of. */
const deviceIdOf = ({ device_id }: OperationRow, { facts }: Words): string =>
  device_id === '' ? String(facts?.['device'] ?? '') : device_id;

async function fits(lookup: Lookup, { row, words, named }: Found, query: LogQuery): Promise<boolean> {
  const { kind, device, subject, text } = query;
  if (kind !== undefined && row.kind !== kind) return false;
  const deviceId = deviceIdOf(row, words);
  if (device !== undefined && deviceId !== device) return false;
  if (subject !== undefined && named?.subject.id !== subject) return false;
  if (text === undefined) return true;
  const sender = deviceId === '' ? null : await lookup.device(deviceId);
  const key = searchKey(
    [row.kind, row.kind.replaceAll('.', ' '), sender?.label, sender?.name, named?.subject.name, named?.code]
      .concat(words.names)
      .join(' '),
  );
  return matches(key, text);
}

const describedRecord = ({ value: _value, ...described }: NonNullable<Words['record']>): Described =>
  described;

async function entryOf(lookup: Lookup, { row, words, named }: Found): Promise<LogEntry> {
  const { operation, facts } = words;
  const own = words.record === null ? listed([]) : describedRecord(words.record);
  const described = operation === null ? own : await describe(lookup, operation);
  const deviceId = deviceIdOf(row, words);
  const device = deviceId === '' ? null : await lookup.device(deviceId);
  return {
    rev: row.rev,
    opId: row.op_id,
    kind: row.kind,
    receivedAt: row.received_at,
    ...(operation !== null && { claimedAt: operation.claimedAt }),
    verdict: verdictSchema.parse(row.verdict),
    ...(row.code !== null && { code: verdictCodeSchema.parse(row.code) }),
    ...(device !== null && { device }),
    ...(named !== null && { subject: named.subject }),
    ...described,
    body: bodyOf(row),
    ...(facts !== null && { facts }),
    opHash: row.op_hash,
    log: row.log,
  };
}

async function pageOf(lookup: Lookup, query: LogQuery): Promise<Pick<LogPage, 'entries' | 'next'>> {
  const { operation } = lookup.tables;
  const forwards = query.after !== undefined;
  const entries: LogEntry[] = [];
  let at = query.after ?? query.before ?? Number.MAX_SAFE_INTEGER;
  for (let looked = 0; looked < SCAN_MAX;) {
    const rows = await (forwards ? operation.page(at, READ_AT_ONCE) : operation.before(at, READ_AT_ONCE));
    for (const { commune_id: _, ...row } of rows) {
      if (entries.length === query.limit) return { entries, next: at };
      const words = wordsOf(row);
      const found: Found = { row, words, named: await subjectOf(lookup, words) };
      if (await fits(lookup, found, query)) entries.push(await entryOf(lookup, found));
      at = row.rev;
    }
    looked += rows.length;
    if (rows.length < READ_AT_ONCE) return { entries };
  }
  return { entries, next: at };
}

export interface LogRequest {
  method: 'GET' | 'HEAD';
  /** The address with its query, as the proof names it. */
  path: string;
  query: LogQuery;
  carried?: Carried;
}

export async function readLog(
  deps: CoreDeps,
  proof: string,
  { method, path, query, carried = nothingCarried }: LogRequest,
): Promise<LogOutcome> {
  const reader = await authenticate(deps, proof, {
    method,
    path,
    bodyHash: EMPTY_HASH,
    roles: routeRoles('GET /api/v1/log'),
    carried,
    isGrave: query.take !== undefined,
  });
  if (reader.kind === 'refused') return reader;
  if (query.take !== undefined)
    await deps.store.write((transaction) =>
      logServerEntry(deps, transaction, 'server.export', { device: reader.deviceId, what: 'log' }),
    );
  return deps.store.read(async (tables) => {
    const commune = await tables.commune.find();
    if (commune === undefined) throw new Error('the commune was never seeded');
    const head = { rev: commune.rev, log: commune.audit_head };
    const page = await pageOf(createLookup(tables), query);
    return { kind: 'answered', response: { v: 1, ...page, head } };
  });
}
