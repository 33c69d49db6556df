/**
 * All criteria in their groups with three scores each. The name carries focus: ↑ ↓ walk the rows and open each beside
 * the table; letters and digits act on the row in focus.
 */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Answers } from '#domain/answers.ts';
import { explain } from '#domain/explain.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { cx } from '#client/ui/cx.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import sheets from '../../sheet.module.css';
import { codeWords, type ScoreDraft } from '../scores/score-draft.ts';
import type { CriterionView, ReviewView } from '../view/criteria-view.ts';
import type { Flag } from '../view/flags.ts';
import { OfficerCell } from './officer-cell.tsx';
import styles from './table.module.css';
import { Tri } from './tri.tsx';

export interface CriteriaTableProps {
  view: ReviewView;
  snapshot: Answers;
  flags: ReadonlyMap<string, readonly Flag[]>;
  drafts: ReadonlyMap<string, ScoreDraft>;
  selected: string;
  /** Count up to move the focus to the selected row. */
  focusTimes: number;
  onSelect: (criterionId: string) => void;
  /** @returns whether the key did something */
  onKey: (key: string) => boolean;
}

const claimedWords = ({ self }: CriterionView): string => {
  if (self.status === 'notApplicable') return words.notApplicable;
  return self.status === 'scored' ? formatPoints(self.points) : '–';
};

export function CriteriaTable(props: CriteriaTableProps) {
  const { view, selected, focusTimes, onSelect, onKey } = props;
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (focusTimes === 0) return;
    const name = table.current?.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(selected)}"]`);
    name?.focus();
    // The row it stands in may have changed meanwhile; asking again is the caller's.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [focusTimes]);
  const go = (index: number): void => {
    const next = view.criteria[Math.max(0, Math.min(view.criteria.length - 1, index))];
    if (next === undefined) return;
    onSelect(next.criterion.id);
    table.current?.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(next.criterion.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = view.criteria.findIndex(({ criterion }) => criterion.id === selected);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: view.criteria.length - 1 }[event.key];
    if (to !== undefined) go(to);
    else if (!onKey(event.key)) return;
    event.preventDefault();
  };
  const counted = new Map(view.officer.criteria.map((each) => [each.id, each]));
  return (
    <table ref={table} className={styles.table} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            <span className="spoken-only">{words.table}</span>
          </th>
          {(['self', 'supported', 'officer'] as const).map((of) => (
            <th key={of} scope="col" className={styles.points}>
              <Tri of={of} />
              <br />
              {words[of]}
            </th>
          ))}
        </tr>
      </thead>
      {view.set.groups.map((group) => (
        <tbody key={group.code}>
          <tr className={styles.group}>
            <th colSpan={5} scope="rowgroup">
              {group.code} {group.name}
            </th>
          </tr>
          {view.criteria
            .filter((each) => each.group === group.code)
            .map((each) => (
              <Row
                key={each.criterion.id}
                each={each}
                counted={counted.get(each.criterion.id)}
                onKeyDown={onKeyDown}
                {...props}
              />
            ))}
        </tbody>
      ))}
    </table>
  );
}

interface RowProps extends CriteriaTableProps {
  each: CriterionView;
  counted: ReviewView['officer']['criteria'][number] | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Row({ each, counted, snapshot, flags, drafts, selected, onSelect, onKeyDown }: RowProps) {
  const { criterion, self, supported, standing } = each;
  const isSelected = criterion.id === selected;
  return (
    <tr className={styles.row} data-selected={isSelected || undefined} onClick={() => onSelect(criterion.id)}>
      <td className={cx(sheets.code, styles.code)}>{criterion.code}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          data-criterion={criterion.id}
          aria-current={isSelected || undefined}
          tabIndex={isSelected ? 0 : -1}
          onKeyDown={onKeyDown}
        >
          {criterion.shortText}
        </button>
        {flags.get(criterion.id)?.map(({ tone, text }) => (
          <span key={text} className={cx(styles.flag, tone === 'hand' && styles.hand)}>
            {tone === 'hand' && <Glyph state="unsaved" />}
            {text}
          </span>
        ))}
        <span className={styles.printed}>
          {fill(words.pane.answer, { answer: answerWords(criterion, snapshot[criterion.id], snapshot) })}.{' '}
          {explain(self.why, criterion)}
          {standing.kind === 'given' && ` ${codeWords(standing.score.reasonCode)}. ${standing.score.reason}`}
        </span>
      </th>
      <td className={styles.points} data-of={words.self}>
        {claimedWords(each)}
      </td>
      <td className={styles.points} data-of={words.supported}>
        {self.status === 'notApplicable' ? words.notApplicable : formatPoints(supported.points)}
      </td>
      <td className={styles.points} data-of={words.officer}>
        <OfficerCell standing={standing} counted={counted} draft={drafts.get(criterion.id)} />
      </td>
    </tr>
  );
}

export function Totals({ view }: { view: ReviewView }) {
  const { self, supported, officer } = view;
  const all = officer.criteria.length;
  return (
    <p className={styles.totals}>
      <span>
        <Tri of="self" /> {words.self} <b>{formatPoints(self.normalised)}</b>
      </span>
      <span>
        <Tri of="supported" /> {words.supported} <b>{formatPoints(supported.normalised)}</b>
      </span>
      <span>
        <Tri of="officer" /> {words.officer} <b>{formatPoints(officer.normalised)}</b>
      </span>
      <span>{fill(words.graded, { done: officer.graded, all })}</span>
    </p>
  );
}
