/** How the log is narrowed. A word is looked for once the typing rests on Enter or leaves the field: each is a request. */
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { auditKinds } from '#client/messages/office-audit-words.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import { typedText } from '#client/ui/typed-text.ts';
import controls from '../controls.module.css';
import filters from '../filters.module.css';
import styles from './audit.module.css';
import { isFiltering, noFilter, TEXT_MAX, type LogFilter } from './log-query.ts';
import type { Choice, Names } from './read-names.ts';

interface FilterBarProps {
  filter: LogFilter;
  names: Names;
  onChange: (filter: LogFilter) => void;
  /** So that "/" finds it. */
  onField: (field: HTMLInputElement | null) => void;
}

const kinds: readonly Choice[] = Object.entries(auditKinds).map(([value, label]) => ({ value, label }));

interface PickProps {
  label: string;
  all: string;
  options: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}

const Pick = ({ label, all, options, value, onChange }: PickProps) => (
  <select
    className={controls.select}
    aria-label={label}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  >
    <option value="">{all}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

export function FilterBar({ filter, names, onChange, onField }: FilterBarProps) {
  const [typed, setTyped] = useState(filter.text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => onField(field.current), [onField]);
  // Taken away elsewhere ("Bỏ lọc", the address): the field follows.
  useEffect(() => setTyped(filter.text), [filter.text]);
  const set = (part: Partial<LogFilter>): void => onChange({ ...filter, ...part });
  const look = (): void => {
    if (typed.trim() !== filter.text) set({ text: typed.trim() });
  };
  // A form of several fields without a button is not sent by Enter.
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    look();
  };
  return (
    <div className={filters.filters} role="search" aria-label={words.filterName}>
      <label className={filters.find}>
        <Search aria-hidden="true" size={18} strokeWidth={2.25} />
        <input
          ref={field}
          type="search"
          value={typed}
          maxLength={TEXT_MAX}
          placeholder={words.search}
          aria-label={words.search}
          autoComplete="off"
          onChange={(event) => setTyped(typedText(event))}
          onKeyDown={onEnter}
          onBlur={look}
        />
      </label>
      <Pick
        label={words.kind}
        all={words.allKinds}
        options={kinds}
        value={filter.kind}
        onChange={(kind) => set({ kind })}
      />
      <Pick
        label={words.subject}
        all={words.allSubjects}
        options={names.subjects}
        value={filter.subject}
        onChange={(subject) => set({ subject })}
      />
      <Pick
        label={words.device}
        all={words.allDevices}
        options={names.devices}
        value={filter.device}
        onChange={(device) => set({ device })}
      />
      <div className={styles.days}>
        <label>
          {words.from}
          <input type="date" value={filter.from} onChange={({ target }) => set({ from: target.value })} />
        </label>
        <label>
          {words.to}
          <input type="date" value={filter.to} onChange={({ target }) => set({ to: target.value })} />
        </label>
      </div>
      {isFiltering(filter) && (
        <button type="button" className={controls.textButton} onClick={() => onChange(noFilter)}>
          {words.clear}
        </button>
      )}
    </div>
  );
}
