/**
 * What stands by on every page of the open form: that the slip is of no use, so that a family need not finish before it
 * hears so, and the watch for numbers nobody asked for. Small: the question comes first.
 */
import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { Answers } from '#domain/answers.ts';
import { sent } from '#client/messages/sending.ts';
import { LinkButton } from '#client/ui/button.tsx';
import type { Workspace } from '#client/workspace.ts';

const WarnId = lazy(async () => ({ default: (await import('#client/form/warn-id.tsx')).WarnId }));

/** Fewer than the number of any identity paper has: a family hardly ever writes so many. */
const MANY_DIGITS = /(\d[ .-]?){8}/;

interface CodeRefusedProps {
  workspace: Pick<Workspace, 'onPhase' | 'phase'>;
  answers: Answers;
}

export function CodeRefused({ workspace, answers }: CodeRefusedProps) {
  const phase = useSyncExternalStore(
    (listener) => workspace.onPhase(listener),
    () => workspace.phase(),
  );
  return (
    <>
      {MANY_DIGITS.test(JSON.stringify(answers)) && (
        <Suspense>
          <WarnId />
        </Suspense>
      )}
      {phase.kind === 'waiting' && phase.reason === 'codeRefused' && (
        <div role="alert">
          <LinkButton small wide kind="hand" href="/quet-lai">
            {sent.codeRefused}
          </LinkButton>
        </div>
      )}
    </>
  );
}
