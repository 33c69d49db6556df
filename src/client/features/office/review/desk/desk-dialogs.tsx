/** The one dialog that is open over the desk. */
import type { Transition } from '#protocol/transitions.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { MoveForm } from '../../moves/move-form.tsx';
import { buttonWords } from '../../moves/move-words.ts';
import type { Review } from '../read/use-review.ts';
import type { ReviewView } from '../view/criteria-view.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { BatchDialog } from './batch-bar.tsx';
import type { BatchItem } from './batch.ts';
import { ReturnDialog } from './return-dialog.tsx';
import type { Desk } from './standing.ts';
import type { DeskHands } from './use-desk.ts';
import { VerifyDialog } from './verify-dialog.tsx';

export type OpenDialog =
  | { kind: 'return' | 'verify' | 'batch' | 'assign' }
  | { kind: 'move'; move: Transition };

interface DeskDialogsProps {
  dialog: OpenDialog;
  review: Review;
  view: ReviewView;
  desk: Desk;
  hands: DeskHands;
  batch: readonly BatchItem[];
  onDone: (done: readonly BatchItem[]) => void;
  onClose: () => void;
}

export function DeskDialogs({ dialog, review, view, desk, hands, batch, onDone, onClose }: DeskDialogsProps) {
  const workspace = useWorkspace();
  const { submission, assessment } = review.around;
  const { assessmentId } = submission;
  switch (dialog.kind) {
    case 'return':
      return (
        <ReturnDialog
          set={view.set}
          items={hands.toReturn}
          reason={hands.returnReason}
          onAsk={hands.askAt}
          onReason={hands.keepReturnReason}
          onReturn={async (words) => {
            await workspace.move(assessmentId, 'returned', words);
            for (const id of hands.toReturn.keys()) hands.askAt(id, null);
            hands.keepReturnReason(null);
          }}
          onClose={onClose}
        />
      );
    case 'verify':
      return (
        <VerifyDialog
          review={review}
          view={view}
          onVerify={async () => {
            await hands.begin();
            await workspace.move(assessmentId, 'verified');
          }}
          onToFirst={() => {
            const first = view.disputed[0] ?? view.officer.open[0];
            onClose();
            if (first !== undefined) hands.goTo(first);
          }}
          onClose={onClose}
        />
      );
    case 'batch':
      return <BatchDialog items={batch} hands={hands} onDone={onDone} onClose={onClose} />;
    case 'assign':
      return (
        <AssignDialog
          campaignId={assessment?.value.campaignId ?? ''}
          set={view.set}
          assignments={review.rows.assignments}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <Dialog open title={buttonWords(desk.state, dialog.move.to)} onClose={onClose}>
          <MoveForm
            from={desk.state}
            move={dialog.move}
            onMove={(to, words) => workspace.move(assessmentId, to, words)}
            onClose={onClose}
          />
        </Dialog>
      );
  }
}
