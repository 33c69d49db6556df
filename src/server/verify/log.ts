/** The operation log: its chain, and every body against its hash. */
import { CHAIN_START } from '#protocol/hash.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { Store } from '../store/store.ts';
import type { OperationRow } from '../store/tables/operation.ts';
import { logHash } from '../sync/ledger.ts';
import { PAGE, type Report } from './report.ts';

/** The log in order, page by page. */
export async function* logPages(store: Store): AsyncGenerator<readonly OperationRow[]> {
  for (let rev = 0, more = true; more;) {
    const page = await store.read((tables) => tables.operation.page(rev, PAGE));
    yield page;
    rev = page.at(-1)?.rev ?? rev;
    more = page.length === PAGE;
  }
}

export async function verifyLog(store: Store, report: Report): Promise<{ logEntries: number }> {
  let head = CHAIN_START;
  let entries = 0;
  let rev = 0;
  for await (const page of logPages(store)) {
    for (const entry of page) {
      head = logHash(head, entry);
      if (entry.log !== head) report('log-chain-broken', `operation ${entry.op_id}`);
      if (entry.body !== null && hashTextNow(entry.body) !== entry.op_hash)
        report('body-differs-from-hash', `operation ${entry.op_id}`);
      // One broken link is one problem: the next is held against what is stored.
      head = entry.log;
      rev = entry.rev;
    }
    entries += page.length;
  }
  const commune = await store.read((tables) => tables.commune.find());
  if (commune?.audit_head !== head) report('log-head-differs', `commune ${store.communeId}`);
  if ((commune?.rev ?? 0) < rev) report('revision-runs-back', `commune ${store.communeId}`);
  const named = commune?.facts_op ?? '';
  if (named !== '' && (await store.read((tables) => tables.operation.find(named))) === undefined)
    report('facts-name-no-entry', `commune ${store.communeId}`);
  return { logEntries: entries };
}
