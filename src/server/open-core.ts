/** The core opened for an operator: when it does not open, one line says where and why, without a password. */
import { databaseName } from './config.ts';
import { openServerCore, type OpenCore, type OpenOptions } from './core.ts';

export type Opened = ({ kind: 'open' } & OpenCore) | { kind: 'wrong'; line: string };

/** Where rows are kept, as the operator knows it. */
const placeOf = ({ dataDir, databaseUrl }: Pick<OpenOptions, 'dataDir' | 'databaseUrl'>): string =>
  databaseUrl === undefined ? `DATA_DIR ${dataDir}` : `DATABASE_URL ${databaseName(databaseUrl)}`;

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

export async function openCore(options: OpenOptions): Promise<Opened> {
  try {
    return { kind: 'open', ...(await openServerCore(options)) };
  } catch (error) {
    return { kind: 'wrong', line: `${placeOf(options)}: the store cannot be opened (${lineOf(error)})` };
  }
}
