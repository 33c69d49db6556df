/** What has no screen of its own is said here: who holds the machine, since when, and what to do. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeToday } from '#client/messages/office-today.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import controls from '../controls.module.css';
import { dueItems, dueNow } from '../deadlines/due-items.ts';
import { textOf } from '../deadlines/due-words.ts';
import { MarkReminded } from '../deadlines/mark-reminded.tsx';
import { when } from '../when.ts';
import type { DeskSeam } from './office-desk.tsx';
import styles from './today.module.css';
import { RemindButton } from './unsent-panel.tsx';
import { shortCode, waitWords, whoWords } from './wait-words.ts';
import type { Wait } from './wait.ts';

const { sheet: words } = officeToday;

export interface WaitSheetProps {
  wait: Wait | null;
  seam: DeskSeam;
  phone: string;
  onClose: () => void;
}

/** The number by which the machine's holder is reached, where the commune knows one. */
function phoneOf({ desk }: DeskSeam, subjectId: string | undefined): string | undefined {
  const hamlet = desk.hamlets.find(({ id }) => id === subjectId)?.hamlet;
  const unit = desk.units.find(({ id }) => id === subjectId)?.unit;
  return hamlet?.headPhone ?? unit?.contactPhone ?? desk.households.get(subjectId ?? '')?.phone;
}

function Facts({ wait, seam }: { wait: Extract<Wait, { kind: 'aside' | 'silent' }>; seam: DeskSeam }) {
  const { device } = wait;
  const phone = phoneOf(seam, device?.subjectId);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.of, whoWords(wait)],
    [words.person, device?.personName || device?.label],
    ...(wait.kind === 'aside'
      ? ([
          [words.operation, wait.operation],
          [words.code, wait.code],
          [words.at, when(wait.since)],
        ] as const)
      : []),
    [words.seen, device && when(device.seenAt)],
    [words.waiting, device && formatNumber(device.waiting)],
    [words.kept, device && formatNumber(device.setAside)],
    [words.build, device?.build],
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      <div className={styles.fact}>
        <dt>{words.phone}</dt>
        <dd>
          {phone === undefined ? words.noPhone : <a href={`tel:${phone}`}>{fill(words.call, { phone })}</a>}
        </dd>
      </div>
    </dl>
  );
}

interface BodyProps<Of extends Wait = Wait> {
  wait: Of;
  seam: DeskSeam;
  phone: string;
  onClose: () => void;
}

function Body({ wait, seam, phone, onClose }: BodyProps) {
  if (wait.kind === 'aside' || wait.kind === 'silent') {
    const isAside = wait.kind === 'aside';
    return (
      <>
        <p>{isAside ? words.asideText : words.silentText}</p>
        <Facts wait={wait} seam={seam} />
        <p>{isAside ? fill(words.asideDo, { code: shortCode(wait.entryId) }) : words.silentDo}</p>
      </>
    );
  }
  if (wait.kind !== 'deadline') return null;
  return <DeadlineBody wait={wait} seam={seam} phone={phone} onClose={onClose} />;
}

/** The words to remind with, and the mark that they were said, after which it waits no more. */
function DeadlineBody({ wait, seam, phone, onClose }: BodyProps<Extract<Wait, { kind: 'deadline' }>>) {
  const workspace = useWorkspace();
  const { desk, now } = seam;
  const item = dueItems(desk, now).find(({ kind }) => kind === wait.subjectKind);
  if (item === undefined) return null;
  const text = textOf(item, { desk, phone, now });
  const due = dueNow(item);
  return (
    <>
      <p>{waitWords(wait, now)}</p>
      <textarea className={styles.reminder} readOnly aria-label={officeToday.unsent.text} value={text} />
      <RemindButton text={text} />
      {due !== undefined && (
        <MarkReminded item={item} step={due.step} now={now} workspace={workspace} onDone={onClose} />
      )}
    </>
  );
}

const titleOf = (wait: Wait): string => {
  if (wait.kind === 'aside') return fill(words.asideTitle, { code: shortCode(wait.entryId) });
  return wait.kind === 'silent' ? fill(words.silentTitle, { who: whoWords(wait) }) : officeToday.unsent.text;
};

export function WaitSheet({ wait, seam, phone, onClose }: WaitSheetProps) {
  return (
    <Dialog open={wait !== null} title={wait && titleOf(wait)} onClose={onClose}>
      {wait && (
        <div className={styles.side}>
          <Body wait={wait} seam={seam} phone={phone} onClose={onClose} />
          <button type="button" className={controls.button} onClick={onClose}>
            {words.close}
          </button>
        </div>
      )}
    </Dialog>
  );
}
