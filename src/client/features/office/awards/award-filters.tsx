/** Chips and pickers above the list; the count of names stands at the end. */
import type { RefObject } from 'react';
import { awardStates, awardTracks, recipientKinds } from '#domain/awards/workflow.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import controls from '../controls.module.css';
import filters from '../filters.module.css';
import { FindAndKinds } from '../find-and-kinds.tsx';
import { isFiltered } from './filter.ts';
import type { ListPlace } from './use-award-filter.ts';

const words = awardWords.list;

interface AwardFiltersProps extends Pick<ListPlace, 'filter' | 'change' | 'clear'> {
  shown: number;
  all: number;
  field: RefObject<HTMLInputElement | null>;
}

export function AwardFilters({ filter, change, clear, shown, all, field }: AwardFiltersProps) {
  return (
    <div className={filters.filters} role="search" aria-label={words.filterName}>
      <FindAndKinds
        q={filter.q}
        findWords={words.search}
        onFind={(q) => change({ q })}
        field={field}
        kinds={recipientKinds}
        kind={filter.kind}
        kindsName={words.heads.kind}
        kindWords={(kind) => (kind === null ? words.all : awardWords.kinds[kind])}
        onKind={(kind) => change({ kind })}
      />
      <select
        className={controls.select}
        aria-label={words.heads.track}
        value={filter.track ?? ''}
        onChange={({ target }) =>
          change({ track: awardTracks.find((track) => track === target.value) ?? null })
        }
      >
        <option value="">{words.anyTrack}</option>
        {awardTracks.map((track) => (
          <option key={track} value={track}>
            {awardWords.tracks[track]}
          </option>
        ))}
      </select>
      <select
        className={controls.select}
        aria-label={words.heads.state}
        value={filter.step === 'ended' ? 'ended' : (filter.state ?? '')}
        onChange={({ target: { value } }) =>
          value === 'ended'
            ? change({ step: 'ended', state: null })
            : change({ step: null, state: awardStates.find((state) => state === value) ?? null })
        }
      >
        <option value="">{words.anyState}</option>
        {awardStates.map((state) => (
          <option key={state} value={state}>
            {awardWords.states[state]}
          </option>
        ))}
        <option value="ended">{words.ended}</option>
      </select>
      <button
        type="button"
        className={controls.chip}
        aria-pressed={filter.upward}
        onClick={() => change({ upward: !filter.upward })}
      >
        {words.upward}
      </button>
      {isFiltered(filter) && (
        <button type="button" className={controls.textButton} onClick={clear}>
          {words.clear}
        </button>
      )}
      <p className={filters.count} role="status">
        {fill(shown === all ? words.countAll : words.count, { shown, all })}
      </p>
    </div>
  );
}
