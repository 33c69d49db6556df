/** Which assessment a subject fills in a campaign (`protocol.md` §1). Apart from `ids.ts`: a family's phone is told its own. */
import { v5 } from 'uuid';

const ASSESSMENT_NAMESPACE = '6f1c7b1e-6c0a-5d5e-9a51-7d6f3f2b9c40';

/** UUIDv5(namespace, commune, campaign, subject): two offline devices that both "create" make the same assessment. */
export const assessmentIdOf = (communeId: string, campaignId: string, subjectId: string): string =>
  v5(`${communeId}\n${campaignId}\n${subjectId}`, ASSESSMENT_NAMESPACE);
