/** One hamlet: what is known of it, its numbers through the years, and what one can do. */
import { useState } from 'react';
import { Link } from 'wouter';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { Hamlet } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import facts from '../facts.module.css';
import sheet from '../sheet.module.css';
import { issueFor } from '../devices/paths.ts';
import { EndDialog } from './end-dialog.tsx';
import { HamletDialog } from './hamlet-dialog.tsx';
import { PopulationDialog } from './population-dialog.tsx';
import { householdsOf, slipsOf } from './paths.ts';
import { countsOf, isEnding, shownDay, today, type Places } from './read-places.ts';
import styles from './places.module.css';
import { withoutGaps } from './without-gaps.ts';

type Open = 'edit' | 'counts' | 'end' | null;

function Counts({ places, hamletId }: { places: Places; hamletId: string }) {
  const counts = countsOf(places.counts, hamletId);
  if (counts.length === 0) return null;
  return (
    <ul className={styles.history}>
      {counts.map(({ id, value }) => (
        <li key={id}>
          {fill(value.people14plus === undefined ? words.hamlet.countLineNoPeople : words.hamlet.countLine, {
            n: formatNumber(value.households),
            people: formatNumber(value.people14plus ?? 0),
            source: value.source,
            day: shownDay(value.date),
          })}
        </li>
      ))}
    </ul>
  );
}

function History({ places, hamlet }: { places: Places; hamlet: Hamlet }) {
  const { validFrom, validTo, endedBecause, mergedInto, formerCommune } = hamlet;
  const merged = places.hamlets.filter(({ value }) => value.mergedInto === hamlet.id);
  return (
    <>
      <h3>{words.history}</h3>
      <ul className={styles.history}>
        <li>
          {fill(words.since, { day: shownDay(validFrom) })}
          {validTo !== undefined && ` ${fill(words.until, { day: shownDay(validTo) })}`}
        </li>
        {formerCommune !== undefined && <li>{fill(words.former, { commune: formerCommune })}</li>}
        {mergedInto !== undefined && (
          <li>{fill(words.mergedInto, { name: places.hamletName(mergedInto) })}</li>
        )}
        {merged.length > 0 && (
          <li>{fill(words.mergedFrom, { names: merged.map(({ value }) => value.name).join(', ') })}</li>
        )}
        {endedBecause !== undefined && <li>{fill(words.because, { why: endedBecause })}</li>}
      </ul>
      <Counts places={places} hamletId={hamlet.id} />
    </>
  );
}

export function HamletAside({
  row,
  places,
  listed,
}: {
  row: StoredRow<'hamlet'>;
  places: Places;
  listed: number;
}) {
  const workspace = useWorkspace();
  const [open, setOpen] = useState<Open>(null);
  const [news, setNews] = useState('');
  const hamlet = row.value;
  const close = () => setOpen(null);
  const put = async (value: Hamlet): Promise<void> => {
    await workspace.putRecord('hamlet', row.id, withoutGaps(value), row.rev);
    setNews(words.written);
  };
  const restore = () =>
    put({ ...hamlet, validTo: undefined, endedBecause: undefined, mergedInto: undefined });
  const day = today(clock.now());
  return (
    <div className={sheet.sheet}>
      <h2>{hamlet.name}</h2>
      <dl className={facts.facts}>
        <div>
          <dt>{words.hamlet.head}</dt>
          <dd>
            {[hamlet.headName, hamlet.headPhone].filter((each) => each !== undefined).join(', ') ||
              words.hamlet.noCount}
          </dd>
        </div>
        <div>
          <dt>{words.hamlet.households}</dt>
          <dd>{hamlet.households === undefined ? words.hamlet.noCount : formatNumber(hamlet.households)}</dd>
        </div>
        <div>
          <dt>{words.hamlet.people}</dt>
          <dd>
            {hamlet.people14plus === undefined ? words.hamlet.noCount : formatNumber(hamlet.people14plus)}
          </dd>
        </div>
        <div>
          <dt>{words.hamlet.listed}</dt>
          <dd>
            <Link href={householdsOf(row.id)}>{formatNumber(listed)}</Link>
          </dd>
        </div>
      </dl>
      <div className={styles.actions}>
        {isEnding(hamlet) ? (
          <button type="button" className={controls.button} onClick={() => void restore()}>
            {words.restore}
          </button>
        ) : (
          <>
            <button type="button" className={controls.button} onClick={() => setOpen('counts')}>
              {words.hamlet.counts}
            </button>
            <button type="button" className={controls.button} onClick={() => setOpen('edit')}>
              {words.edit}
            </button>
            <Link className={controls.button} href={slipsOf(row.id)}>
              {words.hamlet.slips}
            </Link>
            <Link className={controls.button} href={issueFor(`hamlet:${row.id}`, 'hamletHead')}>
              {officeDevices.issue}
            </Link>
            <button type="button" className={controls.button} onClick={() => setOpen('end')}>
              {words.end}
            </button>
          </>
        )}
      </div>
      <p role="status">{news}</p>
      <History places={places} hamlet={hamlet} />
      {open === 'end' && listed > 0 && (
        <Notice tone="hand">{fill(words.hamletHasFamilies, { n: listed })}</Notice>
      )}
      <HamletDialog open={open === 'edit'} hamlet={hamlet} onClose={close} onSave={put} />
      <PopulationDialog
        open={open === 'counts'}
        row={row}
        places={places}
        onClose={close}
        onDone={() => setNews(words.written)}
      />
      <EndDialog
        open={open === 'end' && listed === 0}
        name={hamlet.name}
        today={day}
        validFrom={hamlet.validFrom}
        onClose={close}
        onEnd={(validTo, endedBecause) => put({ ...hamlet, validTo, endedBecause })}
      />
    </div>
  );
}
