/** What PostgreSQL's error codes mean for whoever asked: come back later, or something of ours is wrong. */
import { DatabaseError } from 'pg';
import { StoreBusyError } from '../store.ts';

/** By code, and by class where all of a class mean the same. */
const shortages: ReadonlyMap<string, string> = new Map([
  ['08', 'connection lost'],
  ['25006', 'read-only'],
  ['25P03', 'left waiting inside a transaction'],
  ['40001', 'overtaken by another transaction'],
  ['40P01', 'deadlock'],
  ['53', 'out of resources'],
  ['53100', 'disk full'],
  ['55P03', 'locked by another process'],
  ['57014', 'took too long'],
  ['57P', 'shutting down or starting'],
  ['58', 'disk error'],
  // Another build migrated the schema under a statement prepared before; prepared again it will do.
  ['0A000', 'schema changed'],
  ['XX001', 'disk error'],
]);

const shortageOf = (code: string): string | undefined =>
  shortages.get(code) ?? shortages.get(code.slice(0, 3)) ?? shortages.get(code.slice(0, 2));

/** Is the connection of no more use? Whatever does not come from the server itself says so. */
export const isLost = (error: unknown): boolean =>
  !(error instanceof DatabaseError) ||
  error.severity === 'FATAL' ||
  error.severity === 'PANIC' ||
  error.code === '0A000';

/** Trying several addresses gives an error without a message of its own. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  return error.message === '' && 'code' in error ? String(error.code) : error.message;
};

/** The error as the store tells it: `StoreBusyError` when the database is short of something, itself otherwise. */
export function told(error: unknown): unknown {
  if (!(error instanceof DatabaseError))
    return new StoreBusyError(`no connection: ${reasonOf(error)}`, { cause: error });
  const shortage = shortageOf(error.code ?? '');
  return shortage === undefined ? error : new StoreBusyError(shortage, { cause: error });
}
