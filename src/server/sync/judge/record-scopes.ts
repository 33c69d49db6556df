/** Which audiences see a record (`protocol.md` §5), and what of it. */
import type { RecordEntity, RowValue } from '#protocol/entities.ts';
import type { Scope } from '#protocol/exchange.ts';
import { hamletScope, officeScope, publicScope, unitScope } from '../../identity/scopes.ts';

/** A record's value under the name of its entity, so that one `switch` knows both. */
export type NamedRecord = {
  [Entity in RecordEntity]: { entity: Entity; value: RowValue<Entity> };
}[RecordEntity];

/** Scopes that follow from the record alone; criteria sets go to their subjects besides. */
export function scopesOfRecord(record: NamedRecord): Scope[] {
  switch (record.entity) {
    case 'commune':
    case 'campaign':
    case 'deadline':
      return [publicScope, officeScope];
    case 'criteriaSet':
      return record.value.subjectKind === 'household' ? [publicScope, officeScope] : [officeScope];
    case 'hamlet':
      return [hamletScope(record.value.id), officeScope];
    case 'unit':
      return [unitScope(record.value.id), officeScope];
    case 'household':
      return [hamletScope(record.value.hamletId), officeScope];
    case 'person':
    case 'batch':
    case 'nominationJudgement':
    case 'criteriaDraft':
    case 'savedView':
    case 'scoringAssignment':
    case 'inspection':
    case 'recheckSample':
    case 'registerEntry':
    case 'feedbackReply':
    case 'position':
    case 'populationCount':
    case 'priorResult':
    case 'knockOut':
    case 'tieDecision':
    case 'rankingFreeze':
    case 'awardRules':
    case 'award':
    case 'awardNotice':
    case 'councilMeeting':
    case 'submissionLetter':
    case 'awardDecision':
    case 'paper':
    case 'certificateBlank':
    case 'exemplar':
    case 'bulletin':
    case 'openRelease':
    case 'campaignSeries':
    case 'handOver':
    case 'reportDeadline':
    case 'reminder':
      return [officeScope];
    case 'objection':
    case 'dataRequest':
      // What the family's and its hamlet's scope are shown is worked out beside it: `family-record.ts`.
      return [officeScope];
    default: {
      const { subjectKind, subjectId } = record.value;
      return [subjectKind === 'hamlet' ? hamletScope(subjectId) : unitScope(subjectId), officeScope];
    }
  }
}

/** What the public sees of a hamlet: its name and place in the list, nobody's telephone. */
export function publicHamlet({
  id,
  name,
  order,
  validFrom,
  validTo,
  mergedInto,
}: RowValue<'hamlet'>): RowValue<'hamlet'> {
  return {
    id,
    name,
    order,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
}
