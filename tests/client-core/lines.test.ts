/**
 * The phone's engine and the real server with a bad line between them, on real sockets. The phone's clock and timers are
 * the test's, so a deadline of fifteen seconds passes at once.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Workspace } from '#client/workspace.ts';
import { FaultProxy, type Fault } from '../support/fault-proxy.ts';
import { portOf } from '../support/port-of.ts';
import { answersTo, setOf } from '../server/core/makers.ts';
import { openCommune, type Commune } from './commune.ts';
import { aDraft } from './makers.ts';
import { createPhone, untilTrue, type Phone } from './surroundings.ts';
import { headOf, open } from './village.ts';

const SYNC = /^POST \/api\/v1\/sync$/;

let commune: Commune;
let proxy: FaultProxy;
let server: ReturnType<typeof createServer>;
let phone: Phone;
let workspace: Workspace;
let assessmentId: string;

beforeEach(async () => {
  commune = await openCommune();
  const listener = getRequestListener((request) => commune.ask(request), { overrideGlobalObjects: false });
  server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  proxy = await FaultProxy.start(`http://localhost:${portOf(server)}`);
  phone = createPhone(21);
  const tab = phone.tab((path, init) => fetch(`${proxy.origin}${path}`, init));
  const profile = await headOf(commune, tab);
  assessmentId = profile.assessmentId ?? '';
  workspace = await open(profile, tab);
  await sent();
});
afterEach(async () => {
  await workspace.close();
  await proxy.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Turns the phone's timers, whichever is due, until nothing waits. */
const sent = (): Promise<void> =>
  untilTrue(async () => {
    const phase = workspace.phase();
    if (phase.kind === 'waiting' && phase.at !== null) phone.timers.fireNext();
    const { lastSeq, ackedSeq } = await workspace.syncState();
    return lastSeq === ackedSeq && phase.kind === 'idle';
  });

/** The request went into a hole: only the phone's own deadline ends it. */
const deadline = async (fate: string): Promise<void> => {
  await untilTrue(() => proxy.log.some((line) => line.endsWith(fate)));
  phone.timers.fireNext();
  await untilTrue(() => workspace.phase().kind === 'waiting');
};

async function submit(): Promise<string> {
  const answers = answersTo(setOf('hamlet'), (below) => below - 1);
  const draft = aDraft({ id: assessmentId, assessmentId, answers, updatedAt: 5 });
  await workspace.saveDraft(draft);
  const { opId } = await workspace.submit(draft, { selfScore: 100, signedOffBy: 'Ông Ánh' });
  return opId;
}

/** There once, whole, with its receipt; nothing set aside, nothing doubled. */
async function expectThereOnce(opId: string): Promise<void> {
  expect((await workspace.outbox()).map(({ result }) => result?.verdict)).not.toContain(undefined);
  expect((await workspace.receipts()).map((receipt) => receipt.opId)).toEqual([opId]);
  expect((await workspace.rows('submission')).map(({ id }) => id)).toEqual([opId]);
  expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { submissions: 1 } });
  expect(phone.errors).toEqual([]);
}

const lines: [name: string, fault: Fault][] = [
  ['breaks while the request goes up', { do: 'resetRequest', afterBytes: 700 }],
  ['breaks before the first byte of the reply', { do: 'resetReply', afterBytes: 0 }],
  ['breaks in the middle of the reply', { do: 'resetReply', afterBytes: 300 }],
  ['gives half a reply and calls it whole', { do: 'truncateReply', afterBytes: 300 }],
  ['delivers the request twice at once', { do: 'twice' }],
  ['gives the answer to an earlier request', { do: 'oldReply' }],
  ['ends at a portal that says 200', { do: 'html200' }],
  ['ends at a portal that speaks JSON', { do: 'json200' }],
  ['ends at a portal that redirects', { do: 'redirect' }],
  ['ends at a gateway without its server', { do: 'badGateway' }],
  ['loses the proof on the way', { do: 'strip', headers: ['x-thidua-proof'] }],
];

// promise: P4
test.each(lines)('a form arrives once when the line %s, three times over', async (_name, fault) => {
  proxy.script = [{ match: SYNC, times: 3, fault }];
  const opId = await submit();
  await sent();
  // What came twice was answered the first time.
  expect(proxy.log.filter((line) => line.endsWith(fault.do)).length).toBe(fault.do === 'twice' ? 1 : 3);
  await expectThereOnce(opId);
});

test('a request that nobody answers ends at the phone’s own deadline, and the form arrives later', async () => {
  proxy.script = [{ match: SYNC, times: 1, fault: { do: 'blackhole' } }];
  const opId = await submit();
  await deadline('blackhole');
  expect(workspace.phase()).toMatchObject({ kind: 'waiting', reason: 'noNetwork' });
  expect(await workspace.receipts()).toEqual([]);
  await sent();
  await expectThereOnce(opId);
});

test('a request that arrives after the phone gave it up changes nothing, and its reply is not believed', async () => {
  proxy.script = [{ match: SYNC, times: 1, fault: { do: 'late' } }];
  const opId = await submit();
  await sent();
  await expectThereOnce(opId);
  const before = (await commune.core.verify()).counts;
  proxy.release();
  await untilTrue(() => proxy.log.some((line) => line.endsWith('late answered')));
  expect((await commune.core.verify()).counts).toEqual(before);
  await expectThereOnce(opId);
});

test('without any line the phone says so, keeps everything and spends no verdict', async () => {
  proxy.isDown = true;
  await submit();
  await untilTrue(() => workspace.phase().kind === 'waiting');
  expect(workspace.phase()).toMatchObject({ reason: 'noNetwork' });
  expect((await workspace.outbox()).every(({ result }) => result === undefined)).toBe(true);
  expect(await workspace.receipts()).toEqual([]);
});

test('control: without a fault the first exchange is enough', async () => {
  proxy.log.length = 0;
  const opId = await submit();
  await sent();
  expect(proxy.log.every((line) => line.endsWith('passed'))).toBe(true);
  await expectThereOnce(opId);
});
