/** From an entity's name and any value to a record of that entity, or nothing. */
import { recordSchemas, type RecordEntity } from '#protocol/entities.ts';
import { z } from '#domain/zod.ts';
import type { NamedRecord } from './record-scopes.ts';

const named = <Entity extends RecordEntity>(entity: Entity) =>
  z.strictObject({ entity: z.literal(entity), value: recordSchemas[entity] });

const recordSchema = z.discriminatedUnion('entity', [
  named('commune'),
  named('campaign'),
  named('deadline'),
  named('criteriaSet'),
  named('hamlet'),
  named('unit'),
  named('household'),
  named('person'),
  named('batch'),
  named('activity'),
  named('evidence'),
  named('plan'),
  named('narrative'),
  named('nomination'),
  named('nominationJudgement'),
  named('claimReason'),
  named('officialCount'),
  named('scoreSnapshot'),
  named('objection'),
  named('dataRequest'),
  named('criteriaDraft'),
  named('savedView'),
  named('scoringAssignment'),
  named('inspection'),
  named('recheckSample'),
  named('registerEntry'),
  named('feedbackReply'),
  named('position'),
  named('populationCount'),
  named('priorResult'),
  named('knockOut'),
  named('tieDecision'),
  named('rankingFreeze'),
  named('awardRules'),
  named('award'),
  named('awardNotice'),
  named('councilMeeting'),
  named('submissionLetter'),
  named('awardDecision'),
  named('paper'),
  named('certificateBlank'),
  named('exemplar'),
  named('bulletin'),
  named('openRelease'),
  named('campaignSeries'),
  named('handOver'),
  named('reportDeadline'),
  named('reminder'),
]);

/** Parses a value by its entity's schema; null = it does not fit. Also the gate for the default data. */
export function readRecord(entity: RecordEntity, value: unknown): NamedRecord | null {
  const read = recordSchema.safeParse({ entity, value });
  return read.success ? read.data : null;
}
