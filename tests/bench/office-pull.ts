/**
 * An office's machine that comes to a commune of 10.000 households for the first time: what crosses the line and how
 * long it takes until everything is here, with the real server, its judges and its compression.
 */
import { gunzipSync } from 'node:zlib';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { score } from '#domain/score.ts';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { demoAnswers } from '#server/seed/demo-answers.ts';
import { createDice } from '#server/seed/dice.ts';
import { SigningDevice, type Door } from '../support/signing-device.ts';
import { LINK_MS, openCommune, secretOf, type Commune } from './commune.ts';
import type { Row } from './result.ts';

const HOUSEHOLDS = 10_000;
const PAGE_BYTES = 240 * 1024;
const AT_ONCE = 50;
const SEED = 20_251_105;

const householdSet = defaultHouseholdSet();
const dice = createDice(SEED);
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Lý', 'Dương'] as const;
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Hữu', 'Thanh', 'Minh', 'Xuân', 'Quang'] as const;
const GIVEN = [
  'An',
  'Ánh',
  'Bình',
  'Chiến',
  'Dung',
  'Hạnh',
  'Khoa',
  'Lan',
  'Phúc',
  'Sơn',
  'Tám',
  'Vân',
] as const;

async function sendAll(device: SigningDevice, door: Door, ops: readonly string[]): Promise<void> {
  for (let from = 0; from < ops.length; from += AT_ONCE) {
    const { value, text } = await device.exchange(door, ops.slice(from, from + AT_ONCE));
    const wrong = value?.results.find(({ verdict }) => verdict !== 'applied');
    if (value === null || wrong !== undefined) throw new Error(`not taken: ${text.slice(0, 500)}`);
  }
}

/** A hamlet's list of families, and a full form of each, typed by its head. */
async function fillHamlet({ core, door }: Commune, hamlet: string, households: number): Promise<void> {
  const device = await SigningDevice.make();
  const issued = await core.createEnrolCode({ role: 'hamletHead', subject: hamlet, ttlMs: LINK_MS });
  await device.enrol(door, secretOf(issued));
  const { campaign, commune } = await core.publicCampaign();
  const families = Array.from({ length: households }, () => ({
    id: device.newId(),
    householder: `${dice.pick(FAMILY)} ${dice.pick(MIDDLE)} ${dice.pick(GIVEN)}`,
  }));
  const records = families.map(({ id, householder }) =>
    device.seal({
      kind: 'record.put',
      args: { entity: 'household', id, value: { id, hamletId: hamlet, householder }, baseRev: 0 },
    }),
  );
  await sendAll(device, door, records);
  const forms = families.map(({ id, householder }) => {
    const snapshot = demoAnswers(
      householdSet,
      { keenness: 25 + dice.roll(70), size: 1 + dice.roll(5) },
      dice,
    );
    return device.seal({
      kind: 'assessment.submit',
      args: {
        assessmentId: assessmentIdOf(commune.id, campaign.id, id),
        criteriaSet: campaign.criteriaSets.household,
        snapshot,
        bases: {},
        photos: [],
        selfScore: score(householdSet, snapshot).normalised,
        signedOffBy: householder,
        consent: {
          choices: [{ purpose: 'process', textVersion: '1.1', agreed: true, at: Date.now() }],
          mode: 'readAloud',
          witness: 'Trưởng xóm',
        },
      },
    });
  });
  await sendAll(device, door, forms);
}

/** Counts what crosses, compressed as a browser would have it. */
function countingDoor(commune: Commune) {
  const line = { bytes: 0, exchanges: 0 };
  const door: Door = async (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('accept-encoding', 'gzip');
    const reply = await commune.door(path, { ...init, headers });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    if (path === EXCHANGE_PATH) {
      line.exchanges += 1;
      line.bytes += bytes.length + (init.body instanceof Uint8Array ? init.body.length : 0);
    }
    const isPacked = reply.headers.get('content-encoding') === 'gzip';
    const kept = new Headers(reply.headers);
    kept.delete('content-encoding');
    kept.delete('content-length');
    return new Response(isPacked ? gunzipSync(bytes) : bytes, { status: reply.status, headers: kept });
  };
  return { door, line };
}

export async function benchOfficePull(): Promise<Row[]> {
  const commune = await openCommune();
  try {
    const office = await SigningDevice.make();
    const { door, line } = countingDoor(commune);
    await office.enrol(
      door,
      secretOf(await commune.core.createEnrolCode({ role: 'officer', ttlMs: LINK_MS })),
    );
    const first = await office.exchange(door, [], {
      pull: { cursors: { public: 0, office: 0 }, maxBytes: PAGE_BYTES },
    });
    const hamlets = [
      ...new Set(first.value?.rows.flatMap(({ entity, id }) => (entity === 'hamlet' ? [id] : []))),
    ];
    for (const [at, hamlet] of hamlets.entries()) {
      const from = Math.floor((HOUSEHOLDS * at) / hamlets.length);
      await fillHamlet(commune, hamlet, Math.floor((HOUSEHOLDS * (at + 1)) / hamlets.length) - from);
    }

    Object.assign(line, { bytes: 0, exchanges: 0 });
    const startedAt = performance.now();
    let cursors: Record<string, number> = { public: 0, office: 0 };
    let rows = 0;
    for (let isMore = true; isMore;) {
      const { value, text } = await office.exchange(door, [], { pull: { cursors, maxBytes: PAGE_BYTES } });
      if (value === null) throw new Error(text.slice(0, 500));
      rows += value.rows.length;
      cursors = { ...cursors, ...value.cursors };
      isMore = value.more;
    }
    const ms = performance.now() - startedAt;
    return [
      {
        name: 'office.firstPullBytes',
        what: `office: first full pull of ${HOUSEHOLDS} households (${rows} rows, ${line.exchanges} exchanges)`,
        value: line.bytes / 1e6,
        unit: 'MB',
        budget: { atMost: 3 },
      },
      {
        name: 'office.firstPullTime',
        what: 'office: the same, server and line in one process',
        value: ms,
        unit: 'ms',
      },
    ];
  } finally {
    await commune.close();
  }
}
