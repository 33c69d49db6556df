/** A kept view as people read it: its name, and what it asks for in the words of the filter bar. Pure. */
import type { SavedView } from '#protocol/office-records.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { reviewManyWords } from '#client/messages/office-review-many.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { office } from '#client/messages/office.ts';
import { stateWords } from '#client/messages/states.ts';
import type { Facts } from '../../stale-lines.ts';
import { readFilter } from './filter.ts';

const words = reviewWords.list;

export function viewFacts({ name, address }: SavedView, hamletName: (id: string) => string): Facts {
  const filter = readFilter(address.split('?')[1] ?? '');
  const { kind, channel, hamletId, state, sector, flag, left, sort } = filter;
  const asked = [
    filter.q.trim() === '' ? null : `“${filter.q.trim()}”`,
    kind && office.kinds[kind],
    channel && office.channels[channel],
    hamletId === '' ? null : hamletName(hamletId),
    state && stateWords[state],
    sector && words.sectors[sector],
    flag && words.flags[flag],
    filter.mine ? words.mine : null,
    filter.asks ? officeFamily.filter : null,
    filter.rest ? words.rest : null,
    filter.picking ? reviewManyWords.start : null,
    left && reviewManyWords.reasons[left],
  ].filter((each) => each !== null);
  return [
    [words.viewName, name],
    [words.viewAsks, asked.join(', ')],
    [office.sortLabel, `${office.sorts[sort]}${filter.reversed ? `, ${words.viewReversed}` : ''}`],
  ];
}
