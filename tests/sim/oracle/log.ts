/** The operation log played again by a second, simpler hand: registers, states, counts and scores have to come out the same. */
import { findTransition, subjectHolds } from '#protocol/transitions.ts';
import { operationSchema, type AssessmentState, type Operation } from '#protocol/operation.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { canon } from '#protocol/canon.ts';
import type { Row } from '../database.ts';
import type { World } from '../world.ts';
import { Broken } from './broken.ts';
import { changesIn } from './intents.ts';
import { numberIn, textIn } from './rows.ts';

/** Before the id of a later verdict's entry. */
const AGAIN = 'again:'.length;

type Versions = Map<string, { value: string; dead: boolean }>;

function writeRegisters(
  registers: Map<string, Versions>,
  opId: string,
  operation: Parameters<typeof changesIn>[0],
) {
  const writes = changesIn(operation);
  for (const [field, { value, bases }] of Object.entries(writes?.changes ?? {})) {
    const key = `${writes?.assessmentId} ${field}`;
    const versions: Versions = registers.get(key) ?? new Map();
    for (const base of bases)
      if (base !== opId) versions.set(base, { value: versions.get(base)?.value ?? '', dead: true });
    const text = value === undefined ? '' : canon(value);
    versions.set(opId, { value: text, dead: versions.get(opId)?.dead === true });
    registers.set(key, versions);
  }
}

/** I8: what is received and was not replaced by somebody who named it is alive. */
function checkRegisters(world: World, registers: Map<string, Versions>): void {
  const { disk } = world.template.server;
  const alive = (rows: Row[]): string[] =>
    rows
      .filter((row) => numberIn(row, 'dead') === 0)
      .map(
        (row) =>
          `${textIn(row, 'assessment_id')} ${textIn(row, 'criterion_id')} ${textIn(row, 'op_id')} ${textIn(row, 'value')}`,
      )
      .sort();
  const expected = [...registers]
    .flatMap(([key, versions]) =>
      [...versions].filter(([, { dead }]) => !dead).map(([opId, { value }]) => `${key} ${opId} ${value}`),
    )
    .sort();
  const found = alive(disk.rows('register'));
  for (const line of expected) if (!found.includes(line)) throw new Broken('I8', `${line} is not alive`);
  for (const line of found)
    if (!expected.includes(line)) throw new Broken('I8', `${line} is alive, and should not be`);
}

/** An operation as it took effect: with the verdict of the build that understood it. */
function effectsIn({ disk }: World['template']['server']): (Row & { verdict: unknown })[] {
  const later = new Map(
    disk
      .rows('operation', "kind = 'server.judgeAgain'")
      .map((row) => [textIn(row, 'op_id').slice(AGAIN), row]),
  );
  const rows = disk.rows('operation', "device_id <> '' and body is not null and kind <> 'server.judgeAgain'");
  return rows
    .map((row) => {
      const again = later.get(textIn(row, 'op_id'));
      const { verdict, rev } = again ?? row;
      return { ...row, verdict, rev, receivedAt: (again ?? row)['received_at'] };
    })
    .sort((a, b) => numberIn(a, 'rev') - numberIn(b, 'rev'));
}

/** Photos as the log has them: what was taken out is what stood when the word came. */
class Album {
  private readonly photos: {
    opId: string;
    form: string;
    question: string;
    photoId: string;
    removed: boolean;
  }[] = [];

  take({ opId, kind, args }: Operation): void {
    if (kind === 'photo.add')
      this.photos.push({
        opId,
        form: args.assessmentId,
        question: args.criterionId,
        photoId: args.photoId,
        removed: false,
      });
    if (kind !== 'photo.remove') return;
    for (const photo of this.photos)
      if (
        photo.photoId === args.photoId &&
        (args.assessmentId ?? photo.form) === photo.form &&
        (args.criterionId ?? photo.question) === photo.question
      )
        photo.removed = true;
  }

  /** I2, I3. */
  check({ disk }: World['template']['server']): void {
    const rows = new Map(disk.rows('photo').map((row) => [textIn(row, 'op_id'), numberIn(row, 'removed')]));
    if (rows.size !== this.photos.length)
      throw new Broken('I2', `${this.photos.length} photos were added, and there are ${rows.size}`);
    for (const { opId, removed } of this.photos)
      if (rows.get(opId) !== (removed ? 1 : 0))
        throw new Broken(
          'I3',
          `photo ${opId} is ${removed ? 'not ' : ''}taken out, and should${removed ? '' : ' not'} be`,
        );
  }
}

/** I10, I2. */
export function checkLog(world: World): void {
  const { server } = world.template;
  const { disk } = server;
  const album = new Album();
  const roles = new Map(
    disk.rows('device').map((row) => [textIn(row, 'device_id'), roleSchema.parse(row['role'])]),
  );
  const registers = new Map<string, Versions>();
  const states = new Map<string, AssessmentState>();
  const counts = { submission: 0, comment: 0, move: 0 };
  for (const row of effectsIn(server)) {
    const operation = operationSchema.parse(JSON.parse(textIn(row, 'body')));
    const verdict = textIn(row, 'verdict');
    if (verdict !== 'applied' && verdict !== 'conflict') continue;
    const { opId } = operation;
    if (opId !== textIn(row, 'op_id'))
      throw new Broken('I2', `${opId} took effect as ${textIn(row, 'op_id')} too`);
    album.take(operation);
    if (operation.kind === 'comment.add') counts.comment += 1;
    if (operation.kind === 'assessment.submit') {
      const { assessmentId } = operation.args;
      counts.submission += 1;
      const from = states.get(assessmentId) ?? 'draft';
      if (!subjectHolds.includes(from)) throw new Broken('I10', `${opId} was sent while the form is ${from}`);
      states.set(assessmentId, 'received');
    }
    const role = roles.get(textIn(row, 'device_id'));
    const isOffice =
      operation.kind === 'score.set' || (operation.kind === 'assessment.move' && role === 'officer');
    if (isOffice && world.operator.isDraining(numberIn(row, 'receivedAt'), numberIn(row, 'rev')))
      throw new Broken('I10', `${opId} took effect while phones were still handing back`);
    if (operation.kind === 'assessment.move') {
      const { assessmentId, to } = operation.args;
      counts.move += 1;
      const from = states.get(assessmentId) ?? 'draft';
      if (role === undefined || findTransition(role, from, to) === undefined)
        throw new Broken('I10', `${opId} led from ${from} to ${to} by ${role}`);
      states.set(assessmentId, to);
    }
    const isHousehold = operation.kind === 'assessment.submit' && operation.args.consent !== undefined;
    if (!isHousehold) writeRegisters(registers, opId, operation);
  }
  checkRegisters(world, registers);
  album.check(server);
  for (const [table, count] of Object.entries(counts))
    if (disk.rows(table).length !== count)
      throw new Broken('I2', `${count} operations made ${disk.rows(table).length} rows of ${table}`);
  for (const row of disk.rows('assessment')) {
    const state = states.get(textIn(row, 'assessment_id')) ?? 'draft';
    if (row['state'] !== state)
      throw new Broken(
        'I10',
        `${textIn(row, 'assessment_id')} is ${textIn(row, 'state')}, should be ${state}`,
      );
  }
  for (const row of disk.rows('submission'))
    if (numberIn(row, 'self_score') !== numberIn(row, 'server_score'))
      throw new Broken(
        'I6',
        `${textIn(row, 'submission_id')}: ${numberIn(row, 'self_score')} and ${numberIn(row, 'server_score')}`,
      );
}
