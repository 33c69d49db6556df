/**
 * What a commune's size costs: the roll-ups of household answers, and one exchange, with a million submissions in the
 * store and with ten thousand. The rows are put there in bulk (`million-rows.ts`); the exchanges are real ones.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '#server/store/open.ts';
import { firstHamlet, makeHead, openCommune, type Commune, type Head } from './commune.ts';
import { HOUSEHOLDS_A_HAMLET, putCopies, readPattern } from './million-rows.ts';
import { median, quantile, type Result, type Row } from './result.ts';
import { send } from './throughput.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const EXCHANGES = 200;
const ROLL_UPS = 21;

interface Sent {
  hamlet: string;
  communeId: string;
  ids: string[];
  code: string;
}

/** One family's record and submission, sent as they are always sent. @returns the ids its rows are known by */
async function sendOne(commune: Commune): Promise<Sent> {
  const head = await makeHead(commune, await firstHamlet(commune), 1);
  await send(commune, head);
  const database = new DatabaseSync(join(commune.dataDir, 'thidua.sqlite'), { readOnly: true });
  try {
    const row = database
      .prepare(
        `select a.subject_id household, a.hamlet_id hamlet, a.assessment_id assessment, s.submission_id submission,
           r.op_id record, r.code code, a.commune_id commune
         from submission s join assessment a using (commune_id, assessment_id)
         join record r on r.commune_id = a.commune_id and r.id = a.subject_id`,
      )
      .get();
    const text = (name: string): string => String(row?.[name]);
    return {
      hamlet: text('hamlet'),
      communeId: text('commune'),
      ids: ['household', 'assessment', 'submission', 'record'].map(text),
      code: text('code'),
    };
  } finally {
    database.close();
  }
}

async function fill(
  dataDir: string,
  { communeId, hamlet, ids, code }: Sent,
  submissions: number,
): Promise<number> {
  const store = await openStore({ dataDir, communeId, warn: (words) => console.error(words) });
  try {
    const pattern = await store.snapshot((snapshot) => readPattern(snapshot, { hamlet, ids, code }));
    let rows = 0;
    await store.load(async (put) => {
      rows = await putCopies(pattern, submissions, put);
    });
    return rows;
  } finally {
    await store.close();
  }
}

/** ms of each of many exchanges with one submission in it. */
async function exchangesIn(commune: Commune, head: Head): Promise<number[]> {
  const times: number[] = [];
  for (const submission of head.submissions) {
    const startedAt = performance.now();
    await send(commune, { ...head, submissions: [submission] });
    times.push(performance.now() - startedAt);
  }
  return times;
}

const ANSWERS = `from household_answer where commune_id = ? and counted = 1 and na = 0`;
const ROLL_UP_QUERIES = {
  hamlet: `select criterion_id, count(*) answers, sum(number) total, sum(denominator) out_of ${ANSWERS}
    and hamlet_id = ? group by criterion_id`,
  hamlets: `select hamlet_id, count(*) answers, sum(number) total, sum(denominator) out_of ${ANSWERS}
    and hamlet_id in (select hamlet_id from hamlets) and criterion_id = ? group by hamlet_id`,
};

/** Medians, ms: every criterion of one hamlet, and one criterion over all hamlets. */
function rollUps(dataDir: string): { hamlet: number; hamlets: number; count: number } {
  const database = new DatabaseSync(join(dataDir, 'thidua.sqlite'));
  try {
    database.exec('pragma temp_store = memory; pragma cache_size = -65536');
    database.exec(
      `create temp table hamlets as select commune_id, id hamlet_id from record where entity = 'hamlet'`,
    );
    // Keys sort by time: the first is a copy, in a hamlet that is full.
    const some = database
      .prepare('select * from household_answer order by commune_id, assessment_id limit 1')
      .get();
    const communeId = String(some?.['commune_id']);
    const timed = (text: string, value: string): number => {
      const query = database.prepare(text);
      const times = Array.from({ length: ROLL_UPS }, () => {
        const startedAt = performance.now();
        if (query.all(communeId, value).length === 0) throw new Error('the roll-up found no answers');
        return performance.now() - startedAt;
      });
      return median(times);
    };
    return {
      hamlet: timed(ROLL_UP_QUERIES.hamlet, String(some?.['hamlet_id'])),
      hamlets: timed(ROLL_UP_QUERIES.hamlets, String(some?.['criterion_id'])),
      count: Number(database.prepare('select count(*) n from hamlets').get()?.['n']),
    };
  } finally {
    database.close();
  }
}

interface Size {
  exchange: number;
  exchange95: number;
  rollUps: ReturnType<typeof rollUps>;
}

async function measure(submissions: number): Promise<Size> {
  const small = await openCommune();
  const { dataDir } = small;
  try {
    const sent = await sendOne(small);
    await small.pause();
    const startedAt = performance.now();
    const rows = await fill(dataDir, sent, submissions);
    console.error(
      `  ${submissions} submissions, ${rows} rows in ${Math.round((performance.now() - startedAt) / 1000)} s`,
    );
    const rolled = rollUps(dataDir);
    const commune = await openCommune({ dataDir });
    const head = await makeHead(commune, sent.hamlet, EXCHANGES);
    const times = await exchangesIn(commune, head);
    await commune.pause();
    return { exchange: median(times), exchange95: quantile(times, 0.95), rollUps: rolled };
  } finally {
    small.remove();
  }
}

export async function benchMillion(): Promise<Result> {
  const few = await measure(FEW);
  const many = await measure(MANY);
  const hamlets = `${many.rollUps.count} hamlets of ${HOUSEHOLDS_A_HAMLET} households`;
  const rows: Row[] = [
    {
      name: 'million.rollUpHamlet',
      what: 'a million submissions: every criterion of one hamlet',
      value: many.rollUps.hamlet,
      unit: 'ms',
      budget: { atMost: 200 },
      note: hamlets,
    },
    {
      name: 'million.rollUpHamlets',
      what: 'a million submissions: one criterion over all hamlets',
      value: many.rollUps.hamlets,
      unit: 'ms',
      budget: { atMost: 200 },
    },
    {
      name: 'million.exchangeFew',
      what: 'ten thousand submissions: one exchange with a submission, median',
      value: few.exchange,
      unit: 'ms',
      note: `p95 ${few.exchange95.toFixed(1)} ms, of ${EXCHANGES}`,
    },
    {
      name: 'million.exchangeMany',
      what: 'a million submissions: one exchange with a submission, median',
      value: many.exchange,
      unit: 'ms',
      note: `p95 ${many.exchange95.toFixed(1)} ms, of ${EXCHANGES}`,
    },
    {
      name: 'million.ratio',
      what: 'one exchange at a million / at ten thousand',
      value: many.exchange / few.exchange,
      unit: '×',
      budget: { atMost: 1.3 },
    },
  ];
  return { rows };
}
