/** Whom a decision gives what, and why: what the second person reads before approving. */
import { recipientKinds } from '#domain/awards/workflow.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { AwardDecision } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { groundWords } from './award-words.ts';
import styles from './awards.module.css';

const words = awardPapers.decision;
const { heads } = awardForms;

export function DecisionList({ decision }: { decision: Pick<AwardDecision, 'awards' | 'total'> }) {
  const { byId } = useAwards();
  const lines = decision.awards.flatMap(({ awardId, amount }) => {
    const entry = byId.get(awardId);
    return entry ? [{ entry, amount }] : [];
  });
  const parts = recipientKinds.flatMap((kind) => {
    const some = lines.filter(({ entry }) => entry.award.recipient.kind === kind);
    return some.length === 0
      ? []
      : [{ kind, some, money: some.reduce((sum, { amount }) => sum + amount, 0) }];
  });
  return (
    <section className={shared.stack} aria-label={words.tableName}>
      {parts.map(({ kind, some, money }) => (
        <div key={kind} className={sheets.tablewrap}>
          <table className={shared.table} aria-label={awardWords.kinds[kind]}>
            <caption>
              {fill(words.perKind, {
                kind: awardWords.kinds[kind],
                n: some.length,
                money: formatNumber(money),
              })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{heads.who}</th>
                <th scope="col">{heads.ground}</th>
                <th scope="col">{heads.achievement}</th>
                <th scope="col" className={sheets.right}>
                  {heads.money}
                </th>
              </tr>
            </thead>
            <tbody>
              {some.map(({ entry, amount }) => (
                <tr key={entry.id}>
                  <th scope="row">
                    <b>{entry.name}</b>
                    {entry.award.recipient.position !== '' && (
                      <span className={sheets.why}>{entry.award.recipient.position}</span>
                    )}
                  </th>
                  <td data-head={heads.ground}>
                    {groundWords(entry.award)}
                    {entry.award.ground.kind === 'nomination' && (
                      <span className={sheets.why}>{entry.award.ground.reason}</span>
                    )}
                  </td>
                  <td data-head={heads.achievement}>
                    {entry.award.achievement}
                    {entry.award.summary !== '' && <span className={sheets.why}>{entry.award.summary}</span>}
                  </td>
                  <td className={sheets.right} data-head={heads.money}>
                    {formatNumber(amount)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <p className={styles.total}>
        {fill(words.total, { n: decision.awards.length, money: formatNumber(decision.total) })}
      </p>
    </section>
  );
}
