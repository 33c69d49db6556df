/** What one officer wrote of the awards after another had, on whichever of these screens it was; until one is chosen. */
import { awardDecisionSchema, awardNoticeSchema, awardRulesSchema } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { StaleOf } from '../stale-notices.tsx';
import { useAwards } from './award-desk.tsx';
import { decisionFacts, noticeFacts, ruleFacts } from './award-facts.ts';
import { dayWords } from './award-words.ts';

export function StaleAwards() {
  const { campaign, byId, desk } = useAwards();
  const isOurs = ({ campaignId }: { campaignId: string }): boolean => campaignId === campaign.id;
  const awardName = (id: string): string => byId.get(id)?.name ?? '';
  const gradeName = (id: string): string =>
    [...desk.sets.values()].flatMap(({ grades }) => grades).find((grade) => grade.id === id)?.name ?? id;
  return (
    <>
      <StaleOf
        entity="awardNotice"
        schema={awardNoticeSchema}
        isShown={isOurs}
        titleOf={({ from, until, awards }) =>
          fill(awardForms.notice.line, { from: dayWords(from), until: dayWords(until), n: awards.length })
        }
        factsOf={(value) => noticeFacts(value, awardName)}
      />
      <StaleOf
        entity="awardDecision"
        schema={awardDecisionSchema}
        isShown={isOurs}
        titleOf={({ number, date, awards, total }) =>
          fill(awardPapers.decision.line, {
            number,
            date: dayWords(date),
            n: awards.length,
            money: formatNumber(total),
          })
        }
        factsOf={(value) => decisionFacts(value, awardName)}
      />
      <StaleOf
        entity="awardRules"
        schema={awardRulesSchema}
        isShown={isOurs}
        titleOf={() => awardPapers.rules.title}
        factsOf={(value) => ruleFacts(value, gradeName)}
      />
    </>
  );
}
