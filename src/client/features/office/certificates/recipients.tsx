/** Who is on the decision: a tick to print, a name to look at the sheet. */
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { certificateWords as words } from '#client/messages/office-certificates.ts';
import { PrintChoice, toggled } from '../print-choice.tsx';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import styles from './certificates.module.css';
import type { Certificate } from './plan.ts';
import type { Recipient } from './read-certificates.ts';

interface RecipientsProps {
  recipients: readonly Recipient[];
  certificates: readonly Certificate[];
  skipped: ReadonlySet<string>;
  onSkip: (skipped: ReadonlySet<string>) => void;
  looked: string | null;
  onLook: (awardId: string) => void;
}

export function Recipients(props: RecipientsProps) {
  const { recipients, certificates, skipped, onSkip, looked, onLook } = props;
  const { columns } = words;
  const small = new Set(
    certificates.filter(({ isSmall }) => isSmall).map(({ recipient }) => recipient.award.id),
  );
  const ids = certificates.map(({ recipient }) => recipient.award.id);
  const chosen = ids.filter((id) => !skipped.has(id)).length;
  return (
    <section aria-label={words.recipients}>
      <PrintChoice
        said={fill(words.chosen, { n: chosen, all: ids.length })}
        all={words.all}
        none={words.none}
        ids={ids}
        onSkip={onSkip}
      />
      <div className={sheet.tablewrap}>
        <table className={shared.table} aria-label={words.recipients}>
          <thead>
            <tr>
              <th scope="col">{columns.print}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.position}</th>
              <th scope="col">{columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {recipients.map(({ award: { id, value }, isGiven, state }) => (
              <tr key={id} data-chosen={id === looked ? '' : undefined}>
                <td data-head={columns.print}>
                  {isGiven && (
                    <label className={styles.tick}>
                      <input
                        type="checkbox"
                        aria-label={value.recipient.name}
                        checked={!skipped.has(id)}
                        onChange={() => onSkip(toggled(skipped, id))}
                      />
                    </label>
                  )}
                </td>
                <th scope="row">
                  {isGiven ? (
                    <button
                      type="button"
                      className={shared.rowButton}
                      aria-pressed={id === looked}
                      onClick={() => onLook(id)}
                    >
                      {value.recipient.name}
                    </button>
                  ) : (
                    value.recipient.name
                  )}
                </th>
                <td data-head={columns.position}>{value.recipient.position}</td>
                <td data-head={columns.state}>
                  {isGiven
                    ? [state === 'decided' ? '' : awardWords.states[state], small.has(id) ? words.small : '']
                        .filter((word) => word !== '')
                        .join('. ')
                    : fill(words.notGiven, { state: awardWords.states[state] })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
