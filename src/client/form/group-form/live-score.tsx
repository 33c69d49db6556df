/** The score while filling: a component of its own, so that a keystroke renders this and one card. */
import type { Control } from 'react-hook-form';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import type { FormValues } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';
import { useSheetValues } from './sheet-values.ts';
import styles from './group-form.module.css';

export function LiveScore({ control }: { control: Control<FormValues> }) {
  const { result } = useSheetValues(control);
  const total = result.criteria.length;
  return (
    <section className={styles.liveScore} aria-label={groupWords.liveScoreLabel}>
      <b>{fill(groupWords.liveScore, { score: formatPoints(result.normalised) })}</b>
      <span className="soft">{fill(groupWords.done, { n: total - result.missing.length, total })}</span>
    </section>
  );
}

/** Points of the group one is in. */
export function GroupPoints({ control, code }: { control: Control<FormValues>; code: string }) {
  const { result } = useSheetValues(control);
  const { set } = useSheet();
  const group = result.groups.find((each) => each.code === code);
  const max = set.groups
    .find((each) => each.code === code)
    ?.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  if (!group || max === undefined) return null;
  return (
    <p className="soft">
      {fill(groupWords.groupPoints, {
        points: formatPoints(group.earned),
        max: formatPoints(group.applicableMax),
      })}
    </p>
  );
}
