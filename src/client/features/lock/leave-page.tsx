/** Ra khỏi máy này: what goes and what stays, before anything is done. */
import { fill } from '#client/messages/fill.ts';
import { leaveWords } from '#client/messages/lock.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';

export const LeavePage = ({ title, onLeave }: { title: string; onLeave: () => void }) => (
  <Page
    head={<Bar title={leaveWords.title} back="/tinh-trang" />}
    foot={
      <Dock>
        <Button kind="hand" onClick={onLeave}>
          {leaveWords.go}
        </Button>
      </Dock>
    }
  >
    <p>{fill(leaveWords.what, { ten: title })}</p>
    <p>{leaveWords.first}</p>
    <p>{leaveWords.back}</p>
  </Page>
);
