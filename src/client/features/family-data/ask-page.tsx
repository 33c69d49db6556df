/** One thing a family asks: what happens then, what it wants to say, two ways on. What was typed stays until it is kept. */
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { WarnId } from '#client/form/warn-id.tsx';
import { familyData as words } from '#client/messages/family-data.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Send } from '#client/ui/first-icons.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';

export const HOME = '/du-lieu';

interface AskPageProps {
  title: string;
  /** What happens then, and when. */
  what: readonly string[];
  /** Why it cannot go yet, in words; null when it can. */
  obstacle: string | null;
  /** Rejects when it could not be kept. */
  send: () => Promise<void>;
  action?: string;
  children?: ReactNode;
}

export function AskPage({ title, what, obstacle, send, action = words.send, children }: AskPageProps) {
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function press(): Promise<void> {
    setProblem(obstacle);
    if (obstacle !== null || isBusy) return;
    setBusy(true);
    try {
      await send();
      navigate(HOME, { replace: true });
    } catch {
      setProblem(words.notKept);
      setBusy(false);
    }
  }

  return (
    <Page
      head={
        <Bar title={title} back={HOME}>
          <LargeTextButton />
        </Bar>
      }
      foot={
        <Dock>
          <Button onClick={() => navigate(HOME, { replace: true })}>{words.cancel}</Button>
          <Button kind="main" icon={<Send />} aria-busy={isBusy} onClick={() => void press()}>
            {action}
          </Button>
        </Dock>
      }
    >
      <WarnId />
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {problem !== null && (
        <div role="alert">
          <Notice tone="hand">{problem}</Notice>
        </div>
      )}
      {children}
    </Page>
  );
}
