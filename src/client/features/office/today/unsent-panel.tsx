/** Who has not sent, the word that reminds them, and the notice for the culture houses. */
import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { fill } from '#client/messages/fill.ts';
import { officeToday } from '#client/messages/office-today.ts';
import { copyText } from '#client/ui/copy-text.ts';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { MiniBar } from './mini-bar.tsx';
import { NOTICE_PATH } from './paths.ts';
import type { DeskSeam } from './office-desk.tsx';
import { reminderText } from './reminder.ts';
import styles from './today.module.css';
import { unsentOf } from './desk.ts';

const { unsent: words } = officeToday;
/** Units beyond so many are counted, not listed: the panel stays a panel. */
const SHOWN = 20;

/** The reminder's text, ready to copy; '' when nobody is to be reminded. */
export function reminderOf({ desk, now }: DeskSeam, kind: 'hamlet' | 'unit', phone: string): string {
  const unsent = unsentOf(kind === 'hamlet' ? desk.hamlets : desk.units);
  if (unsent.length === 0) return '';
  return reminderText({
    kind,
    unsent,
    families: desk.families,
    deadline: desk.deadlines.get(kind),
    phone,
    now,
  });
}

export function RemindButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <button
        type="button"
        className={controls.button}
        onClick={() => {
          void copyText(text).then(setCopied);
        }}
      >
        <Copy className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
        {words.copy}
      </button>
      <p role="status" className={styles.status}>
        {copied === true && words.copied}
        {copied === false && words.refused}
      </p>
      {copied === false && (
        <textarea className={styles.reminder} readOnly aria-label={words.text} value={text} />
      )}
    </>
  );
}

export function UnsentPanel({
  seam,
  kind,
  phone,
}: {
  seam: DeskSeam;
  kind: 'hamlet' | 'unit';
  phone: string;
}) {
  const { desk } = seam;
  const all = kind === 'hamlet' ? desk.hamlets : desk.units;
  const unsent = unsentOf(all);
  if (all.length === 0) return null;
  if (unsent.length === 0)
    return kind === 'unit' ? null : (
      <section className={sheets.sheet}>
        <h2>{words.allHamlets}</h2>
      </section>
    );
  const rest = unsent.length - SHOWN;
  return (
    <section className={sheets.sheet}>
      <h2>{fill(kind === 'hamlet' ? words.hamlets : words.units, { n: unsent.length })}</h2>
      <table className={styles.dense}>
        <tbody>
          {unsent.slice(0, SHOWN).map(({ id, name }) => {
            const count = kind === 'hamlet' ? desk.families.get(id) : undefined;
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                {count && (
                  <td className={sheets.right}>
                    <span className={styles.figure}>
                      {count.total === 0 ? (
                        words.noFamilies
                      ) : (
                        <>
                          {fill(words.families, { ...count })}
                          <MiniBar n={count.sent} of={count.total} />
                        </>
                      )}
                    </span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rest > 0 && <p>{fill(words.rest, { n: rest })}</p>}
      <div className={styles.buttons}>
        <RemindButton text={reminderOf(seam, kind, phone)} />
        {kind === 'hamlet' && (
          <Link className={controls.button} href={NOTICE_PATH}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.notice}
          </Link>
        )}
      </div>
    </section>
  );
}
