/** The same score on the phone and at the commune, for a thousand random sheets that went over the wire. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersSchemaFor } from '#domain/answers-schema.ts';
import type { Answers } from '#domain/answers.ts';
import { score } from '#domain/score.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { rowSchemas, type RowValue } from '#protocol/entities.ts';
import type { Intent } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { arbitraryAnswers } from '../../support/random-criteria.ts';
import { openCommune, type Commune } from './commune.ts';
import { consentOf, setOf, submitIntent } from './makers.ts';
import { household, pull, send } from './sending.ts';

const SEED = 20251115;
const FAMILIES = 900;
const HAMLET_SHEETS = 100;
const AT_ONCE = 50;

/** Only what a phone lets through: the review runs the set's own schema before *Gửi*. */
function sheetsOf(setId: string, numRuns: number): Answers[] {
  const schema = answersSchemaFor(setOf(setId));
  const sendable = arbitraryAnswers(setOf(setId)).filter((answers) => schema.safeParse(answers).success);
  return fc.sample(sendable, { seed: SEED, numRuns });
}

async function sendAll(commune: Commune, phone: SigningDevice, intents: readonly Intent[]): Promise<void> {
  for (let at = 0; at < intents.length; at += AT_ONCE) {
    const some = intents.slice(at, at + AT_ONCE);
    expect(await send(commune, phone, ...some)).toEqual(some.map(() => 'applied'));
  }
}

async function submissionsOf(commune: Commune, phone: SigningDevice): Promise<RowValue<'submission'>[]> {
  const rows: RowValue<'submission'>[] = [];
  let cursors: Record<string, number> = {};
  for (let more = true; more;) {
    const page = await pull(commune, phone, cursors);
    for (const { entity, value } of page.rows)
      if (entity === 'submission') rows.push(rowSchemas.submission.parse(value));
    ({ cursors, more } = page);
  }
  return rows;
}

// promise: P13
test(`a thousand random sheets score the same on the phone and at the commune (seed ${SEED})`, async () => {
  const commune = await openCommune();
  const [head, officer] = [await commune.head(), await commune.officer()];
  const [campaign] = (await pull(commune, officer)).rows.filter(({ entity }) => entity === 'campaign');
  const families = Array.from({ length: FAMILIES }, () => head.newId());
  await sendAll(
    commune,
    head,
    families.map((id) => household(id, commune.hamlets[0]?.id ?? '')),
  );
  const sheets = sheetsOf('household', FAMILIES);
  const forms = families.map((id, index) =>
    submitIntent(assessmentIdOf(commune.core.communeId, campaign?.id ?? '', id), 'household', {
      snapshot: sheets[index] ?? {},
      consent: consentOf('readAloud'),
    }),
  );
  const own = sheetsOf('hamlet', HAMLET_SHEETS).map((snapshot) =>
    submitIntent(head.enrolment?.assessmentId ?? '', 'hamlet', { snapshot }),
  );
  await sendAll(commune, head, [...forms, ...own]);

  const arrived = await submissionsOf(commune, officer);
  expect(arrived).toHaveLength(FAMILIES + HAMLET_SHEETS);
  for (const { subjectKind, snapshot, selfScore, serverScore } of arrived) {
    expect(serverScore).toBe(selfScore);
    // What the officer's screen computes again from what came back.
    expect(score(setOf(subjectKind), snapshot).normalised).toBe(selfScore);
  }
  // No row of zeros: a scorer that always says the same would not pass for agreement.
  expect(new Set(arrived.map(({ selfScore }) => selfScore)).size).toBeGreaterThan(300);
  expect((await commune.core.verify()).problems).toEqual([]);
});
