/** How many figures of each hamlet's form no completion of its families' answers reaches, from what Hôm nay holds. */
import { claimsAbove } from '../../today/hamlet-claims.ts';
import type { DeskSeam } from '../../today/office-desk.tsx';
import type { Entry } from '../../entries.ts';
import { entryFlags } from './entry-marks.ts';

/** By submission; only those with some. */
export function outsideClaims(seam: DeskSeam | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (seam === undefined) return found;
  const { desk, claims } = seam;
  for (const standing of desk.hamlets) {
    const { hamlet, submission, set } = standing;
    if (hamlet === undefined || submission === undefined) continue;
    const n = claimsAbove(standing, claims.boundsFor(desk, hamlet, set));
    if (n > 0) found.set(submission.id, n);
  }
  return found;
}

export const withOutside = (
  entries: readonly Entry[],
  outside: ReadonlyMap<string, number>,
): readonly Entry[] =>
  outside.size === 0
    ? entries
    : entries.map((entry) => {
        const n = outside.get(entry.id);
        if (n === undefined) return entry;
        const flags = [...entry.flags, { kind: 'outside' as const, n }];
        flags.sort((a, b) => entryFlags.indexOf(a.kind) - entryFlags.indexOf(b.kind));
        return { ...entry, flags };
      });
