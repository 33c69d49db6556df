/** Each time a bulletin was said: day, hour, channel, minutes. */
import { useState } from 'react';
import { readingSeconds } from '#domain/exemplars/reading.ts';
import type { Bulletin } from '#protocol/paper-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords as words } from '#client/messages/office-bulletin.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { shownDay } from '../places/read-places.ts';
import { numberOf, RecordDialog, textOf } from '../places/record-dialog.tsx';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';

const CHANNEL_MAX = 400;
const TIME = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/u;

type Broadcast = Bulletin['broadcasts'][number];

interface LogProps {
  bulletin: Bulletin;
  /** YYYY-MM-DD. */
  today: string;
  canWrite: boolean;
  onPut: (broadcasts: Broadcast[]) => Promise<void>;
}

const newestFirst = (a: Broadcast, b: Broadcast): number =>
  a.date === b.date ? (a.time < b.time ? 1 : -1) : a.date < b.date ? 1 : -1;

export function BroadcastLog({ bulletin, today, canWrite, onPut }: LogProps) {
  const workspace = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const [removed, setRemoved] = useState<Broadcast | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { broadcasts, title, script } = bulletin;
  const put = (next: Broadcast[], gone: Broadcast | null): void => {
    onPut(next).then(
      () => setRemoved(gone),
      () => setFailed(true),
    );
  };
  return (
    <>
      {broadcasts.length === 0 && <p>{words.logNone}</p>}
      {broadcasts.length > 0 && (
        <table aria-label={words.log} className={sheet.figures}>
          <thead>
            <tr>
              <th scope="col">{words.logColumns.date}</th>
              <th scope="col">{words.logColumns.channel}</th>
              <th scope="col" className={sheet.right}>
                {words.logColumns.minutes}
              </th>
              {canWrite && <th scope="col">{words.logColumns.act}</th>}
            </tr>
          </thead>
          <tbody>
            {[...broadcasts].sort(newestFirst).map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {shownDay(each.date)} {each.time}
                </th>
                <td>{each.channel}</td>
                <td className={sheet.right}>{each.minutes}</td>
                {canWrite && (
                  <td>
                    <button
                      type="button"
                      className={controls.textButton}
                      aria-label={fill(words.logRemove, { date: `${shownDay(each.date)} ${each.time}` })}
                      onClick={() =>
                        put(
                          broadcasts.filter(({ id }) => id !== each.id),
                          each,
                        )
                      }
                    >
                      {words.remove}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status" className={shared.ways}>
        {removed !== null && (
          <>
            {fill(words.logRemoved, { date: shownDay(removed.date) })}
            <button
              type="button"
              className={controls.textButton}
              onClick={() => put([...broadcasts, removed], null)}
            >
              {words.undo}
            </button>
          </>
        )}
      </p>
      {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
      {canWrite && (
        <button type="button" className={controls.button} onClick={() => setOpen(true)}>
          {words.logAdd}
        </button>
      )}
      <RecordDialog
        open={isOpen}
        title={fill(words.logTitle, { title })}
        fields={[
          { id: 'date', label: words.logFields.date, type: 'day', required: true },
          { id: 'time', label: words.logFields.time, type: 'text', required: true },
          { id: 'minutes', label: words.logFields.minutes, type: 'count', required: true },
          {
            id: 'channel',
            label: words.logFields.channel,
            help: words.logFields.channelHelp,
            type: 'words',
            max: CHANNEL_MAX,
          },
        ]}
        initial={{
          date: today,
          minutes: Math.max(1, Math.ceil(readingSeconds(script) / 60)),
          channel: words.channelUsual,
        }}
        save={words.logSave}
        onSave={async (values) => {
          const minutes = numberOf(values, 'minutes') ?? 0;
          if (minutes < 1) return { field: 'minutes', error: words.badMinutes };
          const time = TIME.exec(textOf(values, 'time') ?? '');
          if (time === null) return { field: 'time', error: words.badTime };
          const line: Broadcast = {
            id: workspace.newId(),
            date: textOf(values, 'date') ?? today,
            time: `${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? ''}`,
            minutes,
            channel: textOf(values, 'channel') ?? '',
          };
          await onPut([...broadcasts, line]);
          return null;
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
