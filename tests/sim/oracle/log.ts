/** The operation log played again by a second, simpler hand: registers, states, counts and scores have to come out the same. */
import { findTransition, subjectHolds } from '#protocol/transitions.ts';
import { operationSchema, type AssessmentState } from '#protocol/operation.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { canon } from '#protocol/canon.ts';
import type { Row } from '../database.ts';
import type { World } from '../world.ts';
import { Broken } from './broken.ts';
import { changesIn } from './intents.ts';
import { numberIn, textIn } from './truth.ts';

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

/** I10, I2. */
export function checkLog(world: World): void {
  const { disk } = world.template.server;
  const roles = new Map(
    disk.rows('device').map((row) => [textIn(row, 'device_id'), roleSchema.parse(row['role'])]),
  );
  const registers = new Map<string, Versions>();
  const states = new Map<string, AssessmentState>();
  const counts = { submission: 0, comment: 0, move: 0 };
  const rows = disk.rows('operation', "device_id <> '' and body is not null order by rev");
  for (const row of rows) {
    const operation = operationSchema.parse(JSON.parse(textIn(row, 'body')));
    const verdict = textIn(row, 'verdict');
    if (verdict !== 'applied' && verdict !== 'conflict') continue;
    const { opId } = operation;
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
    if (isOffice && world.operator.isDraining(numberIn(row, 'received_at'), numberIn(row, 'rev')))
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
