/** Accounts of the office: who a code is for. The same role and the same name are the same person on every machine. */
import type { Note } from '../backup/write-noted.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import type { Transaction } from '../store/store.ts';
import type { AccountRow } from '../store/tables/account.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';

type AccountDeps = Pick<CoreDeps, 'clock' | 'newId'>;

/** The account of this name in this role, made where there is none that works here. */
export async function accountFor(
  deps: AccountDeps,
  transaction: Transaction,
  { role, name }: { role: string; name: string },
  note: Note,
): Promise<AccountRow> {
  const known = await transaction.account.named(role, name);
  if (known !== undefined) return known;
  const row: AccountRow = {
    account_id: deps.newId(),
    role,
    name,
    password_hash: null,
    totp_secret: null,
    totp_step: 0,
    password_at: null,
    password_shut_at: null,
    created_at: deps.clock.now(),
    ended_at: null,
  };
  await transaction.account.insert(row);
  note({ k: 'account', account: { account_id: row.account_id, role, name, created_at: row.created_at } });
  await say(deps, transaction, 'made', row.account_id);
  return row;
}

/** An entry of the log about an account: the act and the id, never the name. */
export async function say(
  deps: AccountDeps,
  transaction: Transaction,
  act: 'made' | 'ended' | 'reset',
  account: string,
): Promise<void> {
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, { kind: 'server.account', facts: { account, act } });
  await ledger.save();
}

/** Takes away every key and password of an account, and ends its sessions. */
export async function shutWays(
  { clock }: Pick<CoreDeps, 'clock'>,
  transaction: Transaction,
  accountId: string,
  note: Note,
): Promise<void> {
  const at = clock.now();
  for (const { credential_id } of await transaction.passkey.of(accountId)) {
    await transaction.passkey.end(credential_id, at);
    note({ k: 'shut', account: accountId, passkey: credential_id, at });
  }
  await transaction.account.shutPassword(accountId, at);
  note({ k: 'shut', account: accountId, at });
  await transaction.session.endOfAccount(accountId, at);
}

/**
 * Of a database kept before there were accounts: each device of the office gets one, and results verified from now on
 * are changed by two people. Of no effect a second time.
 */
export async function catchUpAccounts(deps: AccountDeps, transaction: Transaction): Promise<void> {
  // The journal learns of it when the store is settled with it, right after this.
  const note: Note = () => undefined;
  const commune = await transaction.commune.find();
  if (commune?.second_from !== null) return;
  for (const {
    device_id,
    role,
    binding_kind,
    person_name,
    title,
    account_id,
  } of await transaction.device.list())
    if (binding_kind === 'office' && account_id === null) {
      const account = await accountFor(deps, transaction, { role, name: person_name ?? title }, note);
      await transaction.device.giveTo(device_id, account.account_id);
    }
  await transaction.commune.inTwos((await transaction.commune.find())?.rev ?? 0);
}
