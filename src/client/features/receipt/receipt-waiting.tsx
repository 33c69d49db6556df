/** Sent here, not received there yet: where the form is, and that nothing needs to be done. */
import type { ReactNode } from 'react';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { receipt } from '#client/messages/receipt.ts';
import { sent } from '#client/messages/sending.ts';
import { stateOf } from '#client/state-of.ts';
import { formSentence } from '#client/subject/form-sentence.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { Ladder } from '#client/receipt/ladder.tsx';
import type { ReadReceipt } from './read-receipt.ts';

interface ReceiptWaitingProps {
  bar: ReactNode;
  waiting: Extract<ReadReceipt, { kind: 'waiting' }>;
}

export function ReceiptWaiting({ bar, waiting }: ReceiptWaitingProps) {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  const { submission, safeSeq } = waiting;
  const state = stateOf({ submission, phase, link: workspace.profile.link, safeSeq });
  return (
    <Page
      head={
        <>
          {bar}
          <StateLine state={state.word} sentence={formSentence(state)} />
        </>
      }
      foot={
        <Dock>
          <LinkButton kind="main" wide href="/hang-cho">
            {receipt.openOutbox}
          </LinkButton>
        </Dock>
      }
    >
      <p>
        <b>{receipt.waiting}</b>
      </p>
      <Ladder isReceived={false} isSafe={false} />
      <p>{sent.keepApp}</p>
    </Page>
  );
}
