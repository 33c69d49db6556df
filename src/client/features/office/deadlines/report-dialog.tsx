/** A report of the commune itself: its name, who receives it, until when. */
import { readPhrase, phraseCutoff } from '#domain/reminders/phrase.ts';
import { cutoffAfter, lastDayOf } from '#domain/next-year.ts';
import type { ReportDeadline } from '#protocol/deadline-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { deadlineWords } from '#client/messages/office-deadlines.ts';
import { RecordDialog, textOf, type DialogField } from '../places/record-dialog.tsx';

const words = deadlineWords.report;
const TITLE_MAX = 200;
const LINE_MAX = 400;

const fields: readonly DialogField[] = [
  { id: 'title', label: words.title, help: words.titleHelp, type: 'words', required: true, max: TITLE_MAX },
  { id: 'recipient', label: words.recipient, type: 'words', max: LINE_MAX },
  { id: 'phrase', label: words.phrase, help: words.phraseHelp, type: 'words', required: true, max: LINE_MAX },
  { id: 'lastDay', label: words.lastDay, help: words.lastDayHelp, type: 'day' },
];

interface ReportDialogProps {
  before: StoredRow<'reportDeadline'> | null;
  campaignId: string;
  onDone: (id: string) => void;
  onClose: () => void;
}

/** The day typed, or else what the phrase says; null: neither. */
function cutoffFrom(day: string | undefined, phrase: string): number | null {
  if (day !== undefined) return cutoffAfter(day);
  const read = readPhrase(phrase);
  return read === null ? null : phraseCutoff(read);
}

export function ReportDialog({ before, campaignId, onDone, onClose }: ReportDialogProps) {
  const workspace = useWorkspace();
  const was = before?.value;
  return (
    <RecordDialog
      open
      title={was === undefined ? deadlineWords.addReport : was.title}
      fields={fields}
      initial={
        was === undefined
          ? {}
          : {
              title: was.title,
              recipient: was.recipient,
              phrase: was.phrase,
              lastDay: lastDayOf(was.cutoffAt),
            }
      }
      save={deadlineWords.save}
      onSave={async (values) => {
        const phrase = textOf(values, 'phrase') ?? '';
        const cutoffAt = cutoffFrom(textOf(values, 'lastDay'), phrase);
        if (cutoffAt === null || Number.isNaN(cutoffAt)) return { field: 'lastDay', error: words.needsDay };
        const id = before?.id ?? workspace.newId();
        const value: ReportDeadline = {
          id,
          campaignId: was?.campaignId ?? campaignId,
          title: textOf(values, 'title') ?? '',
          recipient: textOf(values, 'recipient') ?? '',
          phrase,
          cutoffAt,
          ...(was?.handedIn && { handedIn: was.handedIn }),
        };
        await workspace.putRecord('reportDeadline', id, value, before?.rev ?? 0);
        onDone(id);
        return null;
      }}
      onClose={onClose}
    />
  );
}
