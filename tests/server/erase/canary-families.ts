/**
 * Families that have been through everything a campaign writes of them, with a mark in every field: `HY7f3a.<field>.<n>.`
 * Some were typed by a head, some came in an officer's batch; between those that will be erased are others that stay.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '#domain/zod.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { canon } from '#protocol/canon.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import { hashText } from '#protocol/hash.ts';
import type { Intent } from '#protocol/operation.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import type { Box as WholeBox } from '../backup/box.ts';
import { secretOf } from '../core/commune.ts';
import { answersTo, consentOf, setOf, submitIntent } from '../core/makers.ts';
import { moveIntent, scoreIntent } from '../core/review-scene.ts';
import { put } from '../core/sending.ts';

export const mark = (field: string, n: number): string => `HY7f3a.${field}.${n}.`;

/** Fields whose marks are anywhere below this folder; locks and what a restore set aside are no part of it. */
export function fieldsIn(folder: string): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /lock|owner|-shm|before-/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name)).toString('latin1');
    for (const [, field = ''] of text.matchAll(/HY7f3a\.(\w+)\.\d/g)) found.add(field);
  }
  return [...found].sort();
}
export const fieldsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/HY7f3a\.(\w+)\.\d/g)].map(([, field = '']) => field))].sort();

export type Box = Pick<WholeBox, 'core' | 'door' | 'hamlets' | 'head' | 'officer'>;

export interface CanaryFamily {
  n: number;
  id: string;
  assessmentId: string;
  phone: SigningDevice;
  /** What it sent, as sealed. */
  sent: string[];
}

const full = answersTo(setOf('household'), () => 1);
const ownWords = z.object({ text: z.string(), level: z.string() });
const answers = (n: number) => ({
  ...full,
  'B6.2': { ...ownWords.parse(full['B6.2']), text: mark('answer', n) },
});
const idOf = (text: string): string => String(JSON.parse(text).opId);

/** `again`: what broke is sent once more, as phones do. */
interface Patience {
  again?: boolean;
}

/** One exchange after the other, some operations at a time; everything must take effect. */
async function sendAll(box: Box, by: SigningDevice, texts: readonly string[], { again }: Patience = {}) {
  for (let from = 0; from < texts.length; from += 40) {
    const some = texts.slice(from, from + 40);
    let reply = await by.exchange(box.door, some);
    if (again === true && reply.status >= 500) reply = await by.exchange(box.door, some);
    const { value, text } = reply;
    const odd = value?.results.filter(({ verdict }) => verdict !== 'applied' && verdict !== 'conflict');
    if (value === null || odd === undefined || odd.length > 0)
      throw new Error(`${JSON.stringify(odd)} ${text}`);
  }
}

export async function pullAll(box: Box, device: SigningDevice): Promise<FeedRow[]> {
  const rows: FeedRow[] = [];
  for (let cursors: Record<string, number> = {}, more = true; more;) {
    const { value, text } = await device.exchange(box.door, [], { pull: { cursors, maxBytes: 240_000 } });
    if (value === null) throw new Error(text);
    rows.push(...value.rows);
    ({ cursors, more } = value);
  }
  return rows;
}

interface Village {
  head: SigningDevice;
  officer: SigningDevice;
  families: CanaryFamily[];
  campaignId: string;
}

/** `count` families with marks and as many without, by turns. */
export async function openVillage(box: Box, count: number, patience: Patience = {}): Promise<Village> {
  const { core } = box;
  const hamletId = box.hamlets[0]?.id ?? '';
  const [head, officer] = [await box.head(hamletId), await box.officer()];
  const { campaign } = await core.publicCampaign();
  const batchId = officer.newId();
  const inBatch = Math.min(10, count);
  const ids = Array.from({ length: count }, () => officer.newId());
  const record = (id: string, n: number) => ({
    id,
    hamletId,
    householder: mark('name', n),
    phone: mark('phone', n),
  });
  const neighbour = () => {
    const id = officer.newId();
    return put('household', id, { id, hamletId, householder: 'Lê Thị Mai' });
  };
  const asked: Intent[] = ids.flatMap((id, n) => [put('household', id, record(id, n)), neighbour()]);
  const batched = asked
    .slice(0, inBatch * 2)
    .map((intent): Intent =>
      intent.kind === 'record.put' ? { kind: 'record.put', args: { ...intent.args, batchId } } : intent,
    );
  const commit = { id: batchId, state: 'committed', label: 'Danh sách hộ', records: batched.length };
  await sendAll(
    box,
    officer,
    [...batched, put('batch', batchId, commit)].map((intent) => officer.seal(intent)),
    patience,
  );
  await sendAll(
    box,
    head,
    asked.slice(inBatch * 2).map((intent) => head.seal(intent)),
    patience,
  );

  const families: CanaryFamily[] = [];
  for (const [n, id] of ids.entries()) {
    const slip = await core.createSlip(id);
    if (slip.kind !== 'issued') throw new Error('no slip');
    const phone = await SigningDevice.make();
    const enrolled = await phone.enrol(box.door, secretOf(slip.fragment));
    if (enrolled.value === null) throw new Error(enrolled.text);
    families.push({ n, id, assessmentId: assessmentIdOf(core.communeId, campaign.id, id), phone, sent: [] });
  }
  return { head, officer, families, campaignId: campaign.id };
}

/** Everything about one family that anybody may write. */
export async function liveThrough(
  box: Box,
  { head, officer, campaignId }: Village,
  family: CanaryFamily,
  patience: Patience = {},
): Promise<void> {
  const { n, id: householdId, assessmentId, phone } = family;
  const typed = head.seal(
    submitIntent(assessmentId, 'household', {
      snapshot: answers(n),
      signedOffBy: mark('typedBy', n),
      consent: { ...consentOf('readAloud'), witness: mark('witness', n) },
    }),
  );
  await sendAll(box, head, [typed], patience);
  const owner = { campaignId, householdId, assessmentId };
  const objection = {
    ...owner,
    id: phone.newId(),
    submission: idOf(typed),
    reason: mark('objection', n),
    state: 'open',
  };
  const request = { ...owner, id: phone.newId(), kind: 'delete', reason: mark('request', n), state: 'open' };
  const own = phone.seal(
    submitIntent(assessmentId, 'household', {
      snapshot: answers(n),
      signedOffBy: mark('signed', n),
      consent: consentOf('self'),
    }),
  );
  family.sent = [
    phone.seal(put('objection', objection.id, objection)),
    phone.seal(put('dataRequest', request.id, request)),
    phone.seal({ kind: 'comment.add', args: { assessmentId, text: mark('comment', n) } }),
    own,
  ];
  await sendAll(box, phone, family.sent, patience);
  const odd = canon({
    ...JSON.parse(own),
    opId: phone.newId(),
    kind: 'later.kind',
    args: { text: mark('aside', n) },
  });
  let aside = await phone.exchange(box.door, [odd]);
  if (patience.again === true && aside.status >= 500) aside = await phone.exchange(box.door, [odd]);
  if (aside.value?.results[0]?.verdict !== 'quarantined') throw new Error(aside.text);

  const about = { campaignId, subjectKind: 'household', subjectId: householdId };
  const inspection = officer.newId();
  const knockOut = officer.newId();
  await sendAll(
    box,
    officer,
    [
      { kind: 'comment.add', args: { assessmentId, text: mark('officer', n) } } as const,
      put('inspection', inspection, {
        ...about,
        id: inspection,
        date: '2025-11-01',
        inspectors: mark('inspectors', n),
        findings: [{ criterionId: 'B6.2', result: 'differs', note: mark('finding', n) }],
        conclusion: 'differs',
        note: mark('inspection', n),
      }),
      put('knockOut', knockOut, {
        ...about,
        id: knockOut,
        kind: 'other',
        reason: mark('knockOut', n),
        source: mark('source', n),
        date: '2025-11-01',
      }),
      scoreIntent(
        { id: idOf(own), digest: await hashText(own) },
        { criterionId: 'B6.2', points: 0, reason: mark('score', n) },
      ),
      moveIntent({
        assessmentId,
        submission: idOf(own),
        to: 'returned',
        statusRev: 2,
        reason: mark('reason', n),
        items: [{ criterionId: 'B6.2', ask: mark('ask', n) }],
      }),
    ].map((intent) => officer.seal(intent)),
    patience,
  );
}

/** Every field {@link liveThrough} leaves a mark in. */
export const FIELDS = (
  'answer ask aside comment finding inspection inspectors knockOut name objection officer phone reason request ' +
  'score signed source typedBy witness'
)
  .split(' ')
  .sort();
