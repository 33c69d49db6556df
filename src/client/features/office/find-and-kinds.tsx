/** The head of a filter bar: the field that finds by name, and the chips of what kind. Chosen = wash and bold edge. */
import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import controls from './controls.module.css';
import filters from './filters.module.css';
import frame from './office.module.css';

interface FindAndKindsProps<Kind extends string> {
  q: string;
  /** What the field finds by: its name and its placeholder. */
  findWords: string;
  onFind: (q: string) => void;
  field: RefObject<HTMLInputElement | null>;
  kinds: readonly Kind[];
  /** Null = all. */
  kind: Kind | null;
  kindsName: string;
  kindWords: (kind: Kind | null) => string;
  onKind: (kind: Kind | null) => void;
}

export function FindAndKinds<Kind extends string>(props: FindAndKindsProps<Kind>) {
  const { q, findWords, onFind, field, kinds, kind, kindsName, kindWords, onKind } = props;
  return (
    <>
      <label className={filters.find}>
        <Search className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
        <span className={frame.hidden}>{findWords}</span>
        <input
          ref={field}
          type="search"
          value={q}
          autoComplete="off"
          placeholder={findWords}
          onChange={({ target }) => onFind(target.value)}
        />
      </label>
      <div className={filters.chips} role="group" aria-label={kindsName}>
        {[null, ...kinds].map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            className={controls.chip}
            aria-pressed={kind === each}
            onClick={() => onKind(each)}
          >
            {kindWords(each)}
          </button>
        ))}
      </div>
    </>
  );
}
