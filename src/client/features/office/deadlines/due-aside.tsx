/** One deadline: what its phrase means, the words to remind with, the plan of reminders, who has not sent. */
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import type { Reminder } from '#protocol/deadline-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { Desk } from '../today/desk.ts';
import { when } from '../when.ts';
import styles from './deadlines.module.css';
import { isDone, type DueItem, type FormsDue } from './due-items.ts';
import { textOf, titleOf } from './due-words.ts';
import { PhraseNotice } from './phrase-notice.tsx';
import { RemindBox } from './remind-box.tsx';
import { ReportActs, type EndedReport } from './report-acts.tsx';

interface AsideProps {
  item: DueItem;
  desk: Desk;
  now: number;
  phone: string;
  onEnd: (row: EndedReport) => void;
}

export function DueAside({ item, desk, now, phone, onEnd }: AsideProps) {
  const { role } = useWorkspace().profile;
  const canRemind = role === 'officer' || role === 'cultureOfficer';
  const text = textOf(item, { desk, phone, now });
  return (
    <div className={sheet.sheet}>
      <h2>{titleOf(item)}</h2>
      {item.kind !== 'report' && role === 'officer' && <PhraseNotice deadline={item.deadline} />}
      {item.kind === 'report' && (
        <ReportActs report={item.report} canWrite={role === 'officer'} onEnd={onEnd} />
      )}
      {isDone(item)
        ? item.kind !== 'report' && <p>{words.nothingToRemind}</p>
        : canRemind && <RemindBox item={item} text={text} now={now} />}
      <h3>{words.plan}</h3>
      <ul className={styles.plan}>
        {item.plan.map(({ step, at, state }) => (
          <li key={step} data-state={state}>
            <b>{words.steps[step]}</b>:{' '}
            {state === 'sent'
              ? saidWords(
                  item.reminders.find((each) => each.step === step),
                  item.kind === 'report',
                )
              : fill(words.stepStates[state], { at: formatDate(at) })}
          </li>
        ))}
      </ul>
      {item.kind !== 'report' && <Standing item={item} />}
    </div>
  );
}

const saidWords = (reminder: Reminder | undefined, isReport: boolean): string =>
  reminder === undefined
    ? ''
    : fill(isReport ? words.stepStates.sentReport : words.stepStates.sent, {
        at: when(reminder.at),
        missing: formatNumber(reminder.missing),
      });

function Standing({ item }: { item: FormsDue }) {
  const { missing, arrivals, inGrace } = item;
  return (
    <>
      <h3>{words.arrivals}</h3>
      <ul className={styles.plan}>
        {(['onTime', 'inGrace', 'late'] as const).map((standing) => (
          <li key={standing}>
            {fill(words.arrivalLine, {
              what: words.standings[standing],
              n: formatNumber(arrivals[standing]),
            })}
          </li>
        ))}
      </ul>
      {inGrace.length > 0 && (
        <p className={shared.soft}>{fill(words.graceNote, { names: inGrace.join(', ') })}</p>
      )}
      <h3>{fill(words.unsent, { n: missing.length })}</h3>
      {missing.length === 0 ? (
        <p>{words.unsentNone}</p>
      ) : (
        <ul className={styles.names}>
          {missing.map(({ id, name, families }) => (
            <li key={id}>
              {name}
              {families !== undefined && families.total > 0 && (
                <span className={shared.soft}> {fill(words.families, { ...families })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
