/** What the journal says of accounts, done again in a restored store: nobody comes back who was sent away. */
import type { JournalEntry } from '../backup/journal-entry.ts';
import type { Transaction } from '../store/store.ts';

export async function replayAccount(
  { account, passkey }: Transaction,
  entry: Extract<JournalEntry, { k: 'account' | 'accountEnded' | 'shut' }>,
): Promise<void> {
  if (entry.k === 'accountEnded') {
    await account.end(entry.account, entry.at);
    return;
  }
  if (entry.k === 'account') {
    if ((await account.find(entry.account.account_id)) !== undefined) return;
    // Its keys and its password were younger than the backup: the operator gives a new link.
    const nothing = { password_hash: null, totp_secret: null, totp_step: 0, password_at: null };
    await account.insert({ ...entry.account, ...nothing, password_shut_at: null, ended_at: null });
    return;
  }
  if (entry.passkey !== undefined) await passkey.end(entry.passkey, entry.at);
  else {
    const known = await account.find(entry.account);
    const isOlder = known !== undefined && (known.password_at ?? 0) <= entry.at;
    if (isOlder) await account.shutPassword(entry.account, entry.at);
  }
}
