/** A criteria set whose every word is somebody's attempt to run something. */
import { recordSchemas } from '#protocol/entities.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import type { Intent } from '#protocol/operation.ts';

/** Of a criteria set, what people read. */
const READ = new Set(
  'name text shortText question help label rule planClause evidence note message numerator denominator'.split(
    ' ',
  ),
);

/** The next version of this set, with the words in all that is read of it, and in how many places. */
export function setWith({ id, value }: FeedRow, next: () => string): { intent: Intent; filled: number } {
  let filled = 0;
  function worded(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(worded);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, each]) => {
        // A choice of one is no text.
        if (!READ.has(key) || typeof each !== 'string' || each === 'numeratorLteNumerator')
          return [key, worded(each)];
        filled += 1;
        return [key, `${next()} ${each}`.slice(0, 590).trim()];
      }),
    );
  }
  const version = Number(value?.['version']) + 1;
  const changed = recordSchemas.criteriaSet.parse({ ...Object(worded(value)), version });
  const newId = `${id.split('@')[0] ?? ''}@${version}`;
  return {
    intent: { kind: 'record.put', args: { entity: 'criteriaSet', id: newId, value: changed, baseRev: 0 } },
    filled,
  };
}
