/**
 * Said on every page of the open form, so that a family need not finish before it hears that its slip is of no use.
 * Small: the question comes first.
 */
import { useSyncExternalStore } from 'react';
import { sent } from '#client/messages/sending.ts';
import { LinkButton } from '#client/ui/button.tsx';
import type { Workspace } from '#client/workspace.ts';

export function CodeRefused({ workspace }: { workspace: Workspace }) {
  const phase = useSyncExternalStore(
    (listener) => workspace.onPhase(listener),
    () => workspace.phase(),
  );
  return (
    phase.kind === 'waiting' &&
    phase.reason === 'codeRefused' && (
      <div role="alert">
        <LinkButton small wide kind="hand" href="/quet-lai">
          {sent.codeRefused}
        </LinkButton>
      </div>
    )
  );
}
