/** What one does about a report of the commune: hand it in, put it right, take it out. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { dayOf } from '#domain/day.ts';
import type { ReportDeadline } from '#protocol/deadline-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { shownDay } from '../places/read-places.ts';
import { RecordDialog, textOf } from '../places/record-dialog.tsx';
import shared from '../shared.module.css';
import { DEADLINES_PATH } from './paths.ts';
import { ReportDialog } from './report-dialog.tsx';

const LINE_MAX = 400;

interface ActsProps {
  report: ReportDeadline;
  canWrite: boolean;
  /** Taken out, with the revision on which it can be put back. */
  onEnd: (row: EndedReport) => void;
}

export interface EndedReport {
  report: ReportDeadline;
  rev: number;
}

export function ReportActs({ report, canWrite, onEnd }: ActsProps) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'handIn' | StoredRow<'reportDeadline'> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { handedIn, ...rest } = report;
  const put = async (value: ReportDeadline): Promise<void> => {
    const row = await workspace.row('reportDeadline', report.id);
    await workspace.putRecord('reportDeadline', report.id, value, row?.rev ?? 0);
  };
  const end = async (): Promise<void> => {
    const rev = (await workspace.row('reportDeadline', report.id))?.rev ?? 0;
    await workspace.putRecord('reportDeadline', report.id, null, rev);
    onEnd({ report, rev });
    navigate(DEADLINES_PATH);
  };
  const tell = (done: Promise<void>): void => {
    done.catch(() => setFailed(true));
  };
  const edit = async (): Promise<void> => {
    const row = await workspace.row('reportDeadline', report.id);
    if (row !== undefined) setOpen(row);
  };
  return (
    <>
      {report.recipient !== '' && <p>{report.recipient}</p>}
      {handedIn !== undefined && (
        <p>
          {fill(handedIn.number === '' ? words.report.handedLineNoNumber : words.report.handedLine, {
            date: shownDay(handedIn.date),
            number: handedIn.number,
          })}
        </p>
      )}
      {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
      {canWrite && (
        <div className={shared.ways}>
          {handedIn === undefined ? (
            <button type="button" className={controls.button} onClick={() => setOpen('handIn')}>
              {words.report.handIn}
            </button>
          ) : (
            <button type="button" className={controls.button} onClick={() => tell(put(rest))}>
              {words.report.takeBack}
            </button>
          )}
          <button type="button" className={controls.button} onClick={() => tell(edit())}>
            {words.editReport}
          </button>
          <button type="button" className={controls.button} onClick={() => tell(end())}>
            {words.endReport}
          </button>
        </div>
      )}
      <RecordDialog
        open={open === 'handIn'}
        title={fill(words.report.handInTitle, { title: report.title })}
        fields={[
          { id: 'date', label: words.report.date, type: 'day', required: true },
          { id: 'number', label: words.report.number, type: 'words', max: LINE_MAX },
        ]}
        initial={{ date: dayOf(clock.now()) }}
        save={words.report.handIn}
        onSave={async (values) => {
          const date = textOf(values, 'date') ?? dayOf(clock.now());
          await put({ ...report, handedIn: { date, number: textOf(values, 'number') ?? '' } });
          return null;
        }}
        onClose={() => setOpen(null)}
      />
      {open !== null && open !== 'handIn' && (
        <ReportDialog
          before={open}
          campaignId={report.campaignId}
          onDone={() => setOpen(null)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
