/** Whose slips: all who have not sent, some, or one. */
import { useDeferredValue, useRef, useState } from 'react';
import { fill } from '#client/messages/fill.ts';
import { slipWords } from '#client/messages/slips.ts';
import { foundEntries, isUnsent, unbrokenCode, type HouseholdEntry } from '../household-entries.ts';
import { Choice, ChoiceGroup } from '#client/ui/choice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { useRowWindow } from '#client/ui/use-row-window.ts';
import styles from './slips.module.css';

export type Whom = 'unsent' | 'chosen' | 'one';

export interface Choosing {
  whom: Whom;
  picked: ReadonlySet<string>;
}

/** Those the commune knows: the others get theirs once it does. */
export function chosenOf({ whom, picked }: Choosing, entries: readonly HouseholdEntry[]): HouseholdEntry[] {
  const known = entries.filter(({ isNew }) => !isNew);
  return whom === 'unsent'
    ? known.filter(isUnsent)
    : known.filter(({ household }) => picked.has(household.id));
}

const ROW_GUESS = 64;
const labelOf = ({ household: { householder, code } }: HouseholdEntry): string =>
  code === undefined ? householder : `${householder}, ${unbrokenCode(code)}`;

interface PickProps {
  entries: readonly HouseholdEntry[];
  picked: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

function Pick({ entries, picked, onToggle }: PickProps) {
  const [typed, setTyped] = useState('');
  const found = foundEntries(entries, useDeferredValue(typed), 'all').filter(({ isNew }) => !isNew);
  const list = useRef<HTMLUListElement>(null);
  const { start, end, before, after } = useRowWindow(list, found.length, ROW_GUESS);
  return (
    <Sheet title={slipWords.pick}>
      <TextField
        label={slipWords.search}
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      <p role="status">{fill(slipWords.picked, { n: picked.size })}</p>
      <ul ref={list} className={styles.picks} style={{ paddingTop: before, paddingBottom: after }}>
        {found.slice(start, end).map((entry, offset) => {
          const { id } = entry.household;
          return (
            <li key={id} data-row aria-posinset={start + offset + 1} aria-setsize={found.length}>
              <Choice
                small
                type="checkbox"
                name={id}
                label={labelOf(entry)}
                chosen={picked.has(id)}
                onChoose={() => onToggle(id)}
              />
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

interface ChooseHouseholdsProps {
  entries: readonly HouseholdEntry[];
  /** Whom the page was opened for. */
  one: HouseholdEntry | undefined;
  choosing: Choosing;
  onChange: (choosing: Choosing) => void;
}

export function ChooseHouseholds({ entries, one, choosing, onChange }: ChooseHouseholdsProps) {
  const { whom, picked } = choosing;
  const unsent = chosenOf({ whom: 'unsent', picked }, entries).length;
  const options: { value: Whom; label: string }[] = [
    ...(one
      ? [{ value: 'one' as const, label: fill(slipWords.one, { name: one.household.householder }) }]
      : []),
    { value: 'unsent', label: fill(slipWords.allUnsent, { n: unsent }) },
    { value: 'chosen', label: slipWords.chosen },
  ];
  const toggle = (id: string): void => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onChange({ whom, picked: next });
  };
  return (
    <>
      <Sheet>
        <h2 id="in-cho-ai">{slipWords.whom}</h2>
        <ChoiceGroup
          small
          labelledBy="in-cho-ai"
          options={options}
          value={whom}
          onChange={(value) =>
            onChange({
              whom: value,
              picked: value === 'one' && one ? new Set([one.household.id]) : new Set(),
            })
          }
        />
        {whom === 'unsent' && unsent === 0 && <p role="status">{slipWords.none}</p>}
      </Sheet>
      {whom === 'chosen' && <Pick entries={entries} picked={picked} onToggle={toggle} />}
    </>
  );
}
