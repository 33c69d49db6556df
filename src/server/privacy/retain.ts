/** Carries out what `retention.ts` planned: erasures by their own ways, each in the log and in the journal. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupDeps } from '../backup/deps.ts';
import { writeNoted } from '../backup/write-noted.ts';
import { eraseFeedback } from '../erase/erase-feedback.ts';
import { eraseHouseholds } from '../erase/erase-household.ts';
import { removeFiles } from '../erase/erase.ts';
import { takeFormAway } from '../erase/family.ts';
import { allOf, type Erased } from '../erase/take-away.ts';
import { shownFeedback } from '../feedback.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import { officeScope } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import { withoutCommune } from '../store/without-commune.ts';
import { openLedger, type Ledger } from '../sync/ledger.ts';
import { project } from '../sync/project.ts';
import { OPENINGS_DAYS } from './openings.ts';
import { dayNumber } from './sights.ts';
import {
  countsOf,
  planRetention,
  SPENT_DAYS,
  type RetentionCounts,
  type RetentionPlan,
} from './retention.ts';

type RetainDeps = Pick<BackupDeps, 'store' | 'clock' | 'newId' | 'journal'>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** What a restore set aside is a copy nobody erases from: it goes when no backup is as old. */
const SET_ASIDE_DAYS = 35;

/** Everything of one form that goes, in one transaction, with its line in the log and in the journal. */
async function eraseOf(
  deps: RetainDeps,
  dataDir: string | undefined,
  assessment: string,
  take: (bench: { transaction: Transaction; ledger: Ledger }) => Promise<Erased>,
): Promise<void> {
  const erased = await writeNoted(deps, async (transaction, note) => {
    const ledger = await openLedger(transaction);
    const gone = await take({ transaction, ledger });
    const { operations, photos, files } = gone;
    await appendServerEntry(deps, ledger, {
      kind: 'server.erase',
      facts: { submission: '', assessment, operations: operations.length },
    });
    await ledger.save();
    note({ k: 'erased', at: deps.clock.now(), operations, photos, files });
    return gone;
  });
  if (dataDir !== undefined) await removeFiles(deps.store, dataDir, erased);
}

/** What leaves no trace but a number: how to reach who wrote, codes and sessions that are over, who looked at what. */
async function forget(
  deps: RetainDeps,
  plan: RetentionPlan,
  counts: RetentionCounts,
  now: number,
): Promise<void> {
  const isWork = Object.values(counts).some((count) => count > 0);
  await deps.store.write(async (transaction) => {
    const { retention, feedback, attempt, sight, opening } = transaction;
    const ledger = await openLedger(transaction);
    for (const id of plan.contacts) {
      await retention.dropContact(id);
      const row = await feedback.byId(id);
      if (row !== undefined)
        await project(transaction, {
          entity: 'feedback',
          id,
          rev: ledger.nextRev(),
          value: shownFeedback(withoutCommune(row)),
          scopes: [officeScope],
        });
    }
    for (const code of plan.codes) await retention.dropCode(code);
    await retention.sessions(now - SPENT_DAYS * DAY_MS);
    await retention.ceremonies(now);
    await attempt.forget(now - DAY_MS);
    await sight.forget(dayNumber(now) - 2);
    await opening.forget(dayNumber(now) - OPENINGS_DAYS);
    if (isWork) await appendServerEntry(deps, ledger, { kind: 'server.retention', facts: { ...counts } });
    await ledger.save();
  });
}

async function forgetSetAside(dataDir: string, now: number): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!/\.sqlite\.before-/.test(name)) continue;
    const found = await stat(join(dataDir, name)).catch(() => null);
    if (found !== null && found.ctimeMs < now - SET_ASIDE_DAYS * DAY_MS)
      await rm(join(dataDir, name), { force: true });
  }
}

/** @returns how much went, by kind; a second run finds nothing. */
export async function retain(deps: RetainDeps, dataDir: string | undefined): Promise<RetentionCounts> {
  const now = deps.clock.now();
  const plan = await planRetention(deps, now);
  const counts = countsOf(plan);
  await eraseHouseholds(deps, dataDir, plan.families);
  for (const { household, assessment } of plan.forms)
    await eraseOf(deps, dataDir, assessment, async (bench) => {
      await bench.transaction.erased.insert({ kind: 'form', id: assessment, at: now });
      return takeFormAway(bench, household, assessment);
    });
  for (const [assessment, photos] of plan.photos)
    await eraseOf(deps, dataDir, assessment, (bench) => allOf(bench, photos));
  for (const id of plan.words) await eraseFeedback(deps, id);
  await forget(deps, plan, counts, now);
  if (dataDir !== undefined) await forgetSetAside(dataDir, now);
  if (counts.photos + counts.forms + counts.contacts > 0) await deps.store.scrub();
  return counts;
}
