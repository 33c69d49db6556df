/** What must hold of an interleaving when everybody has met the network again. */
import { rowSchemas } from '#protocol/entities.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { operationSchema, type Operation } from '#protocol/operation.ts';
import { z } from '#domain/zod.ts';
import { textIn } from '../oracle/rows.ts';
import { fieldsOf } from '../village.ts';
import { distinct, Model, type Version } from './model.ts';
import type { Played } from './play.ts';
import { officers, people, type Person, type Stage } from './stage.ts';

export interface Broken {
  what: string;
  where: string;
}

export interface Counted {
  operations: number;
  /** By "kind verdict code". */
  verdicts: Map<string, number>;
  conflicts: number;
}

type Say = (what: string, where: string) => void;

/** Where each refusal is told, and in which words. */
const wordsFor: Record<string, Readonly<Record<string, string>>> = {
  'assessment.move': moveWords.refused,
  'score.set': reviewWords.refused.codes,
};
const outboxCodes: Readonly<Record<string, string>> = {
  STATE_GUARD: outboxWords.sentence.stateGuard,
  STALE_BASIS: outboxWords.sentence.staleBasis,
  NOT_PERMITTED: outboxWords.sentence.notPermitted,
};

interface Entry {
  opId: string;
  operation: Operation;
  verdict: string;
  code: string;
  hash: string;
  device: string;
}

/** The log in order, with what was set aside read from where it lies. */
function entriesOf({ server }: Stage): Entry[] {
  const rows = server.disk.rows('operation', "device_id <> '' order by rev");
  return rows.map((row) => {
    const [held] =
      row['body'] === null ? server.disk.rows('quarantine', 'op_hash = ?', [textIn(row, 'op_hash')]) : [row];
    return {
      opId: textIn(row, 'op_id'),
      operation: operationSchema.parse(JSON.parse(textIn(held ?? row, 'body'))),
      verdict: textIn(row, 'verdict'),
      code: textIn(row, 'code'),
      hash: textIn(row, 'op_hash'),
      device: textIn(row, 'device_id'),
    };
  });
}

function replay(stage: Stage, entries: readonly Entry[], say: Say): Model {
  const model = new Model(fieldsOf.hamlet);
  const roles = new Map(
    stage.server.disk.rows('device').map((row) => [textIn(row, 'device_id'), textIn(row, 'role')]),
  );
  const persons = new Map(
    stage.server.disk.rows('device').map((row) => [textIn(row, 'device_id'), String(row['account_id'])]),
  );
  for (const { opId, operation, verdict, code, hash, device } of entries) {
    const role = roles.get(device) === 'officer' ? 'officer' : 'hamletHead';
    const told = model.take(operation, { role, person: persons.get(device) ?? device }, hash);
    if (told.verdict !== verdict || told.code !== code)
      say(
        'a verdict that the protocol does not give',
        `${operation.kind} ${opId}: ${verdict} ${code}, not ${told.verdict} ${told.code}`,
      );
  }
  return model;
}

/** Every accepted version lives, or was named by a write whose author had seen it. */
function checkVersions(model: Model, { seen }: Played, entries: readonly Entry[], say: Say): void {
  const alive = new Set([...model.alive.values()].flat().map(({ opId }) => opId));
  for (const opId of model.accepted)
    if (!alive.has(opId) && !model.supersededBy.has(opId)) say('points that vanished', opId);
  for (const { opId, operation } of entries)
    if (operation.kind === 'score.set')
      for (const base of operation.args.bases)
        if (seen.get(opId)?.has(base) !== true)
          say('points replaced by somebody who never saw them', `${base} by ${opId}`);
}

const shownSchema = z.nullable(rowSchemas.scores);
const inOrder = (versions: readonly Pick<Version, 'opId' | 'points' | 'reasonCode'>[]): string =>
  JSON.stringify(
    versions
      .map(({ opId, points, reasonCode }) => [opId, points, reasonCode])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

/** Both officers are shown exactly the living versions: a dispute as a dispute. */
async function checkShown(model: Model, { machines }: Played, assessmentId: string, say: Say): Promise<void> {
  const submissions = new Set([...model.alive.keys()].map((key) => key.split(' ')[0] ?? ''));
  for (const person of officers)
    for (const submission of submissions) {
      const row = await machines[person].workspace.row('scores', submission);
      const fields = shownSchema.parse(row?.value ?? null)?.fields ?? {};
      for (const criterionId of fieldsOf.hamlet) {
        const shown = fields[criterionId] ?? [];
        if (inOrder(shown) !== inOrder(model.standing(submission, criterionId)))
          say('points shown otherwise than they stand', `${person} ${submission} ${criterionId}`);
      }
    }
  for (const person of people) {
    const row = (await machines[person].workspace.row('assessment', assessmentId))?.value;
    if (model.statusRev > 0 && (row?.state !== model.state || row.statusRev !== model.statusRev))
      say('a state shown otherwise than it is', `${person}: ${row?.state}, not ${model.state}`);
  }
}

/** Whoever sealed an operation has its verdict, and for every refusal there are words. */
async function checkTold(
  person: Person,
  { machines }: Played,
  entries: ReadonlyMap<string, Entry>,
  say: Say,
): Promise<void> {
  for (const { opId, kind, result } of await machines[person].workspace.outbox()) {
    const entry = entries.get(opId);
    if (result === undefined || entry === undefined) {
      say('an operation that never arrived', `${person} ${kind} ${opId}`);
      continue;
    }
    if (result.verdict !== entry.verdict || (result.code ?? '') !== entry.code)
      say('a verdict told otherwise than it is', `${person} ${kind} ${opId}`);
    if (result.verdict !== 'refused') continue;
    const words = person === 'An' ? outboxCodes : (wordsFor[kind] ?? {});
    if ((words[result.code ?? ''] ?? '') === '')
      say('a refusal without words', `${person} ${kind} ${result.code}`);
  }
}

export async function check(
  stage: Stage,
  played: Played,
): Promise<{ broken: Broken | null; counted: Counted }> {
  const found: Broken[] = [];
  const say: Say = (what, where) => void found.push({ what, where });
  const entries = entriesOf(stage);
  const model = replay(stage, entries, say);
  checkVersions(model, played, entries, say);
  await checkShown(model, played, stage.assessmentId, say);
  const byId = new Map(entries.map((entry) => [entry.opId, entry]));
  if (byId.size !== entries.length) say('an operation that took effect twice', '');
  for (const person of people) await checkTold(person, played, byId, say);
  const verdicts = new Map<string, number>();
  for (const { operation, verdict, code } of entries) {
    const key = `${operation.kind} ${verdict} ${code}`.trim();
    verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
  }
  const conflicts = [...model.alive.values()].filter((versions) => distinct(versions) > 1).length;
  return { broken: found[0] ?? null, counted: { operations: entries.length, verdicts, conflicts } };
}
