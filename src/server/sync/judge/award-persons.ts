/**
 * Who did what in an award: each step, and the preparing and approving of a decision, carry the device the server saw
 * them come from, whatever was sent. A decision takes two people, and one of them must not be all there was.
 */
import { approvesOwnWork } from '#domain/awards/two-persons.ts';
import type { Award, AwardDecision } from '#protocol/award-records.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { readAwardRecord } from './award-context.ts';
import type { Bench } from './judge.ts';
import type { NamedRecord } from './record-scopes.ts';
import { personOf } from './second-person.ts';

function awardWithHands(award: Award, before: Award | null, deviceId: string): Award {
  const course = award.course.map((step, at) => {
    const { by: _claimed, ...said } = step;
    const kept = before?.course[at];
    const by = kept === undefined ? deviceId : kept.by;
    return by === undefined ? said : { ...said, by };
  });
  return { ...award, course };
}

function decisionWithHands(
  decision: AwardDecision,
  before: AwardDecision | null,
  deviceId: string,
): AwardDecision {
  const { preparedBy: _prepared, approvedBy: _approved, ...said } = decision;
  const isApproving = decision.state === 'approved' && before?.state === 'prepared';
  const preparedBy = decision.state === 'prepared' ? deviceId : before?.preparedBy;
  const approvedBy = isApproving ? deviceId : before?.approvedBy;
  return {
    ...said,
    ...(preparedBy !== undefined && { preparedBy }),
    ...(approvedBy !== undefined && { approvedBy }),
  };
}

/** The record as it is kept: with the hands it went through. Others as they are. */
export function withHands(
  record: NamedRecord,
  existing: Pick<RecordRow, 'value'> | undefined,
  deviceId: string,
): NamedRecord {
  if (record.entity === 'award') {
    const before = existing === undefined ? null : readAwardRecord('award', existing.value);
    return { entity: 'award', value: awardWithHands(record.value, before, deviceId) };
  }
  if (record.entity === 'awardDecision') {
    const before = existing === undefined ? null : readAwardRecord('awardDecision', existing.value);
    return { entity: 'awardDecision', value: decisionWithHands(record.value, before, deviceId) };
  }
  return record;
}

/** May this author not approve? The persons behind the devices, under the domain's rule. */
export async function approvesAlone(
  { transaction, author }: Pick<Bench, 'transaction' | 'author'>,
  prepared: AwardDecision,
  awards: readonly Award[],
): Promise<boolean> {
  const named = new Set(prepared.awards.map(({ awardId }) => awardId));
  const courses = awards
    .filter(({ id }) => named.has(id))
    .map(({ course }) => course.flatMap(({ by }) => (by === undefined ? [] : [by])));
  const persons = new Map<string, string>();
  for (const device of new Set([author.deviceId, prepared.preparedBy ?? '', ...courses.flat()]))
    persons.set(device, await personOf(transaction, device));
  const whoIs = (device: string): string => persons.get(device) ?? device;
  return approvesOwnWork(
    whoIs(author.deviceId),
    prepared.preparedBy === undefined ? undefined : whoIs(prepared.preparedBy),
    courses.map((devices) => devices.map(whoIs)),
  );
}
