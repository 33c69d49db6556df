/** What every judge is given and gives back. One file for each kind of operation stands beside this one. */
import type { VerdictCode } from '#protocol/exchange.ts';
import type { OperationKind, OperationOf } from '#protocol/operation.ts';
import { roleSchema, type Binding, type Role } from '#protocol/policy-roles.ts';
import { readBinding } from '../../identity/scopes.ts';
import type { Transaction } from '../../store/store.ts';
import type { DeviceRow } from '../../store/tables/device.ts';
import type { Facts } from '../facts.ts';
import type { Ledger } from '../ledger.ts';

/** Whose credential an operation came under; `by` inside its body is only a claim. */
export interface Author {
  deviceId: string;
  role: Role;
  binding: Binding;
  /** Person where known, otherwise what the credential is called. */
  name: string;
  /** Its phone stands in for people: what that is called (`identity/shared-phones.ts`). */
  sharedPhone?: string;
}

export const authorOf = (device: DeviceRow): Author => ({
  deviceId: device.device_id,
  role: roleSchema.parse(device.role),
  binding: readBinding(device.binding_kind, device.binding_id),
  name: device.person_name ?? device.title,
  ...(device.shared_phone !== null && { sharedPhone: device.shared_phone }),
});

export interface Bench {
  transaction: Transaction;
  ledger: Ledger;
  facts: Facts;
  author: Author;
  communeId: string;
  /** The operation's own revision; further rows it touches take their own from the ledger. */
  rev: number;
  opHash: string;
  /** Epoch ms. */
  receivedAt: number;
  /** Only when the log is played again: ids of what has been erased since. */
  erased?: ReadonlySet<string>;
  /** Only then, and only where families were erased: what their writings, which are gone, had taken. */
  replayed?: {
    /** Codes of families in the list: those erased had theirs between them. */
    codes: ReadonlyMap<string, string>;
    /** Of records of a batch that lost some: the revision each got. By operation. */
    revs: ReadonlyMap<string, number>;
  };
}

/** What showing a record or an assessment to its audiences takes. */
export type ShowBench = Pick<Bench, 'transaction' | 'ledger' | 'facts' | 'communeId' | 'rev'>;

/** A judge decides before it writes: what is refused or quarantined has changed nothing. */
export type Judgement =
  | { verdict: 'applied' | 'conflict' }
  | { verdict: 'refused' | 'quarantined'; code: VerdictCode };

export type Judge<Kind extends OperationKind> = (
  bench: Bench,
  operation: OperationOf<Kind>,
) => Promise<Judgement>;

/** After a restore phones hand back what it lacked; until that is done nobody decides over what may be missing. */
export const isDraining = ({ ledger, receivedAt }: Pick<Bench, 'ledger' | 'receivedAt'>): boolean =>
  ledger.drainUntil !== null && receivedAt < ledger.drainUntil;

export const applied: Judgement = { verdict: 'applied' };
export const refused = (code: VerdictCode): Judgement => ({ verdict: 'refused', code });
export const quarantined = (code: VerdictCode): Judgement => ({ verdict: 'quarantined', code });
