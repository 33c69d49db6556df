/** Groups and criteria with their points; everything by keyboard: ↑ ↓ walk, Alt with them moves what is chosen. */
import type { KeyboardEvent } from 'react';
import { addCriterion, addGroup, moveCriterion, moveGroup } from '#domain/criteria-edit/change.ts';
import { criteriaIn, pointsIn, sumsAllowed } from '#domain/criteria-edit/draft.ts';
import type { Fault } from '#domain/criteria-edit/faults.ts';
import { usedIds } from '#domain/criteria-edit/ids.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import office from '../office.module.css';
import type { SetFamily } from './read-sets.ts';
import { settled } from './rule-words.ts';
import type { DraftDesk } from './use-draft.ts';
import type { EditorPlace, Selection } from './use-place.ts';
import styles from './criteria.module.css';

const words = criteriaWords.editor;
const points = (value: number | null): string => (value === null ? '–' : formatNumber(value / 100));

/** To the entry above or below the one in focus. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.altKey) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = entries[at + by];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface TreeProps {
  desk: DraftDesk;
  family: SetFamily;
  place: EditorPlace;
  faults: readonly Fault[];
}

export function Tree({ desk, family, place, faults }: TreeProps) {
  const { draft, change } = desk;
  const { selection, select } = place;
  const sum = pointsIn(criteriaIn(draft));
  const isWhole = sumsAllowed(draft).includes(sum);
  const faulty = new Set(
    faults.map(({ place: at }) =>
      at.kind === 'criterion' ? at.id : at.kind === 'group' ? `${at.index}` : '',
    ),
  );
  const move = (event: KeyboardEvent<HTMLElement>, what: Selection): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by === null || !event.altKey) return;
    event.preventDefault();
    if (what.kind === 'criterion') change(moveCriterion(draft, what.id, by));
    if (what.kind === 'group') {
      change(moveGroup(draft, what.index, by));
      const index = what.index + by;
      if (index >= 0 && index < draft.groups.length) select({ kind: 'group', index });
    }
  };
  const entry = (what: Selection, isOn: boolean, label: string, value: number | null, isFaulty: boolean) => (
    <button
      type="button"
      data-entry
      className={styles.entry}
      aria-current={isOn ? 'true' : undefined}
      onClick={() => select(what)}
      onKeyDown={(event) => move(event, what)}
    >
      <span>
        {isFaulty && (
          <>
            <Glyph state="unsaved" />
            <span className={office.hidden}>{criteriaWords.editor.panes.faults}: </span>
          </>
        )}
        {label}
      </span>
      <span className={styles.points}>{points(value)}</span>
    </button>
  );
  const append = (index: number): void => {
    const added = addCriterion(draft, index, 'yesno', usedIds(family.versions, draft));
    const blank = criteriaIn(added.draft).find(({ id }) => id === added.id);
    change(
      blank === undefined
        ? added.draft
        : {
            ...added.draft,
            groups: added.draft.groups.map((group) => ({
              ...group,
              criteria: group.criteria.map((each) => (each.id === added.id ? settled(blank, blank) : each)),
            })),
          },
    );
    select({ kind: 'criterion', id: added.id });
  };
  return (
    // Arrow keys walk between the buttons inside; each is reached by Tab as well.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={walk} className={styles.tree}>
      <p className={styles.total}>
        <span>{words.total}</span>
        <span className={styles.points} role="status">
          <Glyph state={isWhole ? 'received' : 'unsaved'} />
          {isWhole
            ? points(sum)
            : fill(words.totalOf, { sum: points(sum), wanted: points(sumsAllowed(draft)[0] ?? 0) })}
        </span>
      </p>
      <button
        type="button"
        data-entry
        className={styles.entry}
        aria-current={selection.kind === 'set' ? 'true' : undefined}
        onClick={() => select({ kind: 'set' })}
      >
        <span>{words.whole}</span>
      </button>
      <ol>
        {draft.groups.map((group, index) => (
          // A group has no id of its own.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {entry(
              { kind: 'group', index },
              selection.kind === 'group' && selection.index === index,
              `${group.code} ${group.name}`.trim() || words.unnamed,
              pointsIn(group.criteria),
              faulty.has(`${index}`),
            )}
            <ol>
              {group.criteria.map(({ id, code, shortText, maxPoints }) => (
                <li key={id}>
                  {entry(
                    { kind: 'criterion', id },
                    selection.kind === 'criterion' && selection.id === id,
                    `${code} ${shortText}`.trim() || words.unnamed,
                    maxPoints,
                    faulty.has(id),
                  )}
                </li>
              ))}
              <li>
                <button
                  type="button"
                  data-entry
                  className={controls.textButton}
                  onClick={() => append(index)}
                >
                  {words.addCriterion}
                  <span className={office.hidden}>, {group.name}</span>
                </button>
              </li>
            </ol>
          </li>
        ))}
      </ol>
      <button
        type="button"
        data-entry
        className={controls.textButton}
        onClick={() => {
          change(addGroup(draft));
          select({ kind: 'group', index: draft.groups.length });
        }}
      >
        {words.addGroup}
      </button>
      <p className={styles.note}>{words.treeHint}</p>
    </div>
  );
}
