/** The papers and addresses of one sheet, live, with the workspace's commands behind them. */
import { useMemo } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { EvidenceDesk } from '#client/form/evidence/evidence-desk.tsx';
import { ownRecords, type Owner } from './own-records.ts';

const READ = ['rows', 'outbox'] as const;

/** null until the first read, or where nobody's own. `isLocked`: the commune holds the form. */
export function useEvidenceDesk(owner: Owner | null, isLocked: boolean): EvidenceDesk | null {
  const workspace = useWorkspace();
  const { campaignId = '', subjectId = '', subjectKind = 'hamlet' } = owner ?? {};
  const shown = useLive(
    () => ownRecords(workspace, 'evidence', { campaignId, subjectId }),
    [workspace, campaignId, subjectId],
    READ,
  );
  return useMemo(
    () =>
      shown === undefined || subjectId === ''
        ? null
        : {
            shown,
            owner: { campaignId, subjectId, subjectKind },
            newId: () => workspace.newId(),
            put: (value, baseRev) => workspace.putRecord('evidence', value.id, value, baseRev),
            remove: ({ id, rev }) => workspace.putRecord('evidence', id, null, rev),
            isLocked,
          },
    [shown, workspace, campaignId, subjectId, subjectKind, isLocked],
  );
}
