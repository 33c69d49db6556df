import { afterAll, expect, test } from 'vitest';
import { hashText } from '#protocol/hash.ts';
import {
  LOG_HEADS_PATH,
  LOG_PATH,
  logHeadsSchema,
  logPageSchema,
  logPath,
  type LogEntry,
  type LogPage,
  type LogQuery,
} from '#protocol/log.ts';
import type { Intent } from '#protocol/operation.ts';
import { logHash } from '#server/sync/ledger.ts';
import { problemCodeOf, type SigningDevice } from '../../support/signing-device.ts';
import { testClock } from '../core/commune.ts';
import { openFrontDoor } from './front-door.ts';
import { intentFor } from './matrix-operations.ts';
import { createReceiver } from './matrix-standing.ts';
import { makeSmallCommune, yesNoOf } from './small-commune.ts';

const clock = testClock();
const front = await openFrontDoor({ clock });
const commune = await makeSmallCommune(front);
const receive = await createReceiver(front, commune);
afterAll(() => front.close());
const { officer, hamletA, hamletB } = commune;
const noBytes = new Uint8Array(0);

async function get(device: SigningDevice, path: string, signedAs = path) {
  const headers = await device.signed(signedAs, noBytes, [], { claims: { method: 'GET' } });
  const reply = await front.door(path, { headers });
  const text = await reply.text();
  return { said: reply.ok ? 'answered' : problemCodeOf(text), text };
}
async function read(query: Partial<LogQuery> = {}, device = officer): Promise<LogPage> {
  const { said, text } = await get(device, logPath({ limit: 50, ...query }));
  if (said !== 'answered') throw new Error(text);
  return logPageSchema.parse(JSON.parse(text));
}
async function whole(query: Partial<LogQuery> = {}): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: LogPage = await read({ ...query, after });
    entries.push(...page.entries);
    after = page.next;
  }
  return entries;
}
async function act(device: SigningDevice, ...intents: Intent[]) {
  const { value, text } = await device.exchange(
    front.door,
    intents.map((intent) => device.seal(intent)),
  );
  if (value === null) throw new Error(text);
  return value.results;
}
const newest = async (query: Partial<LogQuery>): Promise<LogEntry | undefined> =>
  (await read({ ...query, limit: 1 })).entries[0];

test('pages in either direction hold the same log, whose chain anyone reckons again', async () => {
  const forwards = await whole({ limit: 7 });
  const backwards: LogEntry[] = [];
  for (let before: number | undefined = Number.MAX_SAFE_INTEGER; before !== undefined;) {
    const page: LogPage = await read({ before, limit: 11 });
    backwards.push(...page.entries);
    before = page.next;
  }
  const revs = forwards.map(({ rev }) => rev);
  expect(revs).toEqual(revs.toSorted((a, b) => a - b));
  expect(new Set(revs)).toEqual(new Set(backwards.map(({ rev }) => rev)));
  for (const [index, entry] of forwards.entries()) {
    const before = forwards[index - 1];
    if (before === undefined) continue;
    expect(
      logHash(before.log, {
        rev: entry.rev,
        op_id: entry.opId,
        op_hash: entry.opHash,
        // The entries the server makes itself name no device there.
        device_id: entry.kind.startsWith('server.') ? '' : (entry.device?.id ?? ''),
        kind: entry.kind,
        verdict: entry.verdict,
        code: entry.code ?? null,
        received_at: entry.receivedAt,
        body: null,
      }),
    ).toBe(entry.log);
  }
});

test('an entry says who, on which machine, about whom, why, and what was there before', async () => {
  await receive(hamletA);
  const criterionId = yesNoOf(commune, hamletA);
  const standing = () => front.standing(hamletA.assessmentId);
  const [submission, digest] = [standing().submission?.id ?? '', standing().submission?.digest ?? ''];
  const points = (given: number, bases: string[], reasonCode: string): Intent => ({
    kind: 'score.set',
    args: {
      submission,
      criterionId,
      points: given,
      reasonCode,
      reason: 'Ảnh chụp rõ',
      basis: digest,
      bases,
    },
  });
  await act(officer, points(100, [], 'evidence'));
  const first = await newest({ kind: 'score.set' });
  expect(first).toMatchObject({
    kind: 'score.set',
    verdict: 'applied',
    device: { id: officer.id, role: 'officer', label: 'Máy thử' },
    subject: { kind: 'hamlet', id: hamletA.id },
    entity: 'score',
    id: submission,
    reasonCode: 'evidence',
    reason: 'Ảnh chụp rõ',
    body: 'here',
    changes: [
      { criterionId, field: 'points', after: 100 },
      { criterionId, field: 'reasonCode', after: 'evidence' },
    ],
  });
  await act(officer, points(50, [first?.opId ?? ''], 'adjusted'));
  expect((await newest({ kind: 'score.set' }))?.changes).toEqual([
    { criterionId, field: 'points', before: 100, after: 50 },
    { criterionId, field: 'reasonCode', before: 'evidence', after: 'adjusted' },
  ]);

  const { statusRev } = standing();
  const asked = { criterionId, ask: 'Chụp lại' };
  const args = { assessmentId: hamletA.assessmentId, submission, to: 'returned' as const, statusRev };
  await act(officer, {
    kind: 'assessment.move',
    args: { ...args, reason: 'Thiếu ảnh', items: [asked] },
  });
  expect(await newest({ kind: 'assessment.move' })).toMatchObject({
    reason: 'Thiếu ảnh',
    changes: [
      { field: 'state', before: 'received', after: 'returned' },
      { criterionId, field: 'ask', after: 'Chụp lại' },
    ],
  });

  // Refused: nothing changed, and it says what was wanted.
  await act(officer, { kind: 'assessment.move', args: { ...args, to: 'final' } });
  expect(await newest({ kind: 'assessment.move' })).toMatchObject({
    verdict: 'refused',
    code: 'STATE_GUARD',
    changes: [{ field: 'state', after: 'final' }],
  });

  // A record: the members that differ from what its author saw.
  const id = officer.newId();
  const household = { id, hamletId: hamletA.id, householder: 'Lê Thị Mai' };
  const put = (householder: string, baseRev: number): Intent => ({
    kind: 'record.put',
    args: { entity: 'household', id, value: { ...household, householder }, baseRev },
  });
  const [added] = await act(officer, put('Lê Thị Mai', 0));
  await act(officer, put('Lê Thị Mận', added?.rev ?? 0));
  expect(await newest({ subject: id })).toMatchObject({
    entity: 'household',
    id,
    subject: { kind: 'household', name: 'Lê Thị Mận' },
    changes: [{ field: 'householder', before: 'Lê Thị Mai', after: 'Lê Thị Mận' }],
  });
});

test('kind, device, subject and words without marks find their entries; a filter goes on past what it leaves out', async () => {
  const enrolments = await whole({ kind: 'server.enrol' });
  expect(enrolments.length).toBeGreaterThan(6);
  expect(enrolments.every(({ kind, facts }) => kind === 'server.enrol' && facts !== undefined)).toBe(true);
  const [one] = enrolments.filter(({ subject }) => subject?.id === hamletA.id);
  expect(one).toMatchObject({ subject: { kind: 'hamlet' }, device: { role: 'hamletHead' } });

  const own = await whole({ device: officer.id });
  expect(own.length).toBeGreaterThan(5);
  expect(new Set(own.map(({ device }) => device?.id))).toEqual(new Set([officer.id]));
  const about = await whole({ subject: hamletA.id });
  expect(new Set(about.map(({ subject }) => subject?.id))).toEqual(new Set([hamletA.id]));
  expect((await whole({ text: 'le thi man' })).length).toBe(2);
  expect((await whole({ text: 'LÊ MẬN' })).length).toBe(2);
  expect(await whole({ text: 'khong co ai ten the' })).toEqual([]);
  const paged = await whole({ kind: 'score.set', limit: 1 });
  expect(paged.length).toBe(2);
});

test('words that were taken away are told as gone; what lies in quarantine is not read', async () => {
  await receive(hamletB);
  const { submission } = front.standing(hamletB.assessmentId);
  await front.core.eraseSubmission(submission?.id ?? '');
  const entry = (await whole({ kind: 'assessment.submit' })).find(({ opId }) => opId === submission?.id);
  expect(entry).toMatchObject({ body: 'erased', changes: [], verdict: 'applied' });
  expect(await newest({ kind: 'server.erase' })).toMatchObject({ facts: { submission: submission?.id } });

  const bad = officer.seal({ kind: 'comment.add', args: { assessmentId: hamletA.assessmentId, text: '' } });
  await officer.exchange(front.door, [bad]);
  const aside = await newest({ kind: 'server.setAside' });
  expect(aside).toMatchObject({
    body: 'setAside',
    verdict: 'quarantined',
    code: 'ARGS_INVALID',
    opHash: await hashText(bad),
    device: { id: officer.id },
    changes: [],
  });
});

test('the head at the end of each day, the newest day first', async () => {
  clock.advance(24 * 3_600_000);
  await act(officer, intentFor(commune, 'officer', 'comment.add', hamletA));
  const { text } = await get(officer, LOG_HEADS_PATH);
  const { days } = logHeadsSchema.parse(JSON.parse(text));
  const { head } = await read();
  expect(days.map(({ date }) => date)).toEqual(['2025-11-02', '2025-11-01']);
  expect(days[0]).toMatchObject({ entries: 1, log: head.log });
  const all = await whole();
  expect(days[1]).toMatchObject({ entries: all.length - 1, log: all.at(-2)?.log, rev: all.at(-2)?.rev });
});

test('the officer and the chair read it; the proof holds for what was asked and nothing else', async () => {
  const chair = commune.devices.get('chair');
  if (chair === undefined) throw new Error('no chair');
  expect((await read({}, chair)).entries.length).toBeGreaterThan(0);
  for (const [role, device] of commune.devices)
    if (role !== 'officer' && role !== 'chair')
      expect([role, (await get(device, logPath({ limit: 1 }))).said]).toEqual([role, 'not-allowed']);
  const asked = logPath({ limit: 1, kind: 'score.set' });
  expect((await get(officer, asked, LOG_PATH)).said).toBe('proof-invalid');
  expect((await get(officer, asked, logPath({ limit: 2, kind: 'score.set' }))).said).toBe('proof-invalid');
  for (const query of ['limit=0', 'limit=x', 'before=1&after=2', 'limit=1&limit=2', 'secret=1', 'before=-1'])
    expect([query, (await get(officer, `${LOG_PATH}?${query}`)).said]).toEqual([query, 'malformed']);
  expect((await get(officer, `${LOG_PATH}?limit=9999`)).said).toBe('answered');
});
