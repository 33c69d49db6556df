/** What the resolution says: the new name, its day, and whether the successor's campaign begins at once. */
import { dayOf, daysBefore } from '#domain/day.ts';
import { checkHandOver } from '#domain/series/hand-over.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { seriesWords } from '#client/messages/office-series.ts';
import { RecordDialog, textOf, type DialogField } from '../places/record-dialog.tsx';
import type { DeskSeam } from '../today/office-desk.tsx';
import { handOverRecords } from './make-hand-over.ts';

const { handOver: words } = seriesWords;
const NAME_MAX = 200;
const LINE_MAX = 400;
const NOTE_MAX = 2000;

interface DialogProps {
  commune: StoredRow<'commune'>;
  campaign: Campaign;
  seam: DeskSeam;
  series: StoredRow<'campaignSeries'> | undefined;
  onMade: (batchId: string, withCampaign: boolean) => void;
  onClose: () => void;
}

function fieldsOf(nextYear: number | null): DialogField[] {
  const words4 = (
    id: 'name' | 'parent' | 'address' | 'source',
    max: number,
    required: boolean,
  ): DialogField => ({
    id,
    label: words[id],
    ...(id === 'name' && { help: words.nameHelp }),
    ...(id === 'parent' && { help: words.parentHelp }),
    type: 'words',
    required,
    max,
  });
  return [
    { id: 'date', label: words.date, type: 'day', required: true },
    words4('name', NAME_MAX, true),
    words4('parent', LINE_MAX, false),
    words4('address', LINE_MAX, false),
    words4('source', LINE_MAX, true),
    { id: 'note', label: words.note, type: 'words', max: NOTE_MAX },
    ...(nextYear === null
      ? []
      : [
          {
            id: 'campaign',
            label: fill(words.campaign, { year: nextYear }),
            type: 'select' as const,
            required: true,
            none: words.choose,
            options: [
              { value: 'yes', label: words.campaignYes },
              { value: 'no', label: words.campaignNo },
            ],
          },
        ]),
  ];
}

export function HandOverDialog({ commune, campaign, seam, series, onMade, onClose }: DialogProps) {
  const workspace = useWorkspace();
  const { rows } = seam.desk;
  const today = dayOf(clock.now());
  const newest = Math.max(...rows.campaign.map(({ year }) => year));
  // Where somebody has made the next year's already, it is put right on its own page.
  const nextYear = campaign.year === newest ? campaign.year + 1 : null;
  return (
    <RecordDialog
      open
      title={words.dialog}
      fields={fieldsOf(nextYear)}
      initial={{ date: today, parent: commune.value.parent, address: commune.value.address }}
      save={words.save}
      onSave={async (values) => {
        const date = textOf(values, 'date') ?? today;
        if (date > today) return { field: 'date', error: words.notYet };
        const to = {
          name: textOf(values, 'name') ?? '',
          parent: textOf(values, 'parent') ?? '',
          address: textOf(values, 'address') ?? '',
        };
        const source = textOf(values, 'source') ?? '';
        const mistake = checkHandOver({ date, from: commune.value, to, source }, to);
        if (mistake !== null)
          return { field: mistake === 'noSource' ? 'source' : 'name', error: words.mistakes[mistake] };
        const withCampaign = nextYear !== null && textOf(values, 'campaign') === 'yes';
        const tomorrow = daysBefore(today, -1);
        const first = `${nextYear ?? campaign.year}-01-01`;
        const records = handOverRecords({
          commune,
          campaign,
          deadlines: rows.deadline.filter(({ campaignId }) => campaignId === campaign.id),
          series,
          date,
          to,
          source,
          note: textOf(values, 'note') ?? '',
          beginsOn: withCampaign ? (first > tomorrow ? first : tomorrow) : null,
          newId: () => workspace.newId(),
        });
        const label = fill(words.label, { from: commune.value.name, to: to.name });
        onMade(await workspace.putBatch({ label, records }), withCampaign);
        return null;
      }}
      onClose={onClose}
    />
  );
}
