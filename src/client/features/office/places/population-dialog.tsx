/**
 * How many live in a hamlet: a count with its source and day goes into the hamlet's history, and the newest one into the
 * hamlet itself, where every phone reads its denominator; both in one batch.
 */
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';
import type { BatchRecord } from '#client/workspace.ts';
import { countsOf, shownDay, today, type Places } from './read-places.ts';
import { numberOf, RecordDialog, textOf } from './record-dialog.tsx';
import { withoutGaps } from './without-gaps.ts';

const words = placesWords.hamlet;
const fields = [
  { id: 'households', label: words.households, type: 'count', required: true },
  { id: 'people14plus', label: words.people, type: 'count' },
  { id: 'source', label: words.source, help: words.sourceHelp, type: 'text', required: true },
  { id: 'date', label: words.date, type: 'day', required: true },
] as const;

interface PopulationDialogProps {
  open: boolean;
  row: StoredRow<'hamlet'>;
  places: Places;
  onDone: () => void;
  onClose: () => void;
}

export function PopulationDialog({ open, row, places, onDone, onClose }: PopulationDialogProps) {
  const workspace = useWorkspace();
  const hamlet = row.value;
  const newest = countsOf(places.counts, row.id)[0]?.value.date;
  return (
    <RecordDialog
      open={open}
      title={fill(words.countsTitle, { name: hamlet.name })}
      fields={fields}
      initial={{ households: hamlet.households, people14plus: hamlet.people14plus, date: today(clock.now()) }}
      note={
        newest === undefined
          ? words.countsNote
          : `${words.countsNote} ${fill(words.countsOlder, { day: shownDay(newest) })}`
      }
      onClose={onClose}
      onSave={async (values) => {
        const households = numberOf(values, 'households') ?? 0;
        const people14plus = numberOf(values, 'people14plus');
        const date = textOf(values, 'date') ?? '';
        const id = workspace.newId();
        const count = withoutGaps({
          id,
          hamletId: row.id,
          households,
          people14plus,
          source: textOf(values, 'source') ?? '',
          date,
        });
        const records: BatchRecord[] = [{ entity: 'populationCount', id, value: count, baseRev: 0 }];
        // An older figure is history and nobody's denominator.
        if (newest === undefined || date >= newest)
          records.push({
            entity: 'hamlet',
            id: row.id,
            value: withoutGaps({ ...hamlet, households, people14plus: people14plus ?? hamlet.people14plus }),
            baseRev: row.rev,
          });
        await workspace.putBatch({
          label: fill(words.countsBatch, { name: hamlet.name, day: shownDay(date) }),
          records,
        });
        onDone();
        return null;
      }}
    />
  );
}
