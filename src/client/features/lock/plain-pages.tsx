/** What is shown while a profile is closed and nothing can be pressed, or after it is gone. */
import { fill } from '#client/messages/fill.ts';
import { leaveWords, lockWords } from '#client/messages/lock.ts';
import { HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';

export const WorkingPage = ({ title, words }: { title: string; words: string }) => (
  <Page head={<Bar title={title} />}>
    <p role="status">{words}</p>
  </Page>
);

/** Another window of the app needs this profile for itself. */
export const YieldedPage = () => (
  <Page
    head={<Bar title={leaveWords.yieldedTitle} />}
    foot={
      <Dock>
        <Button kind="main" onClick={() => location.reload()}>
          {leaveWords.reopen}
        </Button>
      </Dock>
    }
  >
    <p>{leaveWords.yielded}</p>
  </Page>
);

interface GonePageProps {
  title: string;
  /** In order: what happened, what to do. */
  words: readonly string[];
  /** Kept for the commune. */
  operations: number;
  /** Said where nothing was kept. */
  nothing: string;
}

export const GonePage = ({ title, words, operations, nothing }: GonePageProps) => (
  <Page
    head={<Bar title={title} />}
    foot={
      <Dock>
        <LinkButton kind="main" href="/">
          {lockWords.home}
        </LinkButton>
      </Dock>
    }
  >
    <div role="status">
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{operations > 0 ? fill(lockWords.keptFor, { n: operations }) : nothing}</p>
    </div>
    {operations > 0 && (
      <LinkButton kind="quiet" href={HAND_IN_PATH}>
        {lockWords.toLeft}
      </LinkButton>
    )}
  </Page>
);
