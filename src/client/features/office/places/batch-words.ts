/** What to say of a batch: where it stands, and why it was not taken. */
import type { BatchStanding } from '#client/workspace.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';

const words = placesWords.batches;

const whyOf = ({ code }: BatchStanding): string => {
  if (code === undefined) return '';
  const known = Object.entries(words.why).find(([name]) => name === code);
  return known === undefined ? fill(words.why.other, { code }) : known[1];
};

function culpritName({ culprit }: BatchStanding): string {
  const value = culprit?.value;
  if (value === undefined) return '';
  if ('householder' in value) return value.householder;
  if ('personName' in value) return value.personName;
  return 'name' in value ? value.name : '';
}

/** One sentence or two. */
export function batchWords(batch: BatchStanding): string {
  const { state, records } = batch;
  if (state === 'waiting') return fill(words.waiting, { n: formatNumber(records) });
  if (state !== 'refused' && state !== 'kept') return words[state];
  const name = culpritName(batch);
  return [words[state], whyOf(batch), name === '' ? '' : fill(words.culprit, { name })]
    .filter((part) => part !== '')
    .join(' ');
}

export const glyphOf = ({ state }: BatchStanding): 'queued' | 'received' | 'withdrawn' | 'setAside' => {
  if (state === 'waiting' || state === 'undoing') return 'queued';
  if (state === 'committed') return 'received';
  return state === 'reverted' ? 'withdrawn' : 'setAside';
};
