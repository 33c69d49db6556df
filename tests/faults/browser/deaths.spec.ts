/**
 * The server dies by SIGKILL after its commit and before its reply. The phones are the app's own store and engine; the
 * server is a process of its own in which the moment of death is planted. `KILLS=50` makes it fifty.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { criteriaOf } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import type { DraftRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { enrolOn, networkTo, nodeSurroundings, type NodeSurroundings } from '../../support/node-phone.ts';
import { hamletSet } from '../../browser/support/hamlet-form.ts';
import { World } from '../../browser/support/world.ts';

const KILLS = Number(process.env['KILLS'] ?? 5);
const HAMLETS = ['Đầm Mụ', 'Bình Xuân', 'Chùa 9'];

const yesNo =
  criteriaOf(hamletSet).find(({ type, auto }) => type === 'yesno' && auto === undefined)?.id ?? '';

interface Phone {
  workspace: Workspace;
  surroundings: NodeSurroundings;
  draft: DraftRow;
}

async function makePhone(world: World, hamlet: string): Promise<Phone> {
  const surroundings = nodeSurroundings(networkTo(world.origin));
  const workspace = await enrolOn(
    surroundings,
    world.issue('enrol', '--role', 'hamletHead', '--hamlet', hamlet),
  );
  await expect.poll(async () => (await workspace.rows('campaign')).length).toBeGreaterThan(0);
  const campaign = (await workspace.rows('campaign'))[0]?.value;
  const { binding, communeId } = workspace.profile;
  const subjectId = binding?.kind === 'hamlet' ? binding.id : '';
  const assessmentId = assessmentIdOf(communeId, campaign?.id ?? '', subjectId);
  const draft: DraftRow = {
    id: assessmentId,
    assessmentId,
    subjectKind: 'hamlet',
    subjectId,
    subjectName: hamlet,
    channel: 'self',
    criteriaSet: 'hamlet@1',
    answers: {},
    unfinished: {},
    ticks: {},
    consent: {},
    consentMode: 'self',
    witness: '',
    signedOffBy: 'Nguyễn Văn Tám',
    place: '',
    status: 'open',
    updatedAt: 0,
    sealed: {},
  };
  return { workspace, surroundings, draft };
}

/** One more form of this hamlet, different from the last. @returns its operation's id */
async function submit({ workspace, draft }: Phone, round: number): Promise<string> {
  const answers = { [yesNo]: round % 2 === 0 };
  const { opId } = await workspace.submit(
    { ...draft, answers, updatedAt: round },
    { selfScore: score(hamletSet, answers).normalised, signedOffBy: draft.signedOffBy },
  );
  return opId;
}

test(`${KILLS} deaths between commit and reply: every submission is there once, every phone has its receipt`, async () => {
  const armed = test.info().outputPath('armed');
  mkdirSync(dirname(armed), { recursive: true });
  const world = await World.start({
    entry: 'tests/support/planted-server.entry.ts',
    args: ['--die', armed],
  });
  const phones: Phone[] = [];
  try {
    for (const hamlet of HAMLETS) phones.push(await makePhone(world, hamlet));
    const sent: { phone: Phone; opId: string }[] = [];
    let unanswered = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      writeFileSync(armed, 'afterCommit');
      const round = await Promise.all(
        phones.map(async (phone) => ({ phone, opId: await submit(phone, kill) })),
      );
      sent.push(...round);
      await expect.poll(() => world.server.pid, { intervals: [20] }).toBeUndefined();
      // It died after a commit; of a look for news, now and then. Nobody is answered for what it holds.
      const held = new Set(world.query('SELECT op_id FROM operation').map((row) => row['op_id']));
      const committed = round.filter(({ opId }) => held.has(opId));
      unanswered += committed.length;
      for (const { phone, opId } of committed) expect(await phone.workspace.receipt(opId)).toBeUndefined();

      await world.server.start();
      for (const { workspace } of phones) workspace.sendNow();
      for (const { phone, opId } of round) {
        await expect
          .poll(async () => (await phone.workspace.receipt(opId)) !== undefined, { intervals: [20, 50, 100] })
          .toBe(true);
      }
    }

    // The control: deaths did come between a submission's commit and its reply.
    expect(unanswered).toBeGreaterThan(0);
    expect(sent).toHaveLength(KILLS * HAMLETS.length);
    const counted = world.query(
      "SELECT op_id, COUNT(*) AS times FROM operation WHERE kind = 'assessment.submit' GROUP BY op_id",
    );
    expect(new Set(counted.map((row) => row['op_id']))).toEqual(new Set(sent.map(({ opId }) => opId)));
    expect(counted.every((row) => row['times'] === 1)).toBe(true);
    const held = new Set(
      world.query('SELECT submission_id FROM submission').map((row) => row['submission_id']),
    );
    expect(sent.filter(({ opId }) => !held.has(opId))).toEqual([]);
    expect(held.size).toBe(sent.length);
    for (const { workspace, surroundings } of phones) {
      const outbox = await workspace.outbox();
      expect(outbox.every(({ result }) => result?.verdict === 'applied')).toBe(true);
      expect(outbox.map(({ seq }) => seq)).toEqual(outbox.map((_row, index) => index + 1));
      expect(surroundings.errors).toEqual([]);
    }
    expect(world.admin('verify')).toBeTruthy();
  } finally {
    for (const { workspace } of phones) await workspace.close();
    await world.dispose();
  }
});
