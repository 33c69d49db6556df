/** Tiến độ: participation over days, where everybody stands, pillars and claims by hamlet, units by sector. */
import { Printer } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeProgress as words } from '#client/messages/office-progress.ts';
import { officeToday } from '#client/messages/office-today.ts';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { PROGRESS_PATH } from '../paths.ts';
import { useDesk, type DeskSeam } from '../today/office-desk.tsx';
import { WherePanel } from '../today/where-panel.tsx';
import { when } from '../when.ts';
import { noFamiliesOf, seriesOf } from './derive.ts';
import { HamletsPanel } from './hamlets-panel.tsx';
import { NeedPanel } from './need-panel.tsx';
import { ParticipationPanel, seriesFor } from './participation-panel.tsx';
import styles from './progress.module.css';
import { UnitsPanel } from './units-panel.tsx';

const META = ['meta'] as const;

/** The address keeps what is looked at: `xem` hamlets or units, `chuoi` whose forms over days, `muc` which claim. */
function useView() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback(
    (name: 'xem' | 'chuoi' | 'muc', value: string) => {
      const next = new URLSearchParams(params);
      if (value === '') next.delete(name);
      else next.set(name, value);
      const text = next.toString();
      navigate(text === '' ? PROGRESS_PATH : `${PROGRESS_PATH}?${text}`, { replace: true });
    },
    [params, navigate],
  );
  const isUnits = params.get('xem') === 'don-vi';
  return { isUnits, chain: params.get('chuoi'), item: params.get('muc') ?? '', set };
}

export function ProgressPage() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const contactAt = useLive(async () => (await workspace.syncState()).contactAt, [workspace], META);
  const view = useView();
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {typeof contactAt === 'number' && <p>{fill(words.asOf, { when: when(contactAt) })}</p>}
        <div className={`${frame.headRight} ${styles.views}`} role="group" aria-label={words.viewName}>
          {(['hamlet', 'unit'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className={controls.chip}
              aria-pressed={view.isUnits === (kind === 'unit')}
              onClick={() => view.set('xem', kind === 'unit' ? 'don-vi' : '')}
            >
              {words.views[kind]}
            </button>
          ))}
          <button type="button" className={controls.chip} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {seam === undefined ? <p role="status">{officeToday.loading}</p> : <Sheets seam={seam} view={view} />}
      </main>
    </>
  );
}

function Sheets({ seam, view }: { seam: DeskSeam; view: ReturnType<typeof useView> }) {
  const { desk, now, claims } = seam;
  const { isUnits, chain, item, set } = view;
  const of = useMemo(() => seriesFor(chain ?? (isUnits ? 'don-vi' : '')), [chain, isUnits]);
  const series = useMemo(() => seriesOf(desk, of, now), [desk, of, now]);
  return (
    <>
      <div className={styles.top}>
        <ParticipationPanel desk={desk} of={of} series={series} onChoose={(word) => set('chuoi', word)} />
        <div className={styles.side}>
          <WherePanel kind={isUnits ? 'unit' : 'hamlet'} standings={isUnits ? desk.units : desk.hamlets} />
          <NeedPanel series={series} hasNoFamilies={noFamiliesOf(desk, of) !== null} />
        </div>
      </div>
      <div className={styles.below}>
        {isUnits ? (
          <UnitsPanel desk={desk} />
        ) : (
          <HamletsPanel desk={desk} claims={claims} item={item} onItem={(id) => set('muc', id)} />
        )}
      </div>
    </>
  );
}
