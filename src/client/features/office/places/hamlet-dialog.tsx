/** A hamlet's own fields; its numbers of people have a dialog of their own, because they come with a source and a day. */
import { clock } from '#client/app/platform.ts';
import type { Hamlet } from '#protocol/entities.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { today } from './read-places.ts';
import { numberOf, RecordDialog, textOf } from './record-dialog.tsx';

const words = placesWords.hamlet;
const fields = [
  { id: 'name', label: words.name, help: words.nameHelp, type: 'text', required: true },
  { id: 'order', label: words.order, type: 'order', required: true },
  { id: 'headName', label: words.head, type: 'text' },
  { id: 'headPhone', label: words.headPhone, type: 'phone' },
  { id: 'validFrom', label: words.from, type: 'day', required: true },
] as const;

interface HamletDialogProps {
  open: boolean;
  /** What it is changed from, or begun with. */
  hamlet: Hamlet;
  isNew?: boolean;
  onSave: (hamlet: Hamlet) => Promise<void>;
  onClose: () => void;
}

export const HamletDialog = ({ open, hamlet, isNew = false, onSave, onClose }: HamletDialogProps) => (
  <RecordDialog
    open={open}
    title={isNew ? words.add : `${placesWords.edit}: ${hamlet.name}`}
    fields={fields}
    initial={hamlet}
    onClose={onClose}
    onSave={async (values) => {
      await onSave({
        ...hamlet,
        name: textOf(values, 'name') ?? hamlet.name,
        order: numberOf(values, 'order') ?? hamlet.order,
        headName: textOf(values, 'headName'),
        headPhone: textOf(values, 'headPhone'),
        validFrom: textOf(values, 'validFrom') ?? today(clock.now()),
      });
      return null;
    }}
  />
);
