/** Kept views and groups given to another officer, changed on two machines at once: until one of both is chosen. */
import { memo } from 'react';
import { savedViewSchema, scoringAssignmentSchema } from '#protocol/office-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { reviewWords } from '#client/messages/office-review.ts';
import { office } from '#client/messages/office.ts';
import { StaleOf } from '../../stale-notices.tsx';
import { useDesk } from '../../today/office-desk.tsx';
import { viewFacts } from './view-facts.ts';

export const StaleReview = memo(function StaleReview() {
  const { role } = useWorkspace().profile;
  const seam = useDesk();
  const hamletName = (id: string): string => seam?.desk.hamlets.find((each) => each.id === id)?.name ?? '';
  return (
    <>
      <StaleOf
        entity="savedView"
        schema={savedViewSchema}
        titleOf={({ name }) => name}
        factsOf={(value) => viewFacts(value, hamletName)}
      />
      {role === 'officer' && (
        <StaleOf
          entity="scoringAssignment"
          schema={scoringAssignmentSchema}
          titleOf={({ subjectKind }) =>
            `${reviewWords.assign.button}: ${office.kinds[subjectKind].toLowerCase()}`
          }
          factsOf={({ groups }) => [[reviewWords.assign.role, groups.join(', ')]]}
        />
      )}
    </>
  );
});
