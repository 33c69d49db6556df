/** What an exchange needs from outside: nothing is reached for. */
import type { Chance, Clock } from '#protocol/ids.ts';
import type { HeadsCache } from '../audit/read-heads.ts';
import type { Journal } from '../backup/journal.ts';
import type { CommuneKeys } from '../crypto/keys.ts';
import type { DeviceKeys } from '../identity/device-keys.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { FactsCache } from './facts.ts';
import type { Faults } from './faults.ts';

/** Must the office's devices carry a session? `notAsked` is for what is about something else, and knows no cookies. */
export type SessionsAsked = 'asked' | 'notAsked';

export interface CoreDeps {
  store: Store;
  clock: Clock;
  chance: Chance;
  keys: CommuneKeys;
  log: Log;
  /** Beside the database: appended after a commit and before its answer. */
  journal: Journal;
  faults: Faults;
  facts: FactsCache;
  heads: HeadsCache;
  devices: DeviceKeys;
  sessions: SessionsAsked;
  /** Fresh UUIDv7 for entries the server makes itself. */
  newId: () => string;
}
