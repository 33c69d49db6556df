/** One family: its fields, and what can be done with it. */
import { useState } from 'react';
import { Link } from 'wouter';
import { hasEndedBy } from '#domain/standing.ts';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Household } from '#protocol/entities.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords as all } from '#client/messages/office-places.ts';
import { backInList, hasEnded } from '#client/subject/household-gone.ts';
import controls from '../controls.module.css';
import facts from '../facts.module.css';
import sheet from '../sheet.module.css';
import { EndDialog } from './end-dialog.tsx';
import { slipsOf } from './paths.ts';
import { RecordDialog, textOf, type DialogField } from './record-dialog.tsx';
import { today, type Places } from './read-places.ts';
import styles from './places.module.css';
import { withoutGaps } from './without-gaps.ts';

const words = all.household;

export const hamletField = ({ hamlets }: Places): DialogField => ({
  id: 'hamletId',
  label: words.hamlet,
  type: 'select',
  required: true,
  none: words.choose,
  options: hamlets
    .filter(({ value }) => !hasEndedBy(value, today(clock.now())))
    .map(({ id, value }) => ({ value: id, label: value.name })),
});
export const familyFields: readonly DialogField[] = [
  { id: 'householder', label: words.householder, type: 'text', required: true },
  { id: 'phone', label: all.phone, type: 'phone' },
];

function goneWords(
  { endedAt, mergedInto, movedTo, endedBecause }: Household,
  { hamletName }: Places,
): string {
  const why =
    mergedInto !== undefined ? words.merged : movedTo !== undefined ? hamletName(movedTo) : endedBecause;
  const since = endedAt === undefined ? '' : fill(words.gone, { day: formatDate(endedAt) });
  return [since, why].filter((each) => each).join('. ');
}

type Open = 'edit' | 'move' | 'end' | null;

export function HouseholdAside({ row, places }: { row: StoredRow<'household'>; places: Places }) {
  const workspace = useWorkspace();
  const [open, setOpen] = useState<Open>(null);
  const [news, setNews] = useState('');
  const household = row.value;
  const close = () => setOpen(null);
  const put = async (value: Household): Promise<void> => {
    await workspace.putRecord('household', row.id, withoutGaps(value), row.rev);
    setNews(all.written);
  };
  return (
    <div className={sheet.sheet}>
      <h2>{household.householder}</h2>
      <dl className={facts.facts}>
        <div>
          <dt>{words.code}</dt>
          <dd className={sheet.code}>{household.code ?? words.new}</dd>
        </div>
        <div>
          <dt>{words.hamlet}</dt>
          <dd>{places.hamletName(household.hamletId)}</dd>
        </div>
        <div>
          <dt>{all.phone}</dt>
          <dd>{household.phone ?? ''}</dd>
        </div>
      </dl>
      {hasEnded(household) && <p>{goneWords(household, places)}</p>}
      <div className={styles.actions}>
        {hasEnded(household) ? (
          <button
            type="button"
            className={controls.button}
            onClick={() => void put({ ...backInList(household), endedBecause: undefined })}
          >
            {all.restore}
          </button>
        ) : (
          <>
            <button type="button" className={controls.button} onClick={() => setOpen('edit')}>
              {all.edit}
            </button>
            <button type="button" className={controls.button} onClick={() => setOpen('move')}>
              {words.move}
            </button>
            <Link className={controls.button} href={slipsOf(household.hamletId, row.id)}>
              {words.slip}
            </Link>
            <button type="button" className={controls.button} onClick={() => setOpen('end')}>
              {all.end}
            </button>
          </>
        )}
      </div>
      <p role="status">{news}</p>
      <RecordDialog
        open={open === 'edit'}
        title={`${all.edit}: ${household.householder}`}
        fields={familyFields}
        initial={household}
        onClose={close}
        onSave={async (values) => {
          const householder = textOf(values, 'householder') ?? household.householder;
          await put({ ...household, householder, phone: textOf(values, 'phone') });
          return null;
        }}
      />
      <RecordDialog
        open={open === 'move'}
        title={fill(words.moveTitle, { name: household.householder })}
        fields={[hamletField(places)]}
        initial={{}}
        note={words.moveNote}
        save={words.move}
        onClose={close}
        onSave={async (values) => {
          await put({ ...household, hamletId: textOf(values, 'hamletId') ?? household.hamletId });
          return null;
        }}
      />
      <EndDialog
        open={open === 'end'}
        name={household.householder}
        today={today(clock.now())}
        onClose={close}
        onEnd={(day, endedBecause) => put({ ...household, endedAt: noonOf(day), endedBecause })}
      />
    </div>
  );
}
