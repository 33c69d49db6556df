/** The register on paper, with room for each signature. */
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import shared from '../shared.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';

const { heads } = awardForms;

interface RegisterSheetProps {
  waiting: readonly AwardEntry[];
  given: readonly AwardEntry[];
}

export function RegisterSheet({ waiting, given }: RegisterSheetProps) {
  const { rows } = useAwards();
  const entries = [...given, ...waiting];
  if (entries.length === 0) return null;
  return (
    <section className={styles.paperOnly} aria-hidden="true">
      <h2>{awardPapers.delivery.paperTitle}</h2>
      <p>{rows.commune?.value.name}</p>
      <table className={shared.table}>
        <thead>
          <tr>
            <th>{heads.certificate}</th>
            <th>{heads.who}</th>
            <th>{heads.place}</th>
            <th>{awardWords.list.heads.decision}</th>
            <th>{heads.date}</th>
            <th>{heads.sign}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, name, award, decision }, at) => (
            <tr key={id}>
              <td>{award.delivery?.number ?? String(at + 1).padStart(2, '0')}</td>
              <td>{name}</td>
              <td>{award.recipient.position}</td>
              <td>
                {decision &&
                  fill(awardWords.one.decision, {
                    number: decision.value.number,
                    date: dayWords(decision.value.date),
                  })}
              </td>
              <td>{award.delivery && dayWords(award.delivery.date)}</td>
              <td className={styles.sign}>&nbsp;</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
