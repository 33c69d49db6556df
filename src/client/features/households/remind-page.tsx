/** Words that remind: for the hamlet's group, or for one family. Filled in, open to change, handed on by the phone. */
import { useState, type ReactNode } from 'react';
import { Copy, Share2 } from 'lucide-react';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { passOn } from '#client/form/hand-over.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { proxyWords } from '#client/messages/households.ts';
import { remindWords } from '#client/messages/reminders.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { HOUSEHOLDS_PATH } from '#client/subject/households-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { copyText } from '#client/ui/copy-text.ts';
import { Dock } from '#client/ui/dock.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import styles from './households.module.css';
import { cardPath, editPath } from './paths.ts';
import { readReminder, type ReminderRows } from './read-reminder.ts';
import { familyReminder, groupReminder, groupSlip, smsLink } from './reminder.ts';

interface WriteProps {
  title: string;
  back: string;
  /** As the template has it now. */
  written: string;
  help?: string;
  /** What is said of the words as they stand, and other ways to hand them on. */
  children: (text: string) => ReactNode;
}

function Write({ title, back, written, help, children }: WriteProps) {
  /** Null: as it is written for today. */
  const [own, setOwn] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const text = own ?? written;
  const share = async (): Promise<void> => {
    const over = await passOn({ text });
    setNews(over === 'copied' ? remindWords.copied : over === 'refused' ? remindWords.refused : '');
  };
  const copy = async (): Promise<void> =>
    setNews((await copyText(text)) ? remindWords.copied : remindWords.refused);
  return (
    <Page
      head={<Bar title={title} back={back} />}
      foot={
        <Dock>
          <Button icon={<Copy />} onClick={() => void copy()}>
            {remindWords.copy}
          </Button>
          <Button kind="main" icon={<Share2 />} onClick={() => void share()}>
            {remindWords.share}
          </Button>
        </Dock>
      }
    >
      <TextArea label={remindWords.text} help={help} value={text} onChange={setOwn} rows={9} />
      {own !== null && own !== written && (
        <Button kind="quiet" onClick={() => setOwn(null)}>
          {remindWords.again}
        </Button>
      )}
      {children(text)}
      <p role="status">{news}</p>
    </Page>
  );
}

const Loading = ({ title, back }: { title: string; back: string }) => (
  <Page head={<Bar title={title} back={back} />}>
    <p role="status">{common.loading}</p>
  </Page>
);

function GroupWarning({ text, entries }: { text: string; entries: readonly HouseholdEntry[] }) {
  const slip = groupSlip(text, entries);
  if (slip === null) return <Notice tone="plain">{remindWords.rule}</Notice>;
  return (
    <Notice tone="hand">
      {slip.kind === 'code' ? remindWords.hasCode : fill(remindWords.hasName, { name: slip.name })}
    </Notice>
  );
}

export function RemindGroupPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readReminder(workspace), [workspace]);
  const [now] = useState(clock.now);
  if (!rows) return <Loading title={remindWords.title} back={HOUSEHOLDS_PATH} />;
  return (
    <Write
      title={remindWords.title}
      back={HOUSEHOLDS_PATH}
      written={groupReminder({ ...rows.facts, now })}
      help={remindWords.textHelp}
    >
      {(text) => <GroupWarning text={text} entries={rows.entries} />}
    </Write>
  );
}

function Family({ rows, entry, now }: { rows: ReminderRows; entry: HouseholdEntry; now: number }) {
  const { id, householder, phone } = entry.household;
  return (
    <Write
      title={remindWords.familyTitle}
      back={cardPath(id)}
      written={familyReminder({ ...rows.facts, now }, householder)}
    >
      {(text) => (
        <div className={styles.form}>
          {entry.state === 'sent' && <Notice tone="word">{remindWords.sentSelf}</Notice>}
          {phone === undefined ? (
            <Notice
              tone="plain"
              actions={<LinkButton href={editPath(id)}>{remindWords.addPhone}</LinkButton>}
            >
              {remindWords.noPhone}
            </Notice>
          ) : (
            <>
              <LinkButton wide href={smsLink(phone, text)}>
                {fill(remindWords.sms, { phone })}
              </LinkButton>
              <LinkButton wide href={`tel:${phone}`}>
                {fill(remindWords.call, { phone })}
              </LinkButton>
            </>
          )}
        </div>
      )}
    </Write>
  );
}

export function RemindFamilyPage({ id }: { id: string }) {
  const workspace = useWorkspace();
  const rows = useLive(() => readReminder(workspace), [workspace]);
  const [now] = useState(clock.now);
  if (!rows) return <Loading title={remindWords.familyTitle} back={cardPath(id)} />;
  const entry = rows.entries.find(({ household }) => household.id === id);
  if (entry) return <Family rows={rows} entry={entry} now={now} />;
  return (
    <Page head={<Bar title={remindWords.familyTitle} back={HOUSEHOLDS_PATH} />}>
      <EmptyState title={proxyWords.unknownTitle}>
        <p>{proxyWords.unknown}</p>
      </EmptyState>
    </Page>
  );
}
