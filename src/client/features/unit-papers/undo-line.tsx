/** What was just done, and the way back. */
import { paperWords } from '#client/messages/unit.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';

interface UndoLineProps {
  text: string;
  label?: string;
  onUndo: () => void;
}

export const UndoLine = ({ text, label = paperWords.undo, onUndo }: UndoLineProps) => (
  <div className="no-print">
    <Notice
      actions={
        <Button small onClick={onUndo} aria-label={label}>
          {paperWords.undo}
        </Button>
      }
    >
      <p role="status">{text}</p>
    </Notice>
  </div>
);
