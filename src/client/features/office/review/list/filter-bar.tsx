/** Chips in words, chosen = wash and bold edge; the count of results stands at the end. */
import { memo, type RefObject } from 'react';
import { dayOf } from '#domain/day.ts';
import { hasEndedBy } from '#domain/standing.ts';
import { sectors, subjectKinds } from '#domain/criteria-set.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { assessmentStates } from '#protocol/operation.ts';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { reviewManyWords } from '#client/messages/office-review-many.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { stateWords } from '#client/messages/states.ts';
import { cx } from '#client/ui/cx.ts';
import { entryFlags } from './entry-marks.ts';
import { isFiltered, noFilter, sortColumns, type Filter } from './filter.ts';
import controls from '../../controls.module.css';
import styles from '../../filters.module.css';
import { FindAndKinds } from '../../find-and-kinds.tsx';

export interface FilterBarProps {
  filter: Filter;
  /** The same for ever. */
  change(patch: Partial<Filter>): void;
  shown: number;
  all: number;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Begins choosing many; null: not this person's, or under way. */
  onPick: (() => void) | null;
}

const words = reviewWords.list;

export function FilterBar({ filter, change, shown, all, searchRef, onPick }: FilterBarProps) {
  const { q: _typed, ...chosen } = filter;
  return (
    <div className={styles.filters} role="search" aria-label={office.filterName}>
      <FindAndKinds
        q={filter.q}
        findWords={office.search}
        onFind={(q) => change({ q })}
        field={searchRef}
        kinds={subjectKinds}
        kind={filter.kind}
        kindsName={office.columns.kind}
        kindWords={(kind) => (kind === null ? office.allKinds : office.kinds[kind])}
        onKind={(kind) => change({ kind })}
      />
      <Facets {...chosen} change={change} />
      {onPick && (
        <button type="button" className={controls.button} onClick={onPick}>
          {reviewManyWords.start}
        </button>
      )}
      {isFiltered(filter) && (
        <button type="button" className={controls.textButton} onClick={() => change(noFilter)}>
          {office.clear}
        </button>
      )}
      <p className={styles.count} role="status">
        {fill(shown === all ? office.countAll : office.count, {
          shown: formatNumber(shown),
          all: formatNumber(all),
        })}
      </p>
    </div>
  );
}

type FacetsProps = Omit<Filter, 'q'> & Pick<FilterBarProps, 'change'>;

/** All but what is typed: eighty hamlets to choose from are not drawn anew at every key. */
const Facets = memo(function Facets({ change, ...filter }: FacetsProps) {
  const workspace = useWorkspace();
  const isDivided = workspace.profile.role === 'cultureOfficer';
  const hamlets = useLive(
    async () => (await workspace.rows('hamlet')).map(({ value }) => value).sort((a, b) => a.order - b.order),
    [workspace],
  );
  const today = dayOf(clock.now());
  return (
    <>
      <select
        className={controls.select}
        aria-label={office.channel}
        value={filter.channel ?? ''}
        onChange={({ target: { value } }) =>
          change({ channel: value === 'self' || value === 'proxy' ? value : null })
        }
      >
        <option value="">{office.anyChannel}</option>
        <option value="self">{office.channels.self}</option>
        <option value="proxy">{office.channels.proxy}</option>
      </select>
      <select
        className={controls.select}
        aria-label={office.hamlet}
        value={filter.hamletId}
        onChange={({ target: { value } }) => change({ hamletId: value })}
      >
        <option value="">{office.allHamlets}</option>
        {hamlets?.map((hamlet) => (
          <option key={hamlet.id} value={hamlet.id}>
            {hasEndedBy(hamlet, today) ? fill(office.endedHamlet, { name: hamlet.name }) : hamlet.name}
          </option>
        ))}
      </select>
      <select
        className={controls.select}
        aria-label={office.state}
        value={filter.state ?? ''}
        onChange={({ target: { value } }) =>
          change({ state: assessmentStates.find((state) => state === value) ?? null })
        }
      >
        <option value="">{office.allStates}</option>
        {assessmentStates.map((state) => (
          <option key={state} value={state}>
            {stateWords[state]}
          </option>
        ))}
      </select>
      {(filter.kind === 'unit' || filter.sector !== null) && (
        <select
          className={controls.select}
          aria-label={words.sector}
          value={filter.sector ?? ''}
          onChange={({ target: { value } }) =>
            change({ sector: sectors.find((sector) => sector === value) ?? null })
          }
        >
          <option value="">{words.anySector}</option>
          {sectors.map((sector) => (
            <option key={sector} value={sector}>
              {words.sectors[sector]}
            </option>
          ))}
        </select>
      )}
      <select
        className={controls.select}
        aria-label={words.flag}
        value={filter.flag ?? ''}
        onChange={({ target: { value } }) =>
          change({ flag: entryFlags.find((flag) => flag === value) ?? null })
        }
      >
        <option value="">{words.anyFlag}</option>
        {entryFlags.map((flag) => (
          <option key={flag} value={flag}>
            {words.flags[flag]}
          </option>
        ))}
      </select>
      <select
        className={cx(controls.select, styles.narrowOnly)}
        aria-label={office.sortLabel}
        value={filter.sort}
        onChange={({ target: { value } }) =>
          change({ sort: sortColumns.find((column) => column === value) ?? 'received', reversed: false })
        }
      >
        {sortColumns.map((column) => (
          <option key={column} value={column}>
            {office.sorts[column]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={controls.chip}
        aria-pressed={filter.mine}
        onClick={() => change({ mine: !filter.mine })}
      >
        {words.mine}
      </button>
      <button
        type="button"
        className={controls.chip}
        aria-pressed={filter.asks}
        onClick={() => change({ asks: !filter.asks })}
      >
        {officeFamily.filter}
      </button>
      {isDivided && (
        <button
          type="button"
          className={controls.chip}
          aria-pressed={filter.rest}
          onClick={() => change({ rest: !filter.rest })}
        >
          {words.rest}
        </button>
      )}
    </>
  );
});
