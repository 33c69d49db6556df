/** Rules, notices and decisions as people read them, where two versions of one stand side by side. Pure. */
import { recipientKinds } from '#domain/awards/workflow.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { AwardDecision, AwardNotice, AwardRules } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import type { Facts } from '../stale-lines.ts';
import { dayWords } from './award-words.ts';
import { typedRules } from './rules-form.ts';

const { notice } = awardForms;
const { decision, rules: ruleWords } = awardPapers;

/** What people said is told apart by whom it is about and when it came. */
export const noticeFacts = (value: AwardNotice, awardName: (id: string) => string): Facts => [
  [
    notice.title,
    fill(notice.line, { from: dayWords(value.from), until: dayWords(value.until), n: value.awards.length }),
  ],
  [notice.places, value.places],
  [notice.tableName, value.awards.map(awardName).join(', ')],
  ...value.objections.map(
    ({ awardId, date, from, text, outcome, answer }, index) =>
      [
        `${index + 1}. ${awardName(awardId)}, ${dayWords(date)}`,
        [from, text, notice.outcomes[outcome], answer].filter((each) => each !== '').join('\n'),
      ] as const,
  ),
];

export const decisionFacts = (value: AwardDecision, awardName: (id: string) => string): Facts => [
  [awardForms.heads.state, decision.states[value.state]],
  [decision.reason, value.reason ?? ''],
  [decision.number, value.number],
  [decision.date, dayWords(value.date)],
  [decision.signerTitle, value.signer.title],
  [decision.onBehalf, value.signer.onBehalf],
  [decision.signerName, value.signer.name],
  [decision.fund, value.fund],
  [
    decision.tableName,
    value.awards.map(({ awardId, amount }) => `${awardName(awardId)}: ${formatNumber(amount)}`).join('\n'),
  ],
];

export const ruleFacts = (value: AwardRules, gradeName: (id: string) => string): Facts => {
  const { quotas, leastPoints, grades, onTimeOnly, counts, bonus, bases, fund } = typedRules(value);
  return [
    ...recipientKinds.map(
      (kind) => [fill(ruleWords.quota, { kind: awardWords.kinds[kind] }), quotas[kind]] as const,
    ),
    [ruleWords.leastPoints, leastPoints],
    [ruleWords.grades, grades.map(gradeName).join(', ')],
    [ruleWords.onTimeOnly, onTimeOnly ? awardWords.list.yes : ''],
    [ruleWords.noticeDays, counts.noticeDays],
    [ruleWords.quorum, counts.quorum],
    [ruleWords.passRate, counts.passRate],
    [ruleWords.decisionDays, counts.decisionDays],
    ...recipientKinds.map((kind) => [`${ruleWords.bonus}: ${awardWords.kinds[kind]}`, bonus[kind]] as const),
    [
      ruleWords.bases,
      bases.map(({ from, amount, source }) => `${dayWords(from)}: ${amount}, ${source}`).join('\n'),
    ],
    [ruleWords.fund, fund],
  ];
};
