/** Title, where the group stands, and what can be done with the whole of it. */
import { Download, Printer } from 'lucide-react';
import { fill } from '#client/messages/fill.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { takeTable } from '../report/take-table.ts';
import sheets from '../sheet.module.css';
import type { TableFormat } from '../sheets/write-table.ts';
import type { GroupView } from './group-view.ts';
import { GroupPicker, groupTitle } from './group-picker.tsx';
import type { Group } from './groups.ts';
import { rankingTable } from './ranking-sheet.ts';
import { when } from '../when.ts';
import styles from './ranking.module.css';

/** What was just done, and how to undo it. */
export interface Said {
  words: string;
  undo?: () => Promise<void>;
}

interface RankingHeadProps {
  view: GroupView;
  commune: string;
  /** Of the campaign. */
  year: number;
  /** Epoch ms. */
  now: number;
}

export function RankingHead({ view, commune, year, now }: RankingHeadProps) {
  const { group, forms, verified } = view;
  const isSettled = forms.size > 0 && verified === forms.size;
  return (
    <header className={frame.head}>
      <h1>{groupTitle(group)}</h1>
      <p>
        {fill(words.counts[group.kind], { sent: forms.size, verified })}{' '}
        {forms.size > 0 && <b>{isSettled ? words.settled : words.provisional}</b>}
      </p>
      <p className={styles.printed}>
        {fill(words.printed, { commune, year })} {fill(words.sheet.made, { when: when(now) })}.
      </p>
      <Explain text={words.explain} />
    </header>
  );
}

interface RankingToolsProps {
  view: GroupView;
  groups: readonly Group[];
  onGroup: (id: string) => void;
  said: Said;
  onSaid: (said: Said) => void;
  commune: string;
  /** Of the campaign. */
  year: number;
  /** Epoch ms. */
  now: number;
  canWrite: boolean;
  onFreeze: () => void;
}

export function RankingTools(props: RankingToolsProps) {
  const { view, groups, onGroup, said, onSaid, commune, year, now, canWrite, onFreeze } = props;
  const title = groupTitle(view.group);
  const exportAs = async (format: TableFormat): Promise<void> => {
    const table = rankingTable(view, { title, commune, year, now });
    if ((await takeTable(table, `${title} ${year}`, format)) === null) onSaid({ words: words.exportFailed });
  };
  const undo = async (undoIt: () => Promise<void>): Promise<void> => {
    try {
      await undoIt();
      onSaid({ words: '' });
    } catch {
      onSaid({ ...said, words: words.failed });
    }
  };
  const icon = { className: frame.icon, 'aria-hidden': true, strokeWidth: 2.25 } as const;
  const { undo: undoIt } = said;
  return (
    <div className={styles.tools}>
      <GroupPicker groups={groups} chosen={view.group.id} onChoose={onGroup} />
      <p role="status" className={sheets.note}>
        {said.words}{' '}
        {undoIt && (
          <button type="button" className={controls.textButton} onClick={() => void undo(undoIt)}>
            {words.undo}
          </button>
        )}
      </p>
      <div className={`${styles.ways} ${styles.acts}`} hidden={view.forms.size === 0}>
        <button type="button" className={controls.button} onClick={() => window.print()}>
          <Printer {...icon} />
          {words.print}
        </button>
        <button type="button" className={controls.button} onClick={() => void exportAs('xlsx')}>
          <Download {...icon} />
          {words.exportXlsx}
        </button>
        <button type="button" className={controls.button} onClick={() => void exportAs('csv')}>
          {words.exportCsv}
        </button>
        {canWrite && (
          <button type="button" className={controls.mainButton} onClick={onFreeze}>
            {view.freezes.length > 0 ? words.freeze.again : words.freeze.act}
          </button>
        )}
      </div>
    </div>
  );
}
