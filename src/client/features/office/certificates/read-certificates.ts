/** Decisions of the campaign looked at, who is given what by each, and the blanks of this commune. */
import { isGiven, stateOf, type AwardState } from '#domain/awards/workflow.ts';
import type { CertificateFacts } from '#domain/certificates/texts.ts';
import { communeOn } from '#domain/papers/head.ts';
import type { Award, AwardDecision } from '#protocol/award-records.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { campaignFor, type Which } from '../campaign-for.ts';

export interface Recipient {
  award: StoredRow<'award'>;
  state: AwardState;
  /** A decision gave it and nobody took it back. */
  isGiven: boolean;
  /** Whole đồng, as decided. */
  amount: number;
  facts: CertificateFacts;
}

export interface Decided {
  decision: AwardDecision;
  /** In the order of the decision. */
  recipients: readonly Recipient[];
}

export interface CertificateRows {
  campaign: Campaign | undefined;
  /** Approved ones, newest first. */
  decided: readonly Decided[];
  blanks: readonly StoredRow<'certificateBlank'>[];
}

const NOBODY = { name: '', parent: '', standingOffice: '' };

const factsOf = (
  { recipient, achievement, delivery }: Award,
  { number, date, signer }: AwardDecision,
  commune: CertificateFacts['commune'],
): CertificateFacts => ({
  commune,
  recipient: { name: recipient.name, position: recipient.position },
  achievement,
  decision: { number, date },
  register: delivery?.number ?? '',
  signer,
});

export const readBlanks = async (
  workspace: Pick<Workspace, 'rows'>,
): Promise<StoredRow<'certificateBlank'>[]> =>
  (await workspace.rows('certificateBlank')).sort((a, b) =>
    a.value.name === b.value.name ? (a.id < b.id ? -1 : 1) : a.value.name < b.value.name ? -1 : 1,
  );

export async function readCertificates(
  workspace: Pick<Workspace, 'rows'>,
  which: Which,
): Promise<CertificateRows> {
  const [campaigns, communes, handOvers, awards, decisions, blanks] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('commune'),
    workspace.rows('handOver'),
    workspace.rows('award'),
    workspace.rows('awardDecision'),
    readBlanks(workspace),
  ]);
  const campaign = campaignFor(
    campaigns.map(({ value }) => value),
    which,
  );
  if (campaign === undefined) return { campaign, decided: [], blanks };
  const commune = communes[0]?.value ?? NOBODY;
  const history = { commune, handOvers: handOvers.map(({ value }) => value), campaign };
  const known = new Map(awards.map((row) => [row.id, row]));
  const decided = decisions
    .map(({ value }) => value)
    .filter(({ campaignId, state }) => campaignId === campaign.id && state === 'approved')
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1))
    .map((decision) => ({
      decision,
      recipients: decision.awards.flatMap(({ awardId, amount }): Recipient[] => {
        const award = known.get(awardId);
        if (award === undefined) return [];
        const state = stateOf(award.value);
        const facts = factsOf(award.value, decision, communeOn(history, decision.date));
        return [{ award, state, isGiven: isGiven(state), amount, facts }];
      }),
    }));
  return { campaign, decided, blanks };
}
