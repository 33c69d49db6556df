import { memo } from 'react';
import { daysLeft } from '#domain/deadline.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';

/** The hamlets' deadline, as people say it, with the days left by this machine's clock. */
export const DeadlineLine = memo(function DeadlineLine() {
  const workspace = useWorkspace();
  const deadline = useLive(async () => {
    const found = (await workspace.rows('deadline')).find(
      ({ value }) => value.subjectKind === 'hamlet',
    )?.value;
    return found && { phrase: found.phrase, days: daysLeft(Date.now(), found.cutoffAt) };
  }, [workspace]);
  if (!deadline) return null;
  const { phrase, days } = deadline;
  return (
    <p>
      {fill(days > 0 ? office.deadline : office.deadlineOver, {
        kind: office.kindsLower.hamlet,
        phrase,
        days: String(days),
      })}
    </p>
  );
});
