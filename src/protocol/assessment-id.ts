/** Which assessment a subject fills in a campaign (`protocol.md` §1). Apart from `ids.ts`: a family's phone is told its own. */
import { v5 } from 'uuid';

const ASSESSMENT_NAMESPACE = '6f1c7b1e-6c0a-5d5e-9a51-7d6f3f2b9c40';

/** UUIDv5(namespace, commune, campaign, subject): two offline devices that both "create" make the same assessment. */
export const assessmentIdOf = (communeId: string, campaignId: string, subjectId: string): string =>
  v5(`${communeId}\n${campaignId}\n${subjectId}`, ASSESSMENT_NAMESPACE);

const RECORD_NAMESPACE = '0b5c2c52-3f0e-5a53-8f0f-6a4f2b0d7e11';

/**
 * The id of a record of which a subject has one under each name (one reason a criterion, one snapshot a month): two
 * offline phones that both write it write the same one.
 */
export const derivedIdOf = (entity: string, ...names: readonly string[]): string =>
  v5([entity, ...names].join('\n'), RECORD_NAMESPACE);
