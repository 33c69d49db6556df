/**
 * Five hundred phones come back at once with twenty forms each, over lines that break, repeat and crawl: everything is
 * there once, every phone has its receipts, and the server stays within its memory. Bounded in count; loopback only.
 *
 * node tests/faults/load/main.ts [--phones N] [--forms N] [--seed N]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { readFragment } from '#protocol/fragment.ts';
import { openServerCore } from '#server/core.ts';
import { seededChance } from '../../client-core/makers.ts';
import { answersTo, setOf } from '../../server/core/makers.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { badLine, noCounts } from './bad-line.ts';
import { createLoadPhone, type LoadPhone } from './phone.ts';

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '500' },
    forms: { type: 'string', default: '20' },
    seed: { type: 'string', default: '20261122' },
  },
});
const [phones, forms, seed] = [Number(values.phones), Number(values.forms), Number(values.seed)];
/** The server may hold this much more at its height than at rest. */
const MEMORY_MB = 700;
const PORTS = [8560, 8579] as const;

const dataDir = mkdtempSync(join(tmpdir(), 'thidua-load-'));
const clock = { now: () => Date.now() };
const chance = seededChance(seed);

interface Household {
  id: string;
  hamlet: string;
}

/** A commune with a family for every form, and a code for every phone. */
async function prepare(): Promise<{ codes: { code: string; hamlet: string }[]; households: Household[] }> {
  const { core } = await openServerCore({
    dataDir,
    clock,
    chance,
    log: () => undefined,
    sessions: 'notAsked',
  });
  await core.seedDemo({ households: Math.ceil(phones * forms * 1.4), seed });
  const database = new DatabaseSync(join(dataDir, 'thidua.sqlite'), { readOnly: true });
  const households = database
    .prepare("SELECT id, parent_id FROM record WHERE entity = 'household' AND ended_at IS NULL ORDER BY id")
    .all()
    .map((row) => ({ id: String(row['id']), hamlet: String(row['parent_id']) }));
  const hamlets = [...new Set(households.map(({ hamlet }) => hamlet))];
  database.close();
  const codes: { code: string; hamlet: string }[] = [];
  for (let phone = 0; phone < phones; phone++) {
    const hamlet = hamlets[phone % hamlets.length] ?? '';
    const issued = await core.createEnrolCode({ role: 'hamletHead', subject: hamlet, ttlMs: 1e9 });
    if (issued.kind !== 'issued') throw new Error(issued.kind);
    codes.push({ code: readFragment(issued.fragment)?.secret ?? '', hamlet });
  }
  await core.close();
  return { codes, households };
}

const residentMb = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const startedAt = performance.now();
const seconds = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
console.log(`load: ${phones} phones × ${forms} forms, seed ${seed}`);
const { codes, households } = await prepare();
console.log(`prepared ${households.length} families and ${codes.length} codes after ${seconds()}`);
const server = await ServerProcess.start({ ports: PORTS, dataDir, env: { LOG_LEVEL: 'error' } });
let failed = '';
try {
  const campaign = await (await fetch(`${server.origin}/api/v1/public/campaign`)).json();
  const [communeId, campaignId] = [String(campaign.commune.id), String(campaign.campaign.id)];
  const atRest = residentMb(server.pid);
  let peak = atRest;
  const watching = setInterval(() => {
    peak = Math.max(peak, residentMb(server.pid));
  }, 200);
  const counts = noCounts();
  const byHamlet = Map.groupBy(households, ({ hamlet }) => hamlet);
  const crowd: { phone: LoadPhone; filled: string[] }[] = [];
  for (const [index, { code, hamlet }] of codes.entries()) {
    const dice = seededChance(seed + index * 7919);
    const phone = createLoadPhone(code, badLine(server.origin, dice, counts), dice);
    const filled: string[] = [];
    for (const { id } of byHamlet.get(hamlet)?.splice(0, forms) ?? [])
      filled.push(
        await phone.fill(
          assessmentIdOf(communeId, campaignId, id),
          answersTo(setOf('household'), (below) => (dice.bytes(1)[0] ?? 0) % below),
        ),
      );
    crowd.push({ phone, filled });
  }
  const expected = crowd.flatMap(({ filled }) => filled);
  console.log(`filled ${expected.length} forms after ${seconds()}; the network comes back for all at once`);
  const backAt = performance.now();
  const rounds = await Promise.all(crowd.map(({ phone }) => phone.sendAll()));
  const took = (performance.now() - backAt) / 1000;
  clearInterval(watching);

  const database = new DatabaseSync(join(dataDir, 'thidua.sqlite'), { readOnly: true });
  const stored = new Map(
    database
      .prepare(
        "SELECT op_id, COUNT(*) AS times FROM operation WHERE kind = 'assessment.submit' GROUP BY op_id",
      )
      .all()
      .map((row) => [String(row['op_id']), Number(row['times'])] as const),
  );
  const submissions = new Set(
    database
      .prepare('SELECT submission_id FROM submission')
      .all()
      .map((row) => String(row['submission_id'])),
  );
  database.close();
  const lost = expected.filter((opId) => !submissions.has(opId));
  const doubled = expected.filter((opId) => stored.get(opId) !== 1);
  let withoutReceipt = 0;
  for (const { phone, filled } of crowd) {
    const receipts = await phone.receipts();
    withoutReceipt += filled.filter((opId) => !receipts.has(opId)).length;
  }
  console.log(
    JSON.stringify({
      phones,
      forms: expected.length,
      lost: lost.length,
      doubled: doubled.length,
      withoutReceipt,
      seconds: Math.round(took * 10) / 10,
      formsPerSecond: Math.round(expected.length / took),
      rounds: { most: Math.max(...rounds), sum: rounds.reduce((a, b) => a + b, 0) },
      line: counts,
      serverMb: { atRest: Math.round(atRest), peak: Math.round(peak) },
    }),
  );
  if (expected.length < phones * forms) failed = 'there were fewer families than forms';
  else if (lost.length > 0 || doubled.length > 0) failed = 'a form was lost or doubled';
  else if (withoutReceipt > 0) failed = 'a phone has no receipt';
  else if (peak - atRest > MEMORY_MB) failed = `the server grew by ${Math.round(peak - atRest)} MB`;
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(failed === '' ? `load: held after ${seconds()}` : `load: FAILED, ${failed}`);
process.exitCode = failed === '' ? 0 : 1;
