/**
 * The simulation by command: `npm run sim -- --runs 30000 --seed 1 --store memory --workers 2`, `--planted all` (or one
 * bug by its name), `--only SEED` for one run with its story.
 */
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { z } from '#domain/zod.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20261122' },
    store: { type: 'string', default: 'memory' },
    workers: { type: 'string', default: '2' },
    planted: { type: 'string' },
    length: { type: 'string' },
  },
});
const reportSchema = z.strictObject({ runs: z.int(), events: z.int(), failed: z.boolean() });

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const workers = Number(values.workers);
const started = performance.now();
const reports = await Promise.all(
  Array.from(
    { length: workers },
    (_, index) =>
      new Promise<z.infer<typeof reportSchema>>((resolve, reject) => {
        const worker = fork(new URL('worker.entry.ts', import.meta.url), {
          execArgv: ['--no-deprecation'],
          env: { ...process.env, SIM: JSON.stringify({ ...values, index, workers }) },
        });
        worker.on('message', (message) =>
          typeof message === 'string' ? print(message) : resolve(reportSchema.parse(message)),
        );
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
      }),
  ),
);
const seconds = (performance.now() - started) / 1000;
const runs = reports.reduce((sum, report) => sum + report.runs, 0);
const events = reports.reduce((sum, report) => sum + report.events, 0);
const failed = reports.some((report) => report.failed);
const what = values.planted === undefined ? `store ${values.store}, seed ${values.seed}` : 'planted bugs';
print(`${failed ? 'FAILED' : 'held'}: ${runs} schedules, ${events} events, ${what}, ${seconds.toFixed(0)} s`);
process.exitCode = failed ? 1 : 0;
