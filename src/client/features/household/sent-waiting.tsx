/** Sealed, not received yet: where it is, what happens next, and the few cases that need the family's hand. */
import type { ReactNode } from 'react';
import { fill } from '#client/messages/fill.ts';
import { household } from '#client/messages/household.ts';
import { sent } from '#client/messages/sending.ts';
import { InstallHint } from '#client/pwa/install-hint.tsx';
import { isAppleMobile } from '#client/pwa/browser-kind.ts';
import type { FormState } from '#client/state-of.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Send } from '#client/ui/first-icons.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import type { EnginePhase } from '#client/workspace.ts';
import { Ladder } from '#client/receipt/ladder.tsx';

interface SentWaitingProps {
  head: ReactNode;
  state: FormState;
  phase: EnginePhase;
  onSendNow: () => void;
  onChange: (() => void) | null;
}

export function SentWaiting({ head, state, phase, onSendNow, onChange }: SentWaitingProps) {
  const needsScan = state.word === 'lockedOut';
  const isRefused = phase.kind === 'waiting' && phase.reason === 'codeRefused';
  return (
    <Page
      head={head}
      foot={
        needsScan || isRefused ? (
          <Dock>
            <LinkButton kind="main" href="/quet-lai">
              {sent.scanAgain}
            </LinkButton>
          </Dock>
        ) : (
          <Dock>
            <Button kind="main" icon={<Send />} onClick={onSendNow}>
              {sent.sendNow}
            </Button>
          </Dock>
        )
      }
    >
      {isRefused && <Notice tone="hand">{sent.codeRefused}</Notice>}
      {state.word === 'setAside' && <Notice tone="hand">{fill(sent.setAside, { ma: state.code })}</Notice>}
      <p>
        <b>{sent.thanks}</b>
      </p>
      <Ladder isReceived={false} isSafe={false} />
      <p>{sent.keepApp}</p>
      {isAppleMobile() && <p>{sent.iphone}</p>}
      {onChange !== null && (
        <>
          <p className="soft">{sent.changeHint}</p>
          <Button small wide onClick={onChange}>
            {sent.change}
          </Button>
        </>
      )}
      {phase.kind === 'waiting' && <InstallHint />}
      <LinkButton kind="quiet" small href="/du-lieu">
        {household.data}
      </LinkButton>
      <LinkButton kind="quiet" small href="/tinh-trang">
        {sent.status}
      </LinkButton>
    </Page>
  );
}
