/** Old struck through on sunken ground, new bold on a wash, each with its version's name (visual, Diff). */
import type { Difference } from '#domain/criteria-edit/differences.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { differenceTitle, shownWords } from './words-of.ts';
import styles from './difference-list.module.css';

interface DifferenceListProps {
  differences: readonly Difference[];
  /** "Bản 3". */
  before: string;
  after: string;
  households: CriteriaSet | undefined;
}

export function DifferenceList({ differences, before, after, households }: DifferenceListProps) {
  return (
    <dl className={styles.diff}>
      {differences.map((each, at) => {
        const { kind, of, field = '' } = each;
        const side = (value: Difference['before']): string => shownWords(field, value, { of, households });
        return (
          // Nothing else tells two differences apart for certain.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <dt>{differenceTitle(each)}</dt>
            {kind !== 'moved' && (
              <dd>
                {kind !== 'added' && (
                  <p className={styles.old}>
                    <span>{before}</span>
                    <del>{side(each.before)}</del>
                  </p>
                )}
                {kind !== 'removed' && (
                  <p className={styles.fresh}>
                    <span>{after}</span>
                    <ins>{side(each.after)}</ins>
                  </p>
                )}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
