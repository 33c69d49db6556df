/** One row of the list: where the form stands, whose it is, how far it is scored, what there is to look at. */
import { memo, type KeyboardEvent } from 'react';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { reviewManyWords as manyWords } from '#client/messages/office-review-many.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { stateWords } from '#client/messages/states.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { cx } from '#client/ui/cx.ts';
import type { Entry } from '../../entries.ts';
import { submissionPath } from '../../paths.ts';
import { when } from '../../when.ts';
import styles from '../../list.module.css';
import sheets from '../../sheet.module.css';

/** "5/23 mục"; families' forms count as the server scored them. */
const progressWords = ({ kind, graded, criteria }: Entry): string => {
  if (criteria === 0) return '';
  if (kind === 'household' && graded === 0) return reviewWords.list.asScored;
  return fill(reviewWords.list.scored, { done: graded, all: criteria });
};

const flagWordsOf = ({ flags }: Entry): string[] =>
  flags.map(({ kind, n }) => fill(reviewWords.list.flagWords[kind], { n }));

/** Why it is left, while many are chosen, where neither its state nor its flags say so. */
const leftWordsOf = ({ left }: Entry): string[] =>
  left === 'differs' || left === 'outside' ? [manyWords.reasons[left]] : [];

/** What is heard in any row, the same for all and for ever. */
export interface RowActs {
  focus: (id: string) => void;
  key: (event: KeyboardEvent) => void;
  open: (id: string) => void;
  toggle: (id: string) => void;
  extend: (id: string) => void;
}

interface RowProps {
  entry: Entry;
  index: number;
  focusable: boolean;
  /** Null: nothing is being chosen. */
  isChosen: boolean | null;
  acts: RowActs;
}

function PickCell({ entry, isChosen, acts }: Pick<RowProps, 'entry' | 'isChosen' | 'acts'>) {
  // The row opens what is pressed; choosing is another thing.
  const name = fill(manyWords.row, { name: entry.name });
  return (
    <td className={styles.pick} onClick={(event) => event.stopPropagation()}>
      {entry.left === null && (
        <label>
          <span className="spoken-only">{name}</span>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen === true}
            onChange={() => undefined}
            onClick={(event) => (event.shiftKey ? acts.extend(entry.id) : acts.toggle(entry.id))}
          />
        </label>
      )}
    </td>
  );
}

/** A row that stays as it was is not rendered again: scrolling costs the new ones alone. */
export const ListRow = memo(function ListRow({ entry, index, focusable, isChosen, acts }: RowProps) {
  const hamlet = entry.kind === 'household' ? entry.hamletName : '';
  const marks = [...(isChosen === null ? [] : leftWordsOf(entry)), ...flagWordsOf(entry)];
  return (
    <tr
      data-row
      aria-rowindex={index + 2}
      aria-selected={isChosen ?? undefined}
      onClick={() => acts.open(entry.id)}
    >
      {isChosen !== null && <PickCell {...{ entry, isChosen, acts }} />}
      <td>
        <span className={sheets.state}>
          <Glyph state={entry.state} />
          <span>{stateWords[entry.state]}</span>
        </span>
      </td>
      <td className={cx(styles.wide, styles.mid)}>
        {office.kinds[entry.kind]}
        {entry.channel === 'proxy' && `, ${office.channels.proxy.toLowerCase()}`}
      </td>
      <th scope="row">
        <a
          href={submissionPath(entry.id)}
          data-id={entry.id}
          tabIndex={focusable ? 0 : -1}
          onFocus={() => acts.focus(entry.id)}
          onKeyDown={acts.key}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return event.stopPropagation();
            event.preventDefault();
          }}
        >
          {entry.name}
        </a>
        {entry.householdCode && <span className={cx(sheets.code, 'nowrap')}> {entry.householdCode}</span>}
        {entry.asks > 0 && <span className={sheets.note}> {officeFamily.filter}</span>}
        <span className={styles.midLine}>
          {[office.kinds[entry.kind], hamlet, entry.channel === 'proxy' && office.channels.proxy]
            .filter(Boolean)
            .join(', ')}
        </span>
        <span className={styles.narrowLine}>
          {[office.kinds[entry.kind], hamlet, office.channels[entry.channel], progressWords(entry), ...marks]
            .filter(Boolean)
            .join(', ')}
        </span>
      </th>
      <td className={cx(styles.wide, styles.mid)}>{hamlet}</td>
      <td className={sheets.right}>{formatPoints(entry.selfScore)}</td>
      <td className={cx(styles.wide, styles.rest)}>{progressWords(entry)}</td>
      <td className={cx(styles.wide, styles.look)}>
        {marks.map((mark) => (
          <span key={mark} className={styles.mark}>
            {mark}
          </span>
        ))}
      </td>
      <td>{when(entry.receivedAt)}</td>
    </tr>
  );
});
