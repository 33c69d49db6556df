/** What a hundred forms cost on the wire after a day without a network, beside one OpenRosa request each. */
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { Chance } from '#protocol/ids.ts';
import type { DraftRow } from '#client/db/model.ts';
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { openCommune } from '../client-core/commune.ts';
import { aDraft, handClock } from '../client-core/makers.ts';
import { openRosaBytes } from '../client-core/open-rosa.ts';
import { createPhone } from '../client-core/surroundings.ts';
import { headOf, open, untilSent, untilTired } from '../client-core/village.ts';
import { answersTo, consentOf, setOf } from '../server/core/makers.ts';
import type { Row } from './result.ts';

const FORMS = 100;
const AT = '2025-11-01T08:00:00.000+07:00';
const chance: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
const pick = (below: number): number => (chance.bytes(1)[0] ?? 0) % below;

async function start() {
  const commune = await openCommune(handClock(), chance);
  const phone = createPhone(21);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress, chance });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  return { commune, phone, line, profile, workspace };
}
type Village = Awaited<ReturnType<typeof start>>;

interface Form {
  set: CriteriaSet;
  answers: Answers;
  draft: DraftRow;
}

/** Fills `forms` without a network, lets it come back, and counts until the last one is acknowledged. */
async function sendAll(
  { phone, line, workspace }: Village,
  what: string,
  forms: readonly Form[],
): Promise<Row[]> {
  line.isDown = true;
  let openRosa = 0;
  for (const { set, answers, draft } of forms) {
    await workspace.saveDraft(draft);
    const consent = draft.channel === 'proxy' ? { consent: consentOf('readAloud') } : {};
    await workspace.submit(draft, { selfScore: 5000, signedOffBy: 'Nguyễn Văn An', ...consent });
    phone.clock.turn(60_000);
    openRosa += openRosaBytes(set, answers, { id: draft.assessmentId, subject: draft.assessmentId, at: AT });
  }
  await untilTired(workspace);
  line.isDown = false;
  line.log.length = 0;
  await untilSent(phone, workspace);
  const sending = line.log.filter(({ ops }) => ops > 0);
  const bytes = sending.reduce((sum, { up, down }) => sum + up + down, 0);
  const name = `wire.${what}`;
  return [
    {
      name: `${name}.exchanges`,
      what: `wire: 100 ${what} forms, exchanges`,
      value: sending.length,
      unit: 'exchanges',
      budget: { atMost: 2 },
    },
    { name: `${name}.bytes`, what: `wire: 100 ${what} forms, bytes both ways`, value: bytes, unit: 'bytes' },
    {
      name: `${name}.openRosa`,
      what: `wire: 100 ${what} forms as OpenRosa, 100 requests`,
      value: openRosa,
      unit: 'bytes',
    },
    {
      name: `${name}.ratio`,
      what: `wire: ${what} forms, bytes, ours / OpenRosa`,
      value: bytes / openRosa,
      unit: '×',
      budget: { atMost: 0.1 },
    },
  ];
}

async function households(): Promise<Row[]> {
  const village = await start();
  const { commune, phone, profile, workspace } = village;
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  const [campaign] = await workspace.rows('campaign');
  const ids = Array.from({ length: FORMS }, () => workspace.newId());
  for (const [index, id] of ids.entries()) {
    await workspace.putRecord('household', id, { id, hamletId, householder: `Nguyễn Văn ${index}` }, 0);
  }
  await untilSent(phone, workspace);
  workspace.sendNow();
  await untilSent(phone, workspace);
  const set = setOf('household');
  const forms = ids.map((id): Form => {
    const assessmentId = assessmentIdOf(commune.core.communeId, campaign?.id ?? '', id);
    const answers = answersTo(set, pick);
    const named = { id: `proxy:${assessmentId}`, assessmentId, criteriaSet: 'household@1', answers };
    return { set, answers, draft: aDraft({ ...named, subjectKind: 'household', channel: 'proxy' }) };
  });
  const rows = await sendAll(village, 'household', forms);
  await workspace.close();
  return rows;
}

async function hamlets(): Promise<Row[]> {
  const village = await start();
  const id = village.profile.assessmentId ?? '';
  const set = setOf('hamlet');
  const forms = Array.from({ length: FORMS }, (_, round): Form => {
    const answers = answersTo(set, pick);
    return { set, answers, draft: aDraft({ id, assessmentId: id, answers, updatedAt: round + 10 }) };
  });
  const rows = await sendAll(village, 'hamlet', forms);
  await village.workspace.close();
  return rows;
}

export const benchWire = async (): Promise<Row[]> => [...(await households()), ...(await hamlets())];
