/** Phones bound by a sent link, each with the four digits that its own screen shows, and two answers of one weight. */
import { useState } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { CheckDigits } from '#client/subject/devices/check-digits.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import styles from './devices.module.css';
import { capital, withDigits, type DeviceItem, type WaitingItem } from './read-devices.ts';
import type { Acts } from './use-acts.ts';

const { waiting: words } = officeDevices;
const NEVER = [] as const;

interface OneProps {
  item: WaitingItem;
  acts: Acts;
  canAct: boolean;
  onDecline: () => void;
}

function One({ item, acts, canAct, onDecline }: OneProps) {
  const { id, device, digits, place, role, name, phone } = item;
  const facts = { digits, place };
  return (
    <li className={styles.phone}>
      <CheckDigits digits={digits} />
      <div>
        <h3>{name}</h3>
        <p className={sheet.state}>
          <Glyph state="queued" />
          {capital(fill(words.of, { role, place }))}
        </p>
        <p>{fill(words.since, { when: when(device.pendingSince ?? device.enrolledAt) })}</p>
        <p>
          {phone === undefined ? (
            words.noPhone
          ) : (
            <a href={`tel:${phone.replaceAll(' ', '')}`}>{fill(words.phone, { phone })}</a>
          )}
        </p>
      </div>
      {canAct && (
        <div className={styles.answers}>
          <button
            type="button"
            className={controls.button}
            aria-label={fill(words.approveOf, facts)}
            aria-busy={acts.doing === id}
            onClick={() => void acts.act(id, 'approve', fill(words.approved, facts))}
          >
            {words.approve}
          </button>
          <p className={sheet.note}>{words.approveWhat}</p>
          <button
            type="button"
            className={controls.button}
            aria-label={fill(words.declineOf, facts)}
            onClick={onDecline}
          >
            {words.decline}
          </button>
          <p className={sheet.note}>{words.declineWhat}</p>
        </div>
      )}
    </li>
  );
}

interface WaitingPhonesProps {
  items: readonly DeviceItem[];
  acts: Acts;
  canAct: boolean;
}

export function WaitingPhones({ items, acts, canAct }: WaitingPhonesProps) {
  const ids = items.map(({ id }) => id).join(' ');
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const shown = useLive(() => withDigits(items), [ids], NEVER);
  const [declining, setDeclining] = useState<WaitingItem | null>(null);
  if (shown === undefined || shown.length === 0) return null;
  return (
    <section className={sheet.sheet} aria-labelledby="may-cho">
      <h2 id="may-cho">{fill(words.title, { n: shown.length })}</h2>
      <p>{words.what}</p>
      <ul className={styles.phones}>
        {shown.map((item) => (
          <One key={item.id} item={item} acts={acts} canAct={canAct} onDecline={() => setDeclining(item)} />
        ))}
      </ul>
      <Dialog
        open={declining !== null}
        title={declining && fill(words.declineTitle, { digits: declining.digits })}
        onClose={() => setDeclining(null)}
      >
        {declining && (
          <>
            <p>{fill(words.declineConfirm, { place: declining.place })}</p>
            <div className={styles.ways}>
              <button type="button" className={controls.button} onClick={() => setDeclining(null)}>
                {officeDevices.aside.no}
              </button>
              <button
                type="button"
                className={controls.button}
                onClick={() => {
                  const { id, digits, place } = declining;
                  setDeclining(null);
                  void acts.act(id, 'decline', fill(words.declined, { digits, place }));
                }}
              >
                {words.decline}
              </button>
            </div>
          </>
        )}
      </Dialog>
    </section>
  );
}
