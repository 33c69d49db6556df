/** Slips for the families of any hamlet, from the office's own printer. */
import { Printer } from 'lucide-react';
import { Link, useSearchParams } from 'wouter';
import { hasEndedBy } from '#domain/standing.ts';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { slipWords } from '#client/messages/slips.ts';
import { readSlips, type SlipRows } from '#client/subject/slips/read-slips.ts';
import { SlipsDesk } from '#client/subject/slips/slips-desk.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { Frame } from './frame.tsx';
import { PLACES_PATH } from './paths.ts';
import { today } from './read-places.ts';
import styles from './places.module.css';

const words = placesWords.slips;

interface Read {
  hamlets: { id: string; name: string }[];
  slips: SlipRows | null;
}

export function SlipsOfHamlet() {
  const workspace = useWorkspace();
  const [search, setSearch] = useSearchParams();
  const hamletId = search.get('xom') ?? '';
  const oneId = search.get('ho');
  const read = useLive(async (): Promise<Read> => {
    const hamlets = (await workspace.rows('hamlet')).filter(
      ({ value }) => !hasEndedBy(value, today(clock.now())),
    );
    return {
      hamlets: hamlets
        .sort((a, b) => a.value.order - b.value.order)
        .map(({ id, value }) => ({ id, name: value.name })),
      slips: hamletId === '' ? null : await readSlips(workspace, hamletId),
    };
  }, [workspace, hamletId]);
  const choose = (
    <label className={styles.check}>
      {words.hamlet}
      <select
        className={controls.select}
        value={hamletId}
        onChange={({ target }) =>
          setSearch(target.value === '' ? {} : { xom: target.value }, { replace: true })
        }
      >
        <option value="">{words.choose}</option>
        {read?.hamlets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const slips = read?.slips;
  if (read === undefined || !slips || slips.entries.length === 0)
    return (
      <Frame title={words.title} explain={words.explain}>
        {choose}
        {read === undefined ? (
          <p role="status">{common.loading}</p>
        ) : (
          <EmptyState title={slips ? words.nobody : words.pickOne} />
        )}
      </Frame>
    );
  return (
    <SlipsDesk
      key={hamletId}
      entries={slips.entries}
      facts={slips.facts}
      one={slips.entries.find(({ household }) => household.id === oneId)}
      other={<Link href={PLACES_PATH}>{words.back}</Link>}
      frame={({ body, issued, isAsking, onAsk, onBack }) => (
        <Frame
          title={words.title}
          explain={words.explain}
          actions={
            issued ? (
              <>
                <button type="button" className={controls.button} onClick={onBack}>
                  {common.back}
                </button>
                <button type="button" className={controls.mainButton} onClick={() => window.print()}>
                  <Printer aria-hidden="true" size={18} />
                  {fill(slipWords.print, { n: issued.slips.length })}
                </button>
              </>
            ) : (
              <button type="button" className={controls.mainButton} disabled={isAsking} onClick={onAsk}>
                {isAsking ? slipWords.getting : slipWords.get}
              </button>
            )
          }
        >
          {!issued && choose}
          <div className={`${styles.form} ${styles.sheets}`}>{body}</div>
        </Frame>
      )}
    />
  );
}
