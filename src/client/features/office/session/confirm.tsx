/** A question before something that is not taken back by a tap. */
import { sessionWords } from '#client/messages/session.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';

interface ConfirmProps {
  isOpen: boolean;
  title: string;
  text: string;
  go: string;
  onGo: () => void;
  onClose: () => void;
}

export const Confirm = ({ isOpen, title, text, go, onGo, onClose }: ConfirmProps) => (
  <Dialog open={isOpen} title={title} onClose={onClose}>
    <p>{text}</p>
    <Button kind="main" wide onClick={onGo}>
      {go}
    </Button>
    <Button wide onClick={onClose}>
      {sessionWords.page.keep}
    </Button>
  </Dialog>
);
