/** The commune's lists as an import compares with them. */
import type { Known } from '#domain/import/known.ts';
import type { Places } from '../read-places.ts';

export const knownOf = ({ hamlets, households, units, positions, priorResults }: Places): Known => ({
  hamlets,
  households,
  units,
  positions,
  priorResults: priorResults.flatMap(({ id, rev, value }) => {
    const { subjectKind } = value;
    return subjectKind === 'household' ? [] : [{ id, rev, value: { ...value, subjectKind } }];
  }),
});
