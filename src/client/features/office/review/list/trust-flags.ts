/** What the checks say of each form, as flags of the list; what somebody looked into shows no more. Pure. */
import type { Entry } from '../../entries.ts';
import type { Signal, Signals } from '../../trust/signals.ts';
import { entryFlags, trustFlags, type EntryFlag, type TrustFlagKind } from './entry-marks.ts';

/** Chips are coarser than signals in one place and finer in another: the same file, or one that looks the same. */
export const flagOf = (signal: Signal): TrustFlagKind =>
  signal.check === 'photos' ? (signal.kind === 'same' ? 'reused' : 'alike') : signal.check;

/** Figures a signal names; one for a signal of the whole form. */
const countIn = (signal: Signal): number => ('items' in signal ? signal.items.length : 1);

/** By submission; only those with some. */
export function trustFlagsOf({ open, seen }: Signals): ReadonlyMap<string, readonly EntryFlag[]> {
  const counts = new Map<string, Map<TrustFlagKind, number>>();
  // A figure no completion of the families' answers reaches stays one, also when somebody has looked.
  const lasting = seen.flatMap(({ signal }) => (signal.check === 'outside' ? [signal] : []));
  for (const signal of [...open, ...lasting]) {
    const kind = flagOf(signal);
    for (const { id } of signal.forms) {
      const of = counts.get(id) ?? new Map<TrustFlagKind, number>();
      of.set(kind, (of.get(kind) ?? 0) + countIn(signal));
      counts.set(id, of);
    }
  }
  return new Map(
    [...counts].map(([id, of]) => [
      id,
      trustFlags.flatMap((kind) => (of.has(kind) ? [{ kind, n: of.get(kind) ?? 0 }] : [])),
    ]),
  );
}

export const withTrust = (
  entries: readonly Entry[],
  flags: ReadonlyMap<string, readonly EntryFlag[]>,
): readonly Entry[] =>
  flags.size === 0
    ? entries
    : entries.map((entry) => {
        const own = flags.get(entry.id);
        if (own === undefined) return entry;
        const all = [...entry.flags, ...own];
        all.sort((a, b) => entryFlags.indexOf(a.kind) - entryFlags.indexOf(b.kind));
        return { ...entry, flags: all };
      });
