/** One group: its criteria one under the other, shared questions right before the first that needs them. */
import { useEffect, useRef } from 'react';
import type { Control } from 'react-hook-form';
import type { CriteriaGroup, CriteriaSet, SharedQuestion } from '#domain/criteria.ts';
import { CriterionCard } from './criterion-card.tsx';
import type { FormValues } from './field-value.ts';
import { GroupPoints } from './live-score.tsx';
import { SharedCard } from './shared-card.tsx';
import { useSheet } from './sheet-context.tsx';
import styles from './group-form.module.css';

/** Shared questions first needed in this group, by the criterion they stand before. */
export function sharedBefore(set: CriteriaSet, group: CriteriaGroup): Map<string, SharedQuestion> {
  const before = new Map<string, SharedQuestion>();
  for (const question of set.sharedQuestions) {
    const first = set.groups
      .flatMap(({ code, criteria }) => criteria.map((criterion) => ({ code, criterion })))
      .find(({ criterion }) => criterion.sharedQuestion === question.id);
    if (first?.code === group.code) before.set(first.criterion.id, question);
  }
  return before;
}

interface GroupScreenProps {
  group: CriteriaGroup;
  control: Control<FormValues>;
  /** Criterion or shared question to bring into view. */
  focus: string | undefined;
}

export function GroupScreen({ group, control, focus }: GroupScreenProps) {
  const { set } = useSheet();
  const heading = useRef<HTMLHeadingElement>(null);
  const shared = sharedBefore(set, group);
  useEffect(() => {
    if (focus !== undefined) return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [group.code, focus]);
  return (
    <>
      <header>
        <h2 ref={heading} tabIndex={-1} className={styles.groupTitle}>
          {group.code}. {group.name}
        </h2>
        <GroupPoints control={control} code={group.code} />
      </header>
      {group.criteria.map((criterion) => {
        const question = shared.get(criterion.id);
        return (
          <div key={criterion.id} className={styles.cardWithShared}>
            {question && <SharedCard question={question} control={control} focused={focus === question.id} />}
            <CriterionCard criterion={criterion} control={control} focused={focus === criterion.id} />
          </div>
        );
      })}
    </>
  );
}
