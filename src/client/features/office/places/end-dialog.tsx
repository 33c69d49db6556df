/** A record ends on a day and for a reason; it stays readable and can be restored. */
import { fill } from '#client/messages/fill.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import { shownDay } from './read-places.ts';
import { RecordDialog, textOf } from './record-dialog.tsx';

interface EndDialogProps {
  open: boolean;
  name: string;
  today: string;
  /** It cannot end before it began. */
  validFrom?: string;
  onEnd: (day: string, why: string) => Promise<void>;
  onClose: () => void;
}

const fields = [
  { id: 'day', label: words.endDay, type: 'day', required: true },
  { id: 'why', label: words.endWhy, help: words.endWhyHelp, type: 'text', required: true },
] as const;

export const EndDialog = ({ open, name, today, validFrom, onEnd, onClose }: EndDialogProps) => (
  <RecordDialog
    open={open}
    title={fill(words.endTitle, { name })}
    fields={fields}
    initial={{ day: today }}
    note={words.endNote}
    save={words.end}
    onClose={onClose}
    onSave={async (values) => {
      const day = textOf(values, 'day') ?? today;
      if (validFrom !== undefined && day < validFrom)
        return { field: 'day', error: fill(words.endBeforeStart, { day: shownDay(validFrom) }) };
      await onEnd(day, textOf(values, 'why') ?? '');
      return null;
    }}
  />
);
