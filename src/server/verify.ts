/**
 * Recomputes what the store claims of itself: each device's chain, the operation log, every score and receipt code, and
 * whether the feed says as much as the tables. Reads only; in pages, so that a large commune fits into memory.
 */
import { score } from '#domain/score.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import { hashTextNow, nextChainNow } from './crypto/hash.ts';
import type { Store } from './store/store.ts';
import type { Tables } from './store/tables.ts';
import { createFactsCache } from './sync/facts.ts';
import { submittedBody } from './sync/judge/submission-rows.ts';
import { logHash } from './sync/ledger.ts';

export interface VerifyReport {
  counts: Record<string, number>;
  /** Empty = everything adds up. */
  problems: { what: string; where: string }[];
}

const PAGE = 500;

type Report = (what: string, where: string) => void;

async function verifyLog(store: Store, report: Report): Promise<number> {
  let head = CHAIN_START;
  let entries = 0;
  let rev = 0;
  for (;;) {
    const page = await store.read((tables) => tables.operation.page(rev, PAGE));
    for (const entry of page) {
      head = logHash(head, entry);
      if (entry.log !== head) report('log-chain-broken', entry.op_id);
      if (entry.body !== null && hashTextNow(entry.body) !== entry.op_hash)
        report('body-differs-from-hash', entry.op_id);
      // One broken link is one problem: the next is held against what is stored.
      head = entry.log;
      rev = entry.rev;
    }
    entries += page.length;
    if (page.length < PAGE) break;
  }
  const commune = await store.read((tables) => tables.commune.find());
  if (commune?.audit_head !== head) report('log-head-differs', store.communeId);
  return entries;
}

async function verifyDevices(store: Store, report: Report): Promise<number> {
  const devices = await store.read((tables) => tables.device.list());
  for (const { device_id, last_seq, chain } of devices) {
    const places = await store.read((tables) => tables.deviceSeq.of(device_id));
    let recomputed = CHAIN_START;
    for (const [index, { seq, op_hash, op_id }] of places.entries()) {
      if (seq !== index + 1) report('sequence-has-a-gap', `${device_id} ${seq}`);
      recomputed = nextChainNow(recomputed, op_hash);
      const entry = await store.read((tables) => tables.operation.find(op_id));
      if (entry?.op_hash !== op_hash) report('sequence-names-another-operation', `${device_id} ${seq}`);
    }
    if (recomputed !== chain || places.length !== last_seq) report('device-chain-differs', device_id);
  }
  return devices.length;
}

async function verifySubmissions(store: Store, report: Report): Promise<number> {
  const facts = createFactsCache();
  const verifyPage = async (tables: Tables, after: string) => {
    const commune = await tables.commune.find();
    const { sets } = await facts.of(tables, commune?.facts_op ?? '');
    const page = await tables.submission.page(after, PAGE);
    for (const { submission_id: id, criteria_set, server_score, receipt_code, digest } of page) {
      if (receiptCodeOf(digest) !== receipt_code) report('receipt-code-differs', id);
      const operation = await tables.operation.find(id);
      if (operation?.op_hash !== digest) report('submission-without-its-operation', id);
      const body = await submittedBody(tables, id);
      const set = sets.get(criteria_set)?.set;
      if (set === undefined) report('criteria-set-missing', id);
      else if (body !== null && score(set, body.snapshot).normalised !== server_score)
        report('score-differs', id);
    }
    return page;
  };
  let submissions = 0;
  let after = '';
  for (;;) {
    const page = await store.read((tables) => verifyPage(tables, after));
    submissions += page.length;
    after = page.at(-1)?.submission_id ?? after;
    if (page.length < PAGE) return submissions;
  }
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** A household's rows show in its own scope and in its hamlet's; others' in one. */
const inSubjectScopes = (counts: ReadonlyMap<string, number>): number =>
  sum(counts) + (counts.get('household') ?? 0);

async function verifyFeed(
  store: Store,
  submissions: number,
  report: Report,
): Promise<Record<string, number>> {
  const { records, assessments, comments, office, subjects } = await store.read(async ({ audit }) => ({
    records: await audit.records(),
    assessments: await audit.assessments(),
    comments: await audit.comments(),
    office: await audit.officeRows(),
    subjects: await audit.subjectRows(),
  }));
  const expect = (where: string, found: number | undefined, expected: number): void => {
    if ((found ?? 0) !== expected)
      report('feed-differs-from-tables', `${where}: ${found ?? 0} of ${expected}`);
  };
  for (const [entity, rows] of records) expect(`office ${entity}`, office.get(entity), rows);
  expect('office assessment', office.get('assessment'), sum(assessments));
  expect('office submission', office.get('submission'), submissions);
  expect('office comment', office.get('comment'), sum(comments));
  expect('subjects assessment', subjects.get('assessment'), inSubjectScopes(assessments));
  expect('subjects submission', subjects.get('submission'), submissions);
  expect('subjects comment', subjects.get('comment'), inSubjectScopes(comments));
  expect('hamlets household', subjects.get('household'), records.get('household') ?? 0);
  return {
    assessments: sum(assessments),
    comments: sum(comments),
    hamlets: records.get('hamlet') ?? 0,
    households: records.get('household') ?? 0,
    units: records.get('unit') ?? 0,
    feedRows: sum(office) + sum(subjects),
  };
}

async function verifyQuarantine(store: Store, report: Report): Promise<number> {
  const held = await store.read((tables) => tables.quarantine.list());
  for (const { body, op_hash } of held)
    if (hashTextNow(body) !== op_hash) report('quarantined-body-differs', op_hash);
  return held.length;
}

export async function verifyStore(store: Store): Promise<VerifyReport> {
  const problems: VerifyReport['problems'] = [];
  const report: Report = (what, where) => void problems.push({ what, where });
  const logEntries = await verifyLog(store, report);
  const devices = await verifyDevices(store, report);
  const submissions = await verifySubmissions(store, report);
  const quarantined = await verifyQuarantine(store, report);
  const counted = await verifyFeed(store, submissions, report);
  return { counts: { logEntries, devices, submissions, quarantined, ...counted }, problems };
}
