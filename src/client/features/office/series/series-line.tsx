/** Which campaigns are one movement: said in a line, chosen in a dialog. */
import { useState } from 'react';
import { campaignSeriesSchema } from '#protocol/paper-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { seriesWords } from '#client/messages/office-series.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { StaleOf } from '../stale-notices.tsx';
import type { DeskSeam } from '../today/office-desk.tsx';
import styles from './series.module.css';

const { series: words } = seriesWords;
const NAME_MAX = 200;

interface LineProps {
  seam: DeskSeam;
  row: StoredRow<'campaignSeries'> | undefined;
}

export function SeriesLine({ seam, row }: LineProps) {
  const { role } = useWorkspace().profile;
  const [isOpen, setOpen] = useState(false);
  const yearsOf = (ids: readonly string[]): string =>
    seam.desk.rows.campaign
      .flatMap(({ id, year }) => (ids.includes(id) ? [year] : []))
      .sort((a, b) => a - b)
      .join(', ');
  return (
    <div className={shared.ways}>
      <StaleOf
        entity="campaignSeries"
        schema={campaignSeriesSchema}
        titleOf={({ name }) => name}
        factsOf={({ name, campaigns }) => [
          [words.name, name],
          [words.campaigns, yearsOf(campaigns)],
        ]}
      />
      <p>{row === undefined ? words.all : fill(words.title, { name: row.value.name })}</p>
      {role === 'officer' && seam.desk.rows.campaign.length > 1 && (
        <button type="button" className={controls.textButton} onClick={() => setOpen(true)}>
          {words.edit}
        </button>
      )}
      <Dialog open={isOpen} title={words.dialog} onClose={() => setOpen(false)}>
        <SeriesForm seam={seam} row={row} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function SeriesForm({ seam, row, onDone }: LineProps & { onDone: () => void }) {
  const workspace = useWorkspace();
  const campaigns = [...seam.desk.rows.campaign].sort((a, b) => b.year - a.year);
  const [name, setName] = useState(row?.value.name ?? seam.desk.campaign?.shortTitle ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(
    row?.value.campaigns ?? campaigns.map(({ id }) => id),
  );
  const [fault, setFault] = useState<'needed' | 'failed' | null>(null);
  const save = async (): Promise<void> => {
    if (name.trim() === '' || chosen.length === 0) return setFault('needed');
    const id = row?.id ?? workspace.newId();
    try {
      await workspace.putRecord(
        'campaignSeries',
        id,
        { id, name: name.trim(), campaigns: [...chosen] },
        row?.rev ?? 0,
      );
      onDone();
    } catch {
      setFault('failed');
    }
  };
  return (
    <div className={shared.stack}>
      <TextField
        label={words.name}
        help={words.nameHelp}
        maxLength={NAME_MAX}
        autoComplete="off"
        value={name}
        onChange={setName}
      />
      <fieldset className={styles.campaigns}>
        <legend>{words.campaigns}</legend>
        {campaigns.map(({ id, year, shortTitle, title }) => (
          <label key={id} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            {year}: {shortTitle || title}
          </label>
        ))}
      </fieldset>
      {fault === 'needed' && <Notice tone="hand">{words.needed}</Notice>}
      {fault === 'failed' && <Notice tone="stop">{seriesWords.failed}</Notice>}
      <div className={shared.ways}>
        <Button small kind="main" onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
