/**
 * A commune whose every text carries somebody's attempt to run something where it is read. Written through the front door
 * by the devices that may write it: every record again with the words in each of its texts, new ones besides, comments,
 * reasons, points, names of devices and of senders, words from the public.
 */
import { recordSchemas, isRecordEntity, type RecordEntity } from '#protocol/entities.ts';
import type { FeedRow, Result } from '#protocol/exchange.ts';
import { FEEDBACK_PATH } from '#protocol/feedback.ts';
import type { Intent } from '#protocol/operation.ts';
import { recordAllowed, type Relation } from '#protocol/policy.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { readFragment } from '#protocol/fragment.ts';
import { pullAll } from '../../server/http/small-commune.ts';
import { fillTexts } from '../../support/fill-texts.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';
import { xssPayloads } from '../../support/xss-payloads.ts';
import { setWith } from './hostile-set.ts';
import { officeTemplates, ownTemplates, type Template } from './hostile-records.ts';
import type { World } from './world.ts';

const OPS_BYTES = 180 * 1024;
/** Copied under new ids as often as there are words to try: what an office may add as it likes. */
const COPIED: readonly RecordEntity[] = ['registerEntry', 'position', 'unit', 'household', 'savedView'];
/** Records made anew come a tenth as often: a dozen texts each, of many kinds. */
const FEWER = 10;
/** There is one of them at most. */
const SINGLE: ReadonlySet<string> = new Set(['plan', 'narrative', 'paper', 'campaignSeries']);
/** Their texts are reckoned with: made from others, or frozen. */
const LEFT: ReadonlySet<string> = new Set([
  'batch',
  'person',
  'rankingFreeze',
  'recheckSample',
  // A published set never changes: a new version of it carries the words.
  'criteriaSet',
]);
export interface HostileWords {
  /** Texts written, operations in effect, operations refused. */
  filled: number;
  applied: number;
  refused: number;
  /** By entity or kind: what took the words. */
  taken: Set<string>;
  /** Two for each role, made before the names they are made from became somebody's words. */
  links: Partial<Record<Role, string[]>>;
  rows: Partial<Record<Role, FeedRow[]>>;
}

/** Keeps what the server sets, as a browser does. */
function doorTo(origin: string): Door {
  let cookie = '';
  return async (path, init) => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    headers.set('sec-fetch-site', 'same-origin');
    const reply = await fetch(origin + path, { ...init, headers });
    for (const set of reply.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return reply;
  };
}

interface Writer {
  door: Door;
  device: SigningDevice;
  role: Role;
  rows: FeedRow[];
}

export async function writeHostileWords(world: World, copies: number): Promise<HostileWords> {
  const found: HostileWords = { filled: 0, applied: 0, refused: 0, taken: new Set(), links: {}, rows: {} };
  let at = 0;
  const next = (): string => xssPayloads[at++ % xssPayloads.length] ?? '';
  const short = (max: number): string => {
    for (let tries = 0; tries < xssPayloads.length; tries++) {
      const text = next();
      if (text.length <= max && text.trim() === text) return text;
    }
    throw new Error(`no words of ${max} characters`);
  };

  async function enter(role: Role, ...subject: string[]): Promise<Writer> {
    const door = doorTo(world.origin);
    const device = await SigningDevice.make();
    Object.assign(device, { label: short(80), by: short(64) });
    const link = world.issue('enrol', '--role', role, ...subject, '--name', short(60));
    const reply = await device.enrol(door, readFragment(new URL(link).hash)?.secret ?? '');
    if (reply.status !== 200) throw new Error(reply.text);
    return { door, device, role, rows: await pullAll({ door }, device) };
  }

  async function send({ door, device }: Writer, intents: readonly Intent[]): Promise<void> {
    const waiting = intents.map((intent) => ({ intent, text: device.seal(intent) }));
    while (waiting.length > 0) {
      let bytes = 0;
      const fits = waiting.findIndex(({ text }) => (bytes += Buffer.byteLength(text)) > OPS_BYTES);
      const part = waiting.splice(0, fits < 1 ? Math.max(1, fits < 0 ? waiting.length : 1) : fits);
      const { value, text } = await device.exchange(
        door,
        part.map((each) => each.text),
      );
      if (value === null) throw new Error(text);
      part.forEach(({ intent }, index) => note(intent, value.results[index]));
    }
  }
  function note(intent: Intent, result: Result | undefined): void {
    const isTaken = result?.verdict === 'applied' || result?.verdict === 'conflict';
    found[isTaken ? 'applied' : 'refused'] += 1;
    if (isTaken) found.taken.add(intent.kind === 'record.put' ? intent.args.entity : intent.kind);
  }

  /** This row again, with the words in it; under a new id when `id` is given. */
  function rewritten(row: FeedRow, entity: RecordEntity, id?: string): Intent {
    const { value, filled } = fillTexts(recordSchemas[entity], { ...row.value }, next);
    found.filled += filled;
    const own = id === undefined ? value : { ...value, id };
    return {
      kind: 'record.put',
      args: { entity, id: id ?? row.id, value: own, baseRev: id === undefined ? row.rev : 0 },
    };
  }

  function nextVersion(row: FeedRow): Intent {
    const { intent, filled } = setWith(row, next);
    found.filled += filled;
    return intent;
  }

  function* records(writer: Writer, relation: Relation): Generator<Intent> {
    const given = new Set<string>();
    for (const row of writer.rows) {
      const { entity } = row;
      if (row.value === null || !isRecordEntity(entity) || LEFT.has(entity)) continue;
      if (!recordAllowed(entity, writer.role, relation)) continue;
      yield rewritten(row, entity);
      if (relation !== 'commune' || !COPIED.includes(entity) || given.has(entity)) continue;
      given.add(entity);
      for (let copy = 0; copy < copies; copy++) yield rewritten(row, entity, writer.device.newId());
    }
  }
  /** One of its own of each, and as many more of what there may be many of. */
  const anew = ({ device }: Writer, templates: (newId: () => string) => Template[]): Intent[] =>
    Array.from({ length: Math.ceil(copies / FEWER) }, () => templates(() => device.newId())).flatMap(
      (round, index) =>
        round
          .filter(({ entity }) => index === 0 || !SINGLE.has(entity))
          .map(({ entity, value }): Intent => {
            const { value: worded, filled } = fillTexts(recordSchemas[entity], value, next);
            found.filled += filled;
            return { kind: 'record.put', args: { entity, id: value.id, value: worded, baseRev: 0 } };
          }),
    );
  const said = (assessmentId: string): Intent[] =>
    Array.from({ length: copies }, () => ({ kind: 'comment.add', args: { assessmentId, text: next() } }));

  const officer = await enter('officer');
  const subjectOf = (entity: 'hamlet' | 'unit') => {
    const form = officer.rows.find(
      (row) =>
        row.entity === 'assessment' &&
        row.value?.['subjectKind'] === entity &&
        row.value['state'] === 'received',
    );
    const row = officer.rows.find(({ id }) => id === form?.value?.['subjectId']);
    if (form === undefined || row === undefined) throw new Error(`no ${entity} that has sent`);
    return { form, row };
  };
  const [hamlet, unit] = [subjectOf('hamlet'), subjectOf('unit')];
  const byName = ['--hamlet', String(hamlet.row.value?.['name'])] as const;
  const byCode = ['--unit', String(unit.row.value?.['code'])] as const;
  const head = await enter('hamletHead', ...byName);
  const contact = await enter('unitContact', ...byCode);
  const named: Partial<Record<Role, readonly string[]>> = { hamletHead: byName, unitContact: byCode };
  for (const role of ['hamletHead', 'unitContact', 'officer', 'cultureOfficer', 'chair'] as const) {
    const issue = (): string => world.issue('enrol', '--role', role, ...(named[role] ?? []));
    found.links[role] = [issue(), issue()];
  }

  const campaignId = String(hamlet.form.value?.['campaignId']);
  for (const [writer, { form, row }, subjectKind, criterionId] of [
    [head, hamlet, 'hamlet', 'A1.1'],
    [contact, unit, 'unit', 'B1.1'],
  ] as const) {
    const own = { campaignId, subjectKind, subjectId: row.id, criterionId };
    await send(writer, [
      ...records(writer, 'own'),
      ...records(writer, 'ownHousehold'),
      ...said(form.id),
      ...anew(writer, (newId) => ownTemplates(own, newId)),
    ]);
  }
  const { id: assessmentId, value } = hamlet.form;
  const [submission] = Array.isArray(value?.['submissions']) ? value['submissions'].slice(-1) : [];
  const criterionId = 'A1.1';
  await send(
    officer,
    officer.rows
      .filter(({ entity, value: set }) => entity === 'criteriaSet' && set !== null)
      .map(nextVersion),
  );
  await send(officer, [
    ...said(assessmentId),
    {
      kind: 'assessment.move',
      args: {
        assessmentId,
        submission: String(submission?.id),
        to: 'returned',
        statusRev: Number(value?.['statusRev']),
        reason: next(),
        items: [{ criterionId, ask: next() }],
      },
    },
    ...records(officer, 'commune'),
    ...anew(officer, (newId) =>
      officeTemplates({ campaignId, hamletId: hamlet.row.id, assessmentId }, newId),
    ),
    ...officer.rows
      .filter(
        ({ entity, value: sent }) =>
          entity === 'submission' &&
          sent?.['subjectKind'] === 'hamlet' &&
          sent['subjectId'] !== hamlet.row.id,
      )
      .map(({ id, value: sent }): Intent => ({
        kind: 'score.set',
        args: {
          submission: id,
          criterionId,
          points: 0,
          reasonCode: 'evidence',
          reason: next(),
          basis: String(sent?.['digest']),
          bases: [],
        },
      })),
  ]);
  for (let word = 0; word < 4; word++) {
    // Another phone each time: the same one with the same words would count once.
    const { installationId: nonce } = await SigningDevice.make();
    const body = JSON.stringify({ v: 1, nonce, text: `Góp ý: ${short(200)}`, contact: short(80) });
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(world.origin + FEEDBACK_PATH, { method: 'POST', headers, body });
    found[reply.ok ? 'applied' : 'refused'] += 1;
    if (reply.ok) found.taken.add('feedback');
  }
  for (const writer of [officer, head, contact])
    found.rows[writer.role] = await pullAll(writer, writer.device);
  return found;
}
