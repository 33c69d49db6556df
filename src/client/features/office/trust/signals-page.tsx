/** Dấu hiệu cần xem: by hamlet in the commune's own order, never by how many; what was looked into leaves the list. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { dayOf } from '#domain/day.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import filters from '../filters.module.css';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import { TRUST_PATH } from './paths.ts';
import { isSeenMark, type Visit } from './read-trust.ts';
import { SeenDialog } from './seen-dialog.tsx';
import { SignalItem } from './signal-item.tsx';
import { checks, type Check, type Signal, type Signals } from './signals.ts';
import { TrustFrame, useNews, type TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';
import { useSignals } from './use-signals.ts';

const words = trustWords.signals;
const SCREENFUL = 40;
type View = Check | 'all' | 'seen';

function useView(): { view: View; choose: (view: View) => void } {
  const wanted = new URLSearchParams(useSearch()).get('xem');
  const [, navigate] = useLocation();
  const view = wanted === 'seen' ? 'seen' : (checks.find((check) => check === wanted) ?? 'all');
  const choose = (next: View): void =>
    navigate(next === 'all' ? TRUST_PATH : `${TRUST_PATH}?xem=${next}`, { replace: true });
  return { view, choose };
}

function countsOf({ open, seen }: Signals): ReadonlyMap<View, number> {
  const counts = new Map<View, number>([
    ['all', open.length],
    ['seen', seen.length],
  ]);
  for (const { check } of open) counts.set(check, (counts.get(check) ?? 0) + 1);
  return counts;
}

/** Up and down go from signal to signal, to the first thing one can do there; from anywhere else, to the first. */
function step(key: string): void {
  const all = [...document.querySelectorAll('[data-signal]')];
  const here = document.activeElement?.closest('[data-signal]') ?? null;
  const at = here === null ? 0 : all.indexOf(here) + (key === 'ArrowDown' ? 1 : -1);
  all[at]?.querySelector<HTMLElement>('[data-acts] a')?.focus();
}

export function SignalsPage({ seam }: { seam: TrustSeam }) {
  const workspace = useWorkspace();
  const { desk, rows, subjects, now, canVisit } = seam;
  const { pictures, matching, signals } = useSignals(seam);
  const { view, choose } = useView();
  const news = useNews();
  const [asked, setAsked] = useState<Signal | null>(null);
  const [most, setMost] = useState(SCREENFUL);
  const counts = useMemo(() => countsOf(signals), [signals]);
  const list: { signal: Signal; mark?: Visit }[] =
    view === 'seen'
      ? signals.seen
      : signals.open.flatMap((signal) => (view === 'all' || signal.check === view ? [{ signal }] : []));
  const shown = list.slice(0, most);
  const keys = useMemo(
    () => [
      { keys: ['ArrowDown', 'ArrowUp'], does: trustWords.keys.rows, act: step },
      ...(canVisit
        ? [
            {
              keys: ['x'],
              does: trustWords.keys.seen,
              act: () =>
                document.activeElement
                  ?.closest('[data-signal]')
                  ?.querySelector<HTMLElement>('[data-mark]')
                  ?.click(),
            },
          ]
        : []),
    ],
    [canVisit],
  );
  useScreenKeys(keys);

  const mark = (signal: Signal, { who, note }: { who: string; note: string }): Promise<boolean> => {
    const { campaign } = desk;
    if (campaign === undefined) return Promise.resolve(false);
    const id = workspace.newId();
    const { kind, id: subjectId } = signal.subject;
    const value: Visit['value'] = {
      id,
      campaignId: campaign.id,
      subjectKind: kind,
      subjectId,
      date: dayOf(now),
      inspectors: who,
      signal: signal.key,
      findings: [],
      conclusion: 'confirmed',
      note,
    };
    return news.tell(workspace.putRecord('inspection', id, value, 0), { words: words.seenKept });
  };
  const unmark = ({ id, rev }: Visit): void =>
    void news.tell(workspace.putRecord('inspection', id, null, rev), { words: words.againDone });

  const groups = new Map<string, typeof shown>();
  for (const each of shown) {
    const { hamletId } = each.signal;
    groups.set(hamletId, [...(groups.get(hamletId) ?? []), each]);
  }
  const noLook = pictures.filter(({ look }) => look === '').length;
  return (
    <TrustFrame
      seam={seam}
      explain={words.explain}
      news={news}
      actions={
        <button type="button" className={controls.button} onClick={() => window.print()}>
          <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {trustWords.print}
        </button>
      }
    >
      <div className={filters.filters} role="group" aria-label={words.filterName}>
        {(['all', ...checks, 'seen'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className={controls.chip}
            aria-pressed={view === each}
            onClick={() => choose(each)}
          >
            {each === 'all' ? words.all : each === 'seen' ? words.seen : words.checks[each]} (
            {counts.get(each) ?? 0})
          </button>
        ))}
      </div>
      <p className={shared.soft} role="status">
        {matching.isOver
          ? fill(words.matched, { n: formatNumber(pictures.length) })
          : fill(words.matching, {
              done: formatNumber(matching.done),
              all: formatNumber(pictures.length),
            })}{' '}
        {noLook > 0 && fill(words.noLook, { n: formatNumber(noLook) })} {words.offline}
      </p>
      {list.length === 0 && matching.isOver && (
        <Nothing view={view} isAll={signals.open.length + signals.seen.length === 0} />
      )}
      <div>
        {[...groups].map(([hamletId, own]) => (
          <section key={hamletId} className={styles.hamlet} aria-labelledby={`xom-${hamletId}`}>
            <h2 id={`xom-${hamletId}`}>
              {hamletId === ''
                ? trustWords.noHamlet
                : (subjects.nameOf('hamlet', hamletId) ?? trustWords.noHamlet)}
            </h2>
            <ul className={styles.signals}>
              {own.map(({ signal, mark: found }) => (
                <SignalItem
                  key={signal.key}
                  seam={seam}
                  signal={signal}
                  {...(found && { mark: found })}
                  onMark={() => setAsked(signal)}
                  onUnmark={unmark}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {list.length > most && (
        <button type="button" className={controls.button} onClick={() => setMost(most + SCREENFUL)}>
          {fill(words.more, { n: Math.min(SCREENFUL, list.length - most) })}
        </button>
      )}
      {asked && (
        <SeenDialog
          title={fill(words.title, { check: words.checks[asked.check].toLowerCase() })}
          who={rows.visits.find(isSeenMark)?.value.inspectors ?? ''}
          onSave={(seen) => mark(asked, seen)}
          onClose={() => setAsked(null)}
        />
      )}
    </TrustFrame>
  );
}

function Nothing({ view, isAll }: { view: View; isAll: boolean }) {
  if (view === 'seen') return <EmptyState title={words.emptySeen} />;
  if (!isAll) return <EmptyState title={words.emptyFilter} />;
  return (
    <EmptyState title={words.emptyTitle}>
      <p>{words.empty}</p>
    </EmptyState>
  );
}
