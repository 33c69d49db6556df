/** The screen of one group: the table, what stands beside it, and what can be done. */
import { useMemo, useState } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import type { DeskSeam } from '../today/office-desk.tsx';
import type { GroupView } from './group-view.ts';
import type { Group } from './groups.ts';
import { freezeOfLastYear } from './prior-facts.ts';
import { RankTable } from './rank-table.tsx';
import { RankingDialogs, type Asked } from './ranking-dialogs.tsx';
import { RankingHead, RankingTools, type Said } from './ranking-head.tsx';
import { RankingSide } from './ranking-side.tsx';
import type { RankingRows } from './read-ranking.ts';
import { SpanSample } from './span-cell.tsx';
import { useRankingActs, type PriorChange } from './use-ranking-acts.ts';
import styles from './ranking.module.css';

interface RankingScreenProps {
  seam: DeskSeam;
  rows: RankingRows;
  view: GroupView;
  groups: readonly Group[];
  onGroup: (id: string) => void;
}

const ROWS = ['rows'] as const;

function Ranks({ view, canWrite }: { view: GroupView; canWrite: boolean }) {
  const { forms, notSent, notSentCount } = view;
  return (
    <div className={styles.main}>
      {forms.size === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      ) : (
        <>
          <RankTable view={view} />
          <p className={styles.legend}>
            <SpanSample kind="sure">{words.legendSure}</SpanSample>
            <SpanSample kind="open">{words.legendOpen}</SpanSample>
          </p>
        </>
      )}
      {notSentCount > 0 && (
        <p className={styles.words}>
          {notSent.length > 0
            ? fill(words.notSent, { names: notSent.join(', ') })
            : fill(words.notSentCount, { n: notSentCount })}
        </p>
      )}
      {!canWrite && <p className={sheets.note}>{words.readOnly}</p>}
    </div>
  );
}

export function RankingScreen({ seam, rows, view, groups, onGroup }: RankingScreenProps) {
  const workspace = useWorkspace();
  const { desk, now } = seam;
  const { group, forms } = view;
  const year = desk.campaign?.year ?? 0;
  const acts = useRankingActs(desk.campaign, view, rows.priors);
  const canWrite = workspace.profile.role === 'officer' && acts !== undefined;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<Said>({ words: '' });
  const commune =
    useLive(async () => (await workspace.rows('commune'))[0]?.value.name, [workspace], ROWS) ?? '';
  const placeNames = useMemo(
    () => new Map([...desk.hamlets, ...desk.units].map(({ id, name }) => [id, name])),
    [desk],
  );
  const nameOf = (subjectId: string): string =>
    forms.get(subjectId)?.name ??
    placeNames.get(subjectId) ??
    desk.households.get(subjectId)?.householder ??
    '';
  const priors = [...forms.values()].map(({ subjectId, name, prior }) => ({ subjectId, name, prior }));
  const tell = async (done: Promise<void>, next: Said): Promise<void> => {
    try {
      await done;
      setSaid(next);
    } catch {
      setSaid({ words: words.failed });
    }
  };
  const putPriors = async (changed: readonly PriorChange[], source: string): Promise<void> => {
    if (acts === undefined) return;
    const undo = await acts.putPriors(changed, source);
    const line = { year: year - 1, n: changed.length, what: words.kinds[group.kind] };
    // A batch comes into sight when the commune has taken it.
    setSaid({ words: `${fill(words.prior.saved, line)} ${words.prior.waits}`, undo });
  };
  const keys = useMemo(
    () => [
      {
        keys: ['ArrowUp', 'ArrowDown'],
        does: officeHelp.keys.rows,
        // From elsewhere on the page the first key leads to the first row; in the table the rows walk by themselves.
        act: () => document.querySelector<HTMLElement>('#noi-dung [data-row-link]')?.focus(),
      },
      { keys: ['Enter'], does: words.keys.open },
      ...(canWrite
        ? [{ keys: ['c'], does: words.keys.freeze, act: () => setAsked({ kind: 'freeze' }) }]
        : []),
    ],
    [canWrite],
  );
  useScreenKeys(keys);

  return (
    <>
      <RankingHead view={view} commune={commune} year={year} now={now} />
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <RankingTools
          view={view}
          groups={groups}
          onGroup={onGroup}
          said={said}
          onSaid={setSaid}
          commune={commune}
          year={year}
          now={now}
          canWrite={canWrite}
          onFreeze={() => setAsked({ kind: 'freeze' })}
        />
        <div className={styles.desk}>
          <Ranks view={view} canWrite={canWrite} />
          <RankingSide
            view={view}
            desk={desk}
            canWrite={canWrite}
            nameOf={nameOf}
            priors={priors}
            year={year - 1}
            waiting={
              new Set(rows.ownFreezes.flatMap(({ freeze, state }) => (state === 'waits' ? [freeze.id] : [])))
            }
            lastYear={freezeOfLastYear(
              rows.freezes.map(({ value }) => value),
              desk.rows.campaign,
              group.id,
              year,
            )}
            onDecide={(equals) => setAsked({ kind: 'decide', equals })}
            onRemoveDecision={(id) => {
              const row = view.decisions.find((each) => each.id === id);
              if (row && acts)
                void tell(acts.removeDecision(row), {
                  words: words.decide.removed,
                  undo: () => acts.restoreDecision(row),
                });
            }}
            onKnockOut={() => setAsked({ kind: 'knockOut' })}
            onEndKnockOut={(row, name) => {
              if (acts)
                void tell(acts.endKnockOut(row), {
                  words: fill(words.knockOut.ended, { name }),
                  undo: () => acts.restoreKnockOut(row),
                });
            }}
            onPriors={() => setAsked({ kind: 'priors' })}
            onTakePriors={(changed, source) =>
              void putPriors(changed, source).catch(() => setSaid({ words: words.failed }))
            }
          />
        </div>
      </main>
      {asked && acts && (
        <RankingDialogs
          asked={asked}
          view={view}
          desk={desk}
          acts={acts}
          priors={priors}
          year={year - 1}
          now={now}
          nameOf={nameOf}
          onPriors={putPriors}
          onSaid={(line) => setSaid({ words: line })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
