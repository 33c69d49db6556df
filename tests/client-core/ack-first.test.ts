/** At two kilobytes a second, with a full page of rows waiting, what was sent is acknowledged before any row comes. */
import { expect, test } from 'vitest';
import { answersTo, setOf } from '../server/core/makers.ts';
import { openCommune } from './commune.ts';
import { aDraft, handClock } from './makers.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

const BYTES_PER_MS = 2.048;
const LATENCY_MS = 600;

test.each([
  { name: 'a slow line', bytesPerMs: BYTES_PER_MS, rowsWithReceipt: 0 },
  // The control: where it costs nothing, one exchange does both.
  { name: 'a quick line', bytesPerMs: 1e6, rowsWithReceipt: 1 },
])('on $name the receipt waits behind no row that it need not', async ({ bytesPerMs, rowsWithReceipt }) => {
  const commune = await openCommune(handClock());
  const phone = createPhone(31);
  const line = commune.line();
  const replies: { results: number; rows: number; at: number }[] = [];
  const tab = phone.tab(async (path, init) => {
    const answer = await line.fetch(path, init);
    const text = await answer.text();
    const bytes = (init.body instanceof Uint8Array ? init.body.length : 0) + text.length / 4;
    phone.clock.turn((bytesPerMs > 1000 ? 0 : LATENCY_MS) + Math.round(bytes / bytesPerMs));
    const value: unknown = JSON.parse(text);
    if (value instanceof Object && 'results' in value && 'rows' in value)
      replies.push({
        results: Array.isArray(value.results) ? value.results.length : 0,
        rows: Array.isArray(value.rows) ? value.rows.length : 0,
        at: phone.clock.now(),
      });
    return new Response(text, { status: answer.status, headers: answer.headers });
  });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);

  // A page of rows comes to wait: the hamlet's other phone adds families while this one is away.
  const other = createPhone(32);
  const otherTab = other.tab(commune.line().fetch);
  const otherWorkspace = await open(await headOf(commune, otherTab), otherTab);
  await untilSent(other, otherWorkspace);
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  for (let family = 0; family < 80; family++) {
    const id = otherWorkspace.newId();
    await otherWorkspace.putRecord('household', id, { id, hamletId, householder: `Hộ ${family}` }, 0);
  }
  await untilSent(other, otherWorkspace);

  replies.length = 0;
  const { assessmentId = '' } = profile;
  const draft = aDraft({
    id: assessmentId,
    assessmentId,
    answers: answersTo(setOf('hamlet'), (below) => below - 1),
    updatedAt: 5,
  });
  await workspace.saveDraft(draft);
  const { opId } = await workspace.submit(draft, { selfScore: 100, signedOffBy: 'Ông Ánh' });
  await untilTrue(async () => {
    const phase = workspace.phase();
    if (phase.kind === 'waiting' && phase.at !== null) phone.timers.fireNext();
    return (await workspace.receipt(opId)) !== undefined;
  });
  const acknowledged = replies.find(({ results }) => results > 0);
  expect(Math.sign(acknowledged?.rows ?? -1)).toBe(rowsWithReceipt);
  await untilSent(phone, workspace);
  expect((await workspace.rows('household')).length).toBeGreaterThanOrEqual(80);
  await workspace.close();
  await otherWorkspace.close();
});
